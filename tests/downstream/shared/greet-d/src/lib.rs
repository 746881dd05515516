//! A plugin that answers `d`.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{Plugin, hookimpl};

/// Answers `d`.
#[derive(Plugin, Default)]
pub struct GreetD;

#[hookimpl]
impl Greetings for GreetD {
    fn greet(&self) -> String {
        "d".to_owned()
    }
}
