//! All threads share an injected value.

use plugin_core::{Context, Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

use std::cell::Cell;

#[derive(Plugin)]
#[plugin(init = Tool::new, needs(Cell<u8>))]
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
