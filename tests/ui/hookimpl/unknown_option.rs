//! A similar option is suggested; without one, all options are listed.

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

#[hookimpl(tryfrist)]
impl Hooks for Tool {
    #[hookimpl(wraper)]
    fn on_startup(&self) {}
    #[hookimpl(priority = 3)]
    fn process(&self, _request: &str) -> Option<u8> {
        None
    }
}

fn main() {}
