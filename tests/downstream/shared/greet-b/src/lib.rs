//! A plugin that answers `b`.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{Plugin, hookimpl};

/// Answers `b`.
#[derive(Plugin, Default)]
pub struct GreetB;

#[hookimpl]
impl Greetings for GreetB {
    fn greet(&self) -> String {
        "b".to_owned()
    }
}
