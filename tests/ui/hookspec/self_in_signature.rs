//! `Self` is a different type in each plugin.

use plugin_core::hookspec;

#[hookspec]
pub trait Hooks {
    fn merge(&self, other: &Self);
    fn copy(&self) -> Option<Self>;
}

fn main() {}
