//! A historic call reaches all plugins, so it cannot stop at the first result.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    #[hookspec(firstresult, historic)]
    fn on_configured(&self, port: u16) -> Option<u8>;
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn on_configured(&self, _port: u16) -> Option<u8> {
        None
    }
}

fn main() {}
