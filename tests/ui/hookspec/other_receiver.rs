//! Plugins are shared, so `&self` is the only receiver.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn owned(self);
    fn exclusive(&mut self);
    fn boxed(self: Box<Self>);
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn exclusive(&mut self) {}
}

fn main() {}
