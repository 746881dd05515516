//! Plugins that have plugin-core under another name.

#![forbid(unsafe_code)]

use plugins::{Plugin, hookimpl};
use renamed_contract::Greetings;

/// Answers `a`.
#[derive(Plugin, Default)]
#[plugin(crate = plugins)]
pub struct GreetA;

#[hookimpl(crate = plugins)]
impl Greetings for GreetA {
    fn greet(&self) -> String {
        "a".to_owned()
    }
}

/// Answers `b`.
#[derive(Plugin, Default)]
#[plugin(crate = plugins)]
pub struct GreetB;

#[hookimpl(crate = plugins)]
impl Greetings for GreetB {
    fn greet(&self) -> String {
        "b".to_owned()
    }
}

/// Answers `c`.
#[derive(Plugin, Default)]
#[plugin(crate = plugins)]
pub struct GreetC;

#[hookimpl(crate = plugins)]
impl Greetings for GreetC {
    fn greet(&self) -> String {
        "c".to_owned()
    }
}
