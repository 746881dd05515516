//! A contract that has a façade in place of plugin-core.

#![forbid(unsafe_code)]

use facade::{PluginManager, RegisterError, hookspec};

/// What plugins are asked.
#[hookspec(crate = facade)]
pub trait Greetings {
    /// Who answers.
    fn greet(&self) -> String;
}

/// The answers of all plugins that were found, in the order of the call.
///
/// # Errors
///
/// If a plugin cannot be taken in.
pub fn answers() -> Result<String, RegisterError> {
    let plugins = PluginManager::discover::<dyn Greetings>()?;
    Ok(plugins.hook::<dyn Greetings>().greet().join(" "))
}
