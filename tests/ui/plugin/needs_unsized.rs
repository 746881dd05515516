//! A host cannot provide a value of an unsized type.

use plugin_core::{Context, Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

pub trait Clock: Send + Sync {}

#[derive(Plugin)]
#[plugin(init = Tool::new, needs(dyn Clock))]
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
