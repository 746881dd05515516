//! A contract that its caller cannot check.

use plugin_core::hookspec;

#[hookspec]
pub unsafe trait Hooks {
    fn on_startup(&self);
}

fn main() {}
