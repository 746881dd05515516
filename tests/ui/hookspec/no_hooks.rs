//! A hookspec has at least one hook.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {}

fn main() {}
