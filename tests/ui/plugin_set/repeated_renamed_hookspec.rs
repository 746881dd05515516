//! A hookspec must not be listed again under another name.

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

use self::Hooks as Contract;

#[derive(PluginSet)]
#[plugin_set(hookspecs(Hooks, Contract))]
struct Plugins {
    auth: Auth,
}

fn main() {}
