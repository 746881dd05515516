//! A caller cannot check the safety conditions of its plugins.

use plugin_core::hookspec;

#[hookspec]
pub unsafe trait Hooks {
    fn on_startup(&self);
}

fn main() {}
