//! The macro must know which hooks exist, and their options, before `cfg_attr` is evaluated.

use plugin_core::hookspec;

#[hookspec]
pub trait Hooks {
    #[cfg_attr(all(), cfg(any()))]
    fn absent(&self);
    #[cfg_attr(all(), hookspec(firstresult))]
    fn first(&self) -> Option<u8>;
    #[cfg_attr(all(), doc = "is none of our business")]
    fn fine(&self);
}

fn main() {}
