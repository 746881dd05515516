//! A hookimpl with such a parameter is taken for a wrapper.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    #[hookspec(firstresult)]
    fn handle(&self, request: &str, next: &dyn Fn(&str) -> Option<u8>) -> Option<u8>;
    fn process(&self, next: u8) -> Option<u8>;
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn process(&self, next: u8) -> Option<u8> {
        Some(next)
    }
}

fn main() {}
