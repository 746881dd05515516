//! The contract of most test packages, and the output of their hosts.

#![forbid(unsafe_code)]

use plugin_core::{PluginManager, RegisterError, hookspec};

/// The hooks of the plugins.
#[hookspec]
pub trait Greetings {
    /// The name of the plugin.
    fn greet(&self) -> String;
    /// A line about the other plugins.
    fn report(&self, plugins: &PluginManager) -> Option<String>;
}

/// The results of all discovered plugins, in call order.
///
/// # Errors
///
/// If a plugin cannot be registered.
pub fn answers() -> Result<String, RegisterError> {
    let plugins = PluginManager::discover::<dyn Greetings>()?;
    Ok(plugins.hook::<dyn Greetings>().greet().join(" "))
}
