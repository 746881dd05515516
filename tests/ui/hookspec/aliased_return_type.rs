//! The type of a call is derived from the return type, so an alias is rejected.

use plugin_core::hookspec;

#[hookspec]
pub trait Hooks {
    fn show(&self) -> std::fmt::Result;
}

fn main() {}
