//! Proves that host, contract and plugins may have a façade in place of plugin-core.

#![forbid(unsafe_code)]

use facade::RegisterError;

facade::plugin_crates!();

fn main() -> Result<(), RegisterError> {
    let found = facade_contract::answers()?;
    println!("hooks: {found}");
    assert_eq!(found, "c b a");
    Ok(())
}
