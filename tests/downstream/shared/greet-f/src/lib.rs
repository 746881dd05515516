//! A plugin that answers `f`.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{Plugin, hookimpl};

/// Answers `f`.
#[derive(Plugin, Default)]
pub struct GreetF;

#[hookimpl]
impl Greetings for GreetF {
    fn greet(&self) -> String {
        "f".to_owned()
    }
}
