//! Without this error, an impl without the attribute would compile and never be called.

use plugin_core::{Plugin, hookspec};

#[hookspec]
pub trait Hooks {
    fn process(&self, request: &str) -> Option<u8>;
    #[hookspec(firstresult)]
    fn authenticate(&self, token: &str) -> Option<u8>;
    #[hookspec(historic)]
    fn on_configured(&self, port: u16);
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
struct Tool;

impl Hooks for Tool {
    fn process(&self, _request: &str) -> Option<u8> {
        None
    }
}

fn main() {}
