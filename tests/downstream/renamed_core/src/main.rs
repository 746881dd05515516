//! Proves that host, contract and plugins may have plugin-core under another name.

#![forbid(unsafe_code)]

use plugins::RegisterError;

plugins::plugin_crates!();

fn main() -> Result<(), RegisterError> {
    let found = renamed_contract::answers()?;
    println!("hooks: {found}");
    assert_eq!(found, "c b a");
    Ok(())
}
