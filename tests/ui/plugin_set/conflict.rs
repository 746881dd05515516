//! The plugins conflict.

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

#[derive(Plugin, Default)]
#[plugin(conflicts("auth"))]
pub struct Cache;

#[derive(PluginSet)]
#[plugin_set(hookspecs(Hooks))]
struct Plugins {
    auth: Auth,
    cache: Cache,
}

fn main() {}
