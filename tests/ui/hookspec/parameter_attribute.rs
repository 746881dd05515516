//! All plugins have the same parameters.

use plugin_core::hookspec;

#[hookspec]
pub trait Hooks {
    fn on_startup(&self, #[cfg(unix)] port: u16);
}

fn main() {}
