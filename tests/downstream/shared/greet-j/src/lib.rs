//! A plugin that answers `j`.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{Plugin, hookimpl};

/// Answers `j`.
#[derive(Plugin, Default)]
pub struct GreetJ;

#[hookimpl]
impl Greetings for GreetJ {
    fn greet(&self) -> String {
        "j".to_owned()
    }
}
