//! What editors insert for the missing attribute does not compile.

use plugin_core::{Plugin, hookspec};

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

impl Hooks for Tool {
    type __WriteHookimplAboveThisImpl: plugin_core::__private_0_1_0::WrittenByHookimpl
    where
        Self: Sized;
    fn on_startup(&self) {}
}

fn main() {}
