//! Patterns belong in hookimpls.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn moved(&self, (x, y): (u8, u8));
    fn ignored(&self, _: u8);
    fn counted(&self, mut n: u8);
    fn fine(&self);
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn moved(&self, (_x, _y): (u8, u8)) {}
    fn ignored(&self, _: u8) {}
}

fn main() {}
