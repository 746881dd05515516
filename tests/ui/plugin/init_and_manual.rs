//! A plugin has one way of construction.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin)]
#[plugin(init = Tool::new, manual)]
struct Tool;

impl Tool {
    fn new() -> Self {
        Self
    }
}

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
