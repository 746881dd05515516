//! Hooks are identified by their trait alone.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks<T> {
    fn store(&self, value: T);
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks<u8> for Tool {
    fn store(&self, _: u8) {}
}

fn main() {}
