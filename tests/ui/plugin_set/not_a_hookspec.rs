//! Every listed trait must be a hookspec.

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

trait Plain {
    fn plain(&self);
}

#[derive(PluginSet)]
#[plugin_set(hookspecs(Hooks, Plain))]
struct Plugins {
    auth: Auth,
}

fn main() {}
