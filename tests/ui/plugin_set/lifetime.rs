//! The order of the hookimpls is computed at compile time, and lifetimes are generics too.

use plugin_core::{Plugin, PluginSet, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
pub struct Auth;

#[hookimpl]
impl Hooks for Auth {
    fn on_startup(&self) {}
}

#[derive(PluginSet)]
#[plugin_set(hookspecs(Hooks))]
struct Plugins<'a> {
    auth: &'a Auth,
}

fn main() {}
