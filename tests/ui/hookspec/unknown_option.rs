//! A similar option is suggested; without one, all options are listed.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec(projct = "gateway")]
pub trait Hooks {
    #[hookspec(firstresults)]
    fn authenticate(&self, token: &str) -> Option<u8>;
    #[hookspec(parallel)]
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn authenticate(&self, _token: &str) -> Option<u8> {
        None
    }
}

fn main() {}
