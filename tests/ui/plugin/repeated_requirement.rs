//! Each id is listed once.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
#[plugin(requires("session ^1", "session <1.5"), provides("api 1.0", "api 2.0"))]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
