//! A required plugin must precede its dependents, as in a manager.

use plugin_core::{Plugin, PluginSet, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
#[plugin(provides("session 1.2"))]
pub struct Auth;

#[hookimpl]
impl Hooks for Auth {
    fn on_startup(&self) {}
}

#[derive(Plugin, Default)]
#[plugin(requires("session ^1.2"))]
pub struct Cache;

#[derive(PluginSet)]
#[plugin_set(hookspecs(Hooks))]
struct Plugins {
    cache: Cache,
    auth: Auth,
}

fn main() {}
