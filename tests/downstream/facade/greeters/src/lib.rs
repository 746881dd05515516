//! Plugins that use a façade instead of plugin-core: directly, and as a module.

#![forbid(unsafe_code)]

use facade::{Plugin, hookimpl};
use facade_contract::Greetings;

/// Returns `a`.
#[derive(Plugin, Default)]
#[plugin(crate = facade)]
pub struct GreetA;

#[hookimpl(crate = facade)]
impl Greetings for GreetA {
    fn greet(&self) -> String {
        "a".to_owned()
    }
}

/// Returns `b`.
#[derive(Plugin, Default)]
#[plugin(crate = facade::plugin_core)]
pub struct GreetB;

#[hookimpl(crate = facade::plugin_core)]
impl Greetings for GreetB {
    fn greet(&self) -> String {
        "b".to_owned()
    }
}

/// Returns `c`.
#[derive(Plugin, Default)]
#[plugin(crate = facade)]
pub struct GreetC;

#[hookimpl(crate = facade)]
impl Greetings for GreetC {
    fn greet(&self) -> String {
        "c".to_owned()
    }
}
