//! Plugins that have a façade in place of plugin-core: flat, and as a module.

#![forbid(unsafe_code)]

use facade::{Plugin, hookimpl};
use facade_contract::Greetings;

/// Answers `a`.
#[derive(Plugin, Default)]
#[plugin(crate = facade)]
pub struct GreetA;

#[hookimpl(crate = facade)]
impl Greetings for GreetA {
    fn greet(&self) -> String {
        "a".to_owned()
    }
}

/// Answers `b`.
#[derive(Plugin, Default)]
#[plugin(crate = facade::plugin_core)]
pub struct GreetB;

#[hookimpl(crate = facade::plugin_core)]
impl Greetings for GreetB {
    fn greet(&self) -> String {
        "b".to_owned()
    }
}

/// Answers `c`.
#[derive(Plugin, Default)]
#[plugin(crate = facade)]
pub struct GreetC;

#[hookimpl(crate = facade)]
impl Greetings for GreetC {
    fn greet(&self) -> String {
        "c".to_owned()
    }
}
