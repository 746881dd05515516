//! Shows that the host, the contract and the plugins may use plugin-core under another name.

#![forbid(unsafe_code)]

use plugins::RegisterError;

plugins::plugin_crates!();

fn main() -> Result<(), RegisterError> {
    let found = renamed_contract::answers()?;
    println!("hooks: {found}");
    assert_eq!(found, "c b a");
    Ok(())
}
