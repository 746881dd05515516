//! A plugin that answers `c`.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{Plugin, hookimpl};

/// Answers `c`.
#[derive(Plugin, Default)]
pub struct GreetC;

#[hookimpl]
impl Greetings for GreetC {
    fn greet(&self) -> String {
        "c".to_owned()
    }
}
