//! The default id is the name of the type, which may not be a valid id.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
struct Überwachung;

#[hookimpl]
impl Hooks for Überwachung {
    fn on_startup(&self) {}
}

fn main() {}
