//! Plugins of a plugin.

#![forbid(unsafe_code)]

use choir::Voices;
use greetings::Greetings;
use plugin_core::{Plugin, PluginManager, hookimpl};

/// Sings alto.
#[derive(Plugin, Default)]
pub struct Alto;

#[hookimpl]
impl Voices for Alto {
    fn voice(&self) -> String {
        "alto".to_owned()
    }
}

/// Sings bass.
#[derive(Plugin, Default)]
pub struct Bass;

#[hookimpl]
impl Voices for Bass {
    fn voice(&self) -> String {
        "bass".to_owned()
    }
}

/// Implements two contracts, neither of which is in this crate.
#[hookimpl]
impl Greetings for Bass {
    fn report(&self, _plugins: &PluginManager) -> Option<String> {
        Some("bass hums".to_owned())
    }
}

/// Sings tenor.
#[derive(Plugin, Default)]
pub struct Tenor;

#[hookimpl]
impl Voices for Tenor {
    fn voice(&self) -> String {
        "tenor".to_owned()
    }
}
