//! Shows that a host without a build script links the plugins that it names.

#![forbid(unsafe_code)]

use plugin_core::RegisterError;

plugin_core::plugin_crates! { greet_a, greet_b, greet_c }

#[cfg(feature = "missing")]
plugin_core::plugin_crates! { greet_nobody }

fn main() -> Result<(), RegisterError> {
    let found = greetings::answers()?;
    println!("hooks: {found}");
    assert_eq!(found, "c b a");
    Ok(())
}
