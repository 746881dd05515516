//! Shows that one binary finds ten plugin crates.

#![forbid(unsafe_code)]

use plugin_core::RegisterError;

plugin_core::plugin_crates!();

fn main() -> Result<(), RegisterError> {
    let found = greetings::answers()?;
    println!("hooks: {found}");
    assert_eq!(found, "j i h g f e d c b a");
    Ok(())
}
