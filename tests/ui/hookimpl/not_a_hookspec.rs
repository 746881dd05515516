//! A trait without `#[hookspec]` has no hooks.

use plugin_core::{Plugin, hookimpl, hookspec};

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

trait Plain {
    fn on_startup(&self);
}

#[hookimpl]
impl Plain for Tool {
    fn on_startup(&self) {}
}

fn main() {}
