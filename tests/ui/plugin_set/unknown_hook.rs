//! The hookspec does not have this hook.

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
struct Plugins {
    auth: Auth,
}

fn main() {
    Plugins { auth: Auth }.hook::<dyn Hooks>().on_shutdown();
}
