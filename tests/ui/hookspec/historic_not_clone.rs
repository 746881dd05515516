//! A reference is stored as a clone of the value that it refers to.

use plugin_core::{Plugin, hookimpl, hookspec};

pub struct Config;

#[hookspec]
pub trait Hooks {
    #[hookspec(historic)]
    fn on_configured(&self, config: &Config);
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn on_configured(&self, _config: &Config) {}
}

fn main() {}
