//! Every refusal of the macros, and every message of rustc about their users' code.
//!
//! `cargo xtask bless` writes the expected output anew. It is that of the newest stable compiler
//! at the time of writing (1.95); others word some messages in another way.

#[test]
fn mistakes_are_refused_at_the_token_that_is_wrong() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}
