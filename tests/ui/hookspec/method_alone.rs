//! The attribute on a method configures a hook of its trait.

use plugin_core::hookspec;

pub trait Hooks {
    #[hookspec(firstresult)]
    fn authenticate(&self) -> Option<u8>;
}

fn main() {}
