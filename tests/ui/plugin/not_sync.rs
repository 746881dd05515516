//! A plugin is shared between threads.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
struct Tool {
    count: std::cell::Cell<u8>,
}

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
