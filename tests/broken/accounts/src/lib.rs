//! Plugins that conflict with others, or with the host.

#![forbid(unsafe_code)]

use broken_contract::BrokenHooks;
use plugin_core::{Plugin, hookimpl};

/// Conflicts with the old way.
#[derive(Debug, Plugin, Default)]
#[plugin(conflicts("legacy-auth <1"))]
pub struct Auth;

#[hookimpl]
impl BrokenHooks for Auth {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// The old way.
#[derive(Debug, Plugin, Default)]
#[plugin(version = "0.9.3")]
pub struct LegacyAuth;

#[hookimpl]
impl BrokenHooks for LegacyAuth {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Requires the old way.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("legacy-auth"))]
pub struct LegacyAdmin;

#[hookimpl]
impl BrokenHooks for LegacyAdmin {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Was written for another host.
#[derive(Debug, Plugin, Default)]
#[plugin(contract = "^3.1")]
pub struct FromTheFuture;

#[hookimpl]
impl BrokenHooks for FromTheFuture {
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
