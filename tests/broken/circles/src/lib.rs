//! Plugins that require each other in a cycle, and plugins whose ordering constraints form a cycle.

#![forbid(unsafe_code)]

use broken_contract::BrokenHooks;
use plugin_core::{Plugin, hookimpl};

/// Requires the egg.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("egg ^0.1"))]
pub struct Chicken;

#[hookimpl]
impl BrokenHooks for Chicken {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Requires the chicken.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("chicken"))]
pub struct Egg;

#[hookimpl]
impl BrokenHooks for Egg {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Requires the egg, but is not part of the cycle.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("egg"))]
pub struct Omelette;

#[hookimpl]
impl BrokenHooks for Omelette {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Must run before `second`.
#[derive(Debug, Plugin, Default)]
pub struct First;

#[hookimpl(before = "second")]
impl BrokenHooks for First {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Must run before `third`.
#[derive(Debug, Plugin, Default)]
pub struct Second;

#[hookimpl(before = "third")]
impl BrokenHooks for Second {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Must run before `first`.
#[derive(Debug, Plugin, Default)]
pub struct Third;

#[hookimpl(before = "first", after("nobody"))]
impl BrokenHooks for Third {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}
