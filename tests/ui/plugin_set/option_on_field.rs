//! The options belong on the struct.

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
    #[plugin_set(hookspecs(Hooks))]
    auth: Auth,
}

#[derive(PluginSet)]
#[plugin_set(hookspecs(Hooks))]
struct Others {
    #[plugin_set(first)]
    auth: Auth,
}

fn main() {}
