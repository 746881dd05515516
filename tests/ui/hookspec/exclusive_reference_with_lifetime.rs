//! Each hookimpl borrows the argument in turn.

use plugin_core::hookspec;

#[hookspec]
pub trait Hooks {
    fn last<'a>(&self, list: &'a mut Vec<u8>) -> Option<&'a mut u8>;
    fn each<'a>(&self, list: &'a mut Vec<u8>);
}

fn main() {}
