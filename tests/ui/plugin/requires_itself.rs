//! A plugin does not require, conflict with or provide itself.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
#[plugin(
    requires("tool ^1"),
    optional("tool"),
    conflicts("tool"),
    provides("tool 1.0")
)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
