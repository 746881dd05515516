//! A plugin of the host with hooks of its own, for other plugins.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

/// The hooks of singers. The project is that of the host, so that it also discovers plugins that
/// implement only this hookspec.
#[hookspec(project = "greetings")]
pub trait Voices {
    /// The voice of a singer.
    fn voice(&self) -> String;
}

/// Calls every singer.
#[derive(Plugin, Default)]
pub struct Choir;

#[hookimpl]
impl Greetings for Choir {
    fn report(&self, plugins: &PluginManager) -> Option<String> {
        Some(plugins.hook::<dyn Voices>().voice().join(" "))
    }
}
