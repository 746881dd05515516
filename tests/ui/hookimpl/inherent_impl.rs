//! An inherent impl implements no hookspec.

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
impl Tool {
    #[hookimpl(tryfirst)]
    fn on_startup(&self) {}
}

fn uses(tool: &Tool) {
    tool.on_startup();
}

fn main() {}
