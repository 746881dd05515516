//! `init` must take the type that the configuration is read as.

use plugin_core::{Context, Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin)]
#[plugin(init = Tool::new, config = u8)]
struct Tool;

impl Tool {
    fn new(_context: &Context, _config: String) -> Self {
        Self
    }
}

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
