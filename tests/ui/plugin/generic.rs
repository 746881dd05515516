//! Only the host knows the type arguments of a generic plugin.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
struct Tool<T>(T);

#[hookimpl]
impl Hooks for Tool<u8> {
    fn on_startup(&self) {}
}

fn main() {}
