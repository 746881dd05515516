//! Shows that a test of a host finds the same plugins as the host.

#![forbid(unsafe_code)]

plugin_core::plugin_crates!();

#[test]
fn a_test_finds_what_the_binary_finds() {
    let expected = if cfg!(windows) { "f c b a" } else { "d c b a" };
    assert_eq!(greetings::answers().expect("no plugin fails"), expected);
}
