//! `init` takes only the context and the configuration.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin)]
#[plugin(init = Tool::new)]
struct Tool;

impl Tool {
    fn new(_port: u16) -> Self {
        Self
    }
}

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
