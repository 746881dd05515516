//! Each type is listed once.

use plugin_core::{Context, Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin)]
#[plugin(init = Tool::new, needs(String, Vec<u8>, String))]
struct Tool;

impl Tool {
    fn new(_context: &Context) -> Self {
        Self
    }
}

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
