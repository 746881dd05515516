//! Shows that a host which depends on a pack of another workspace finds the plugins of the pack.

#![forbid(unsafe_code)]

use plugin_core::RegisterError;

plugin_core::plugin_crates!();

fn main() -> Result<(), RegisterError> {
    let found = greetings::answers()?;
    println!("hooks: {found}");
    assert_eq!(found, "c b a");
    Ok(())
}
