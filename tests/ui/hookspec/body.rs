//! A plugin that does not implement a hook is not called, so there is no default body.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self) {
        println!("never runs");
    }
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {}

fn main() {}
