//! Shows that an example of a host finds the same plugins as the host.

#![forbid(unsafe_code)]

use plugin_core::RegisterError;

plugin_core::plugin_crates!();

fn main() -> Result<(), RegisterError> {
    println!("hooks: {}", greetings::answers()?);
    Ok(())
}
