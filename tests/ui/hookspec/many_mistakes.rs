//! All mistakes are reported at once, and the trait can still be implemented.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec(proyect = "gateway")]
pub trait Hooks {
    fn missing_receiver();
    #[hookspec(firstresult)]
    fn plain(&self) -> u8;
    fn generic<T>(&self, value: T);
    fn fine(&self, port: u16) -> Option<u8>;
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn plain(&self) -> u8 {
        1
    }

    #[hookimpl(wrapper)]
    fn fine(&self, port: u16, next: &dyn Fn(u16) -> Vec<u8>) -> Vec<u8> {
        next(port)
    }
}

fn main() {}
