//! What a call returns is read off the type, which must therefore be written out.

use plugin_core::hookspec;

#[hookspec]
pub trait Hooks {
    fn show(&self) -> std::fmt::Result;
}

fn main() {}
