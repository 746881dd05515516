//! `impl Trait` is a different type in each plugin.

use plugin_core::hookspec;

#[hookspec]
pub trait Hooks {
    fn feed(&self, items: impl Iterator<Item = u8>);
    fn items(&self) -> impl Iterator<Item = u8>;
}

fn main() {}
