//! A contract that has plugin-core under another name.

#![forbid(unsafe_code)]

use plugins::{PluginManager, RegisterError, hookspec};

/// What plugins are asked.
#[hookspec(crate = plugins)]
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
