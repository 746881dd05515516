//! A provided capability has a version, not a version requirement.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
#[plugin(provides("auth-api ^1.0", "login 1.0.0.0", "Login", "fine 1", "api v2"))]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
