//! A macro call in the impl may hide hookimpls, which would never be called.

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

macro_rules! hidden {
    () => {
        fn on_startup(&self) {}
    };
}

#[hookimpl]
impl Hooks for Tool {
    hidden!();
}

fn main() {}
