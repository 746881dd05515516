//! Plugins that require each other, and some that wish to stand before each other.

#![forbid(unsafe_code)]

use broken_contract::BrokenHooks;
use plugin_core::{Plugin, hookimpl};

/// Needs the egg.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("egg ^0.1"))]
pub struct Chicken;

#[hookimpl]
impl BrokenHooks for Chicken {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Needs the chicken.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("chicken"))]
pub struct Egg;

#[hookimpl]
impl BrokenHooks for Egg {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Needs the egg, and is no part of the circle.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("egg"))]
pub struct Omelette;

#[hookimpl]
impl BrokenHooks for Omelette {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Ordering constraints to be first.
#[derive(Debug, Plugin, Default)]
pub struct First;

#[hookimpl(before = "second")]
impl BrokenHooks for First {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Ordering constraints to be second.
#[derive(Debug, Plugin, Default)]
pub struct Second;

#[hookimpl(before = "third")]
impl BrokenHooks for Second {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Ordering constraints to be first, too.
#[derive(Debug, Plugin, Default)]
pub struct Third;

#[hookimpl(before = "first", after("nobody"))]
impl BrokenHooks for Third {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}
