//! A similar option is suggested; without one, all options are listed.

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
#[plugin_set(hookspec(Hooks))]
struct Plugins {
    auth: Auth,
}

#[derive(PluginSet)]
#[plugin_set(hookspecs(Hooks), order = "reverse")]
struct Others {
    auth: Auth,
}

fn main() {}
