//! The hookspec, and the plugins that are registered by hand.

use std::convert::Infallible;
use std::hint::black_box;

use plugin_core::{Plugin, hookimpl, hookspec};

/// A hook of each kind.
#[hookspec]
pub(crate) trait Work {
    /// Returns nothing.
    fn unit(&self, value: u64);
    /// The results are collected.
    fn collected(&self, value: u64) -> Option<u64>;
    /// The first result wins.
    #[hookspec(firstresult)]
    fn firstresult(&self, value: u64) -> Option<u64>;
    /// The results are collected, unless one is an error.
    fn fallible(&self, value: u64) -> Result<u64, Infallible>;
    /// Calls are remembered.
    #[hookspec(historic)]
    fn historic(&self, value: u64);
}

/// Implements all hooks. Only the plugin with the number zero, which is registered first and
/// therefore called last, returns a value from `firstresult`.
#[derive(Debug, Plugin)]
#[plugin(manual)]
pub(crate) struct Answering(pub(crate) u64);

#[hookimpl]
impl Work for Answering {
    fn unit(&self, value: u64) {
        black_box(self.0 ^ value);
    }

    fn collected(&self, value: u64) -> Option<u64> {
        Some(black_box(self.0 ^ value))
    }

    fn firstresult(&self, value: u64) -> Option<u64> {
        (self.0 == 0).then(|| black_box(value))
    }

    fn fallible(&self, value: u64) -> Result<u64, Infallible> {
        Ok(black_box(self.0 ^ value))
    }

    fn historic(&self, value: u64) {
        black_box(self.0 ^ value);
    }
}

/// Wraps the hook that returns nothing.
#[derive(Debug, Plugin)]
#[plugin(manual)]
pub(crate) struct Around(pub(crate) u64);

#[hookimpl]
impl Work for Around {
    #[hookimpl(wrapper)]
    fn unit(&self, value: u64, next: &dyn Fn(u64)) {
        black_box(self.0 ^ value);
        next(value);
    }
}
