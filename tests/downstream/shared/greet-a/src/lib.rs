//! A plugin that answers `a`.

#![forbid(unsafe_code)]

use greetings::Greetings;
use plugin_core::{Plugin, hookimpl};

/// Answers `a`.
#[derive(Plugin, Default)]
pub struct GreetA;

#[hookimpl]
impl Greetings for GreetA {
    fn greet(&self) -> String {
        "a".to_owned()
    }
}
