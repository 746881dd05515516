//! What every plugin must provide is declared as a hook.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks: std::fmt::Debug + Send + 'static {
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
struct Tool;

impl std::fmt::Debug for Tool {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
