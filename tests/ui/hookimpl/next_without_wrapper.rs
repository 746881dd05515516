//! Only a wrapper has `next`.

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
    fn process(&self, request: &str, next: &dyn Fn(&str) -> Vec<u8>) -> Vec<u8> {
        next(request)
    }
    #[hookimpl(specname = "on_startup")]
    fn started(&self, _next: &dyn Fn()) {}
}

fn main() {}
