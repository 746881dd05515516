//! A plugin set is a struct.

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
enum Either {
    Auth(Auth),
}

#[derive(PluginSet)]
#[plugin_set(hookspecs(Hooks))]
union Both {
    auth: std::mem::ManuallyDrop<Auth>,
}

fn main() {}
