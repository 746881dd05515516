//! A hook without a receiver cannot be called on a plugin.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup();
    fn fine(&self);
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn on_startup() {}
    fn fine(&self) {}
}

fn main() {}
