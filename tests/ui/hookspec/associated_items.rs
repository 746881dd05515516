//! A hookspec contains only hooks.

use plugin_core::hookspec;

#[hookspec]
pub trait Hooks {
    const LIMIT: usize;
    type Item;
    fn on_startup(&self);
}

fn main() {}
