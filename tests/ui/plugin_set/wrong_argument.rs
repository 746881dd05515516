//! Arguments must have the types that the hook declares.

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

#[hookspec]
pub trait Others {
    fn greet(&self, name: &str, n: u8) -> String;
}

#[derive(PluginSet)]
#[plugin_set(hookspecs(Others))]
struct Plugins {
    auth: Auth,
}

fn main() {
    let plugins = Plugins { auth: Auth };
    plugins.hook::<dyn Others>().greet(7, 1);
    plugins.hook::<dyn Others>().greet("ada");
}
