//! A plugin that answers `i`.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{Plugin, hookimpl};

/// Answers `i`.
#[derive(Plugin, Default)]
pub struct GreetI;

#[hookimpl]
impl Greetings for GreetI {
    fn greet(&self) -> String {
        "i".to_owned()
    }
}
