//! A generic method cannot be called through `dyn Trait`.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn store<T: Clone, const N: usize>(&self, value: [T; N]);
    fn fine(&self);
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn store<T: Clone, const N: usize>(&self, _: [T; N]) {}
}

fn main() {}
