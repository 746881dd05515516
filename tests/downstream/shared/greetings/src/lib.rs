//! The contract of most fixtures, and what their hosts print.

#![forbid(unsafe_code)]

use plugin_core::{PluginManager, RegisterError, hookspec};

/// What plugins are asked.
#[hookspec]
pub trait Greetings {
    /// Who answers.
    fn greet(&self) -> String;
    /// What a plugin knows of the others.
    fn report(&self, plugins: &PluginManager) -> Option<String>;
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
