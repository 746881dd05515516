//! Ordering constraints name plugins, each once.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
    fn on_shutdown(&self);
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl(before = "Cache", after("auth", "auth"))]
impl Hooks for Tool {
    #[hookimpl(before("log", "cache"), after = "log")]
    fn on_startup(&self) {}

    #[hookimpl(before)]
    fn on_shutdown(&self) {}
}

fn main() {}
