//! A plugin that answers `g`.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{Plugin, hookimpl};

/// Answers `g`.
#[derive(Plugin, Default)]
pub struct GreetG;

#[hookimpl]
impl Greetings for GreetG {
    fn greet(&self) -> String {
        "g".to_owned()
    }
}
