//! Ids and versions are checked where they are written.

use plugin_core::{Plugin, hookimpl, hookspec};

#[hookspec]
pub trait Hooks {
    fn on_startup(&self);
}

#[derive(Plugin, Default)]
#[plugin(
    requires("Session ^1", "session ^x", "clock >=2 <4", "auth@^1", "", "log v1"),
    optional = "metrics 1.x.y",
    conflicts("legacy auth")
)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn on_startup(&self) {}
}

fn main() {}
