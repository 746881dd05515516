//! The configuration type must be deserializable.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

pub struct ToolConfig;

#[derive(Plugin)]
#[plugin(init = Tool::new, config = ToolConfig)]
struct Tool;

impl Tool {
    fn new(_config: ToolConfig) -> Self {
        Self
    }
}

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
