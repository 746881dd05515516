//! Every field must be a plugin.

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

struct Session;

#[derive(PluginSet)]
#[plugin_set(hookspecs(Hooks))]
struct Plugins {
    auth: Auth,
    session: Session,
}

fn main() {
    Plugins { auth: Auth, session: Session }.hook::<dyn Hooks>().on_startup();
}
