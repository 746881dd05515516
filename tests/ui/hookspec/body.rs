//! A plugin that leaves a hook out is not called: there is no default.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self) {
        println!("nobody would run this");
    }
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {}

fn main() {}
