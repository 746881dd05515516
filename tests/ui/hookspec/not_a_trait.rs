//! A hookspec is a trait.

use plugin_core::hookspec;

#[hookspec]
pub struct Hooks {
    port: u16,
}

fn main() {}
