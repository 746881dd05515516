//! A plugin that answers `h`.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{Plugin, hookimpl};

/// Answers `h`.
#[derive(Plugin, Default)]
pub struct GreetH;

#[hookimpl]
impl Greetings for GreetH {
    fn greet(&self) -> String {
        "h".to_owned()
    }
}
