//! Plugins that provide the same capability.

#![forbid(unsafe_code)]

use broken_contract::BrokenHooks;
use plugin_core::{Plugin, hookimpl};

/// Keeps sessions in memory.
#[derive(Debug, Plugin, Default)]
#[plugin(provides("session-store 1.0"))]
pub struct MemoryStore;

#[hookimpl]
impl BrokenHooks for MemoryStore {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Keeps sessions in a file.
#[derive(Debug, Plugin, Default)]
#[plugin(provides("session-store 1.1"))]
pub struct FileStore;

#[hookimpl]
impl BrokenHooks for FileStore {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Requires exactly one store.
#[derive(Debug, Plugin, Default)]
#[plugin(id = "session", requires("session-store ^1"))]
pub struct Sessions;

#[hookimpl]
impl BrokenHooks for Sessions {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Has the id of another plugin.
#[derive(Debug, Plugin, Default)]
#[plugin(id = "twin")]
pub struct Twin;

#[hookimpl]
impl BrokenHooks for Twin {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}
