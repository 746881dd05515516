//! Shows that the host, the contract and the plugins may use a façade instead of plugin-core.

#![forbid(unsafe_code)]

use facade::RegisterError;

facade::plugin_crates!();

fn main() -> Result<(), RegisterError> {
    let found = facade_contract::answers()?;
    println!("hooks: {found}");
    assert_eq!(found, "c b a");
    Ok(())
}
