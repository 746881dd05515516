//! A plugin that answers `e`.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{Plugin, hookimpl};

/// Answers `e`.
#[derive(Plugin, Default)]
pub struct GreetE;

#[hookimpl]
impl Greetings for GreetE {
    fn greet(&self) -> String {
        "e".to_owned()
    }
}
