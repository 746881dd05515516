//! `init` returns the plugin or a `Result` of it.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin)]
#[plugin(init = Tool::new)]
struct Tool;

impl Tool {
    fn new() -> Option<Self> {
        None
    }
}

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
