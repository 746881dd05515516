//! A call has all arguments.

use plugin_core::{PluginManager, hookspec};

#[hookspec]
pub trait Hooks {
    fn process(&self, request: &str) -> Option<u8>;
    #[hookspec(historic)]
    fn on_configured(&self, port: u16) -> Option<u8>;
}

fn main() {
    let manager = PluginManager::new::<dyn Hooks>();
    let hooks = manager.hook::<dyn Hooks>();
    hooks.process();
}
