//! A generic plugin lists its hookspecs, because it cannot register itself.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn process(&self, request: &str) -> Option<u8>;
    #[hookspec(firstresult)]
    fn authenticate(&self, token: &str) -> Option<u8>;
    #[hookspec(historic)]
    fn on_configured(&self, port: u16);
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
struct Tool;

#[derive(Plugin)]
#[plugin(manual)]
struct Generic<T>(T);

#[hookimpl]
impl<T: Send + Sync + 'static> Hooks for Generic<T> {
    fn on_startup(&self) {}
}

fn main() {}
