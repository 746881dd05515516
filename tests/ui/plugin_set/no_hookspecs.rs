//! A plugin set must list its hookspecs.

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
struct Plugins {
    auth: Auth,
}

#[derive(PluginSet)]
#[plugin_set(hookspecs = Hooks)]
struct Others {
    auth: Auth,
}

fn main() {}
