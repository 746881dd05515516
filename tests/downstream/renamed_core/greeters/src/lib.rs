//! Plugins that use plugin-core under another name.

#![forbid(unsafe_code)]

use plugins::{Plugin, hookimpl};
use renamed_contract::Greetings;

/// Returns `a`.
#[derive(Plugin, Default)]
#[plugin(crate = plugins)]
pub struct GreetA;

#[hookimpl(crate = plugins)]
impl Greetings for GreetA {
    fn greet(&self) -> String {
        "a".to_owned()
    }
}

/// Returns `b`.
#[derive(Plugin, Default)]
#[plugin(crate = plugins)]
pub struct GreetB;

#[hookimpl(crate = plugins)]
impl Greetings for GreetB {
    fn greet(&self) -> String {
        "b".to_owned()
    }
}

/// Returns `c`.
#[derive(Plugin, Default)]
#[plugin(crate = plugins)]
pub struct GreetC;

#[hookimpl(crate = plugins)]
impl Greetings for GreetC {
    fn greet(&self) -> String {
        "c".to_owned()
    }
}
