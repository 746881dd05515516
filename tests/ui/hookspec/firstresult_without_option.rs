//! `None` passes the call on to the next plugin.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    #[hookspec(firstresult)]
    fn nothing(&self);
    #[hookspec(firstresult)]
    fn plain(&self) -> u8;
    #[hookspec(firstresult)]
    fn fallible(&self) -> Result<u8, String>;
    #[hookspec(firstresult)]
    fn only_fallible(&self) -> Result<(), String>;
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn plain(&self) -> u8 {
        1
    }
}

fn main() {}
