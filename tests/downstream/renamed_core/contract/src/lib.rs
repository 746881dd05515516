//! A contract that uses plugin-core under another name.

#![forbid(unsafe_code)]

use plugins::{PluginManager, RegisterError, hookspec};

/// The hooks of the plugins.
#[hookspec(crate = plugins)]
pub trait Greetings {
    /// The name of the plugin.
    fn greet(&self) -> String;
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
