//! The ordering constraints form a cycle.

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
pub struct Cache;

#[hookimpl(before = "session")]
impl Hooks for Cache {
    fn on_startup(&self) {}
}

#[derive(Plugin, Default)]
pub struct Session;

#[hookimpl]
impl Hooks for Session {
    #[hookimpl(before = "cache")]
    fn on_startup(&self) {}
}

#[derive(PluginSet)]
#[plugin_set(hookspecs(Hooks))]
struct Plugins {
    auth: Auth,
    cache: Cache,
    session: Session,
}

fn main() {
    Plugins { auth: Auth, cache: Cache, session: Session }.hook::<dyn Hooks>().on_startup();
}
