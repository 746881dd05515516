//! `next` is a reference to a function, and of no other type.

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
    fn process(&self, request: &str, next: Box<dyn Fn(&str) -> Vec<u8>>) -> Vec<u8> {
        next(request)
    }
    #[hookimpl(wrapper)]
    fn authenticate(&self, token: &str, next: &mut dyn FnMut(&str) -> Option<u8>) -> Option<u8> {
        next(token)
    }
}

fn main() {}
