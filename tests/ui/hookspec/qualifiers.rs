//! Hooks are plain functions.

use plugin_core::hookspec;

#[hookspec]
pub trait Hooks {
    async fn fetch(&self) -> u8;
    unsafe fn raw(&self);
    extern "C" fn foreign(&self);
    const fn constant(&self) -> u8;
}

fn main() {}
