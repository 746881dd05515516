//! A historic call reaches each plugin separately, so there is nothing to wrap.

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

#[hookimpl]
impl Hooks for Tool {
    #[hookimpl(wrapper)]
    fn on_configured(&self, port: u16, next: &dyn Fn(u16)) {
        next(port);
    }
}

fn main() {}
