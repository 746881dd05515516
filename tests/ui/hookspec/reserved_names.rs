//! These names would hide generated ones, or be hidden by them.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn __internal(&self);
    fn clone(&self) -> u8;
    fn on_a1(&self);
    fn on_a_1(&self);
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn on_a1(&self) {}
    fn on_a_1(&self) {}
}

fn main() {}
