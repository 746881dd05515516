//! The hookspec, and the plugins that implement it.

use plugin_core::{Plugin, hookimpl, hookspec};

use super::body;

/// A hook of each kind that affects the speed of a call.
#[hookspec]
pub trait Work {
    /// Returns nothing.
    fn tell(&self, value: u64);
    /// The results are collected.
    fn ask(&self, value: u64) -> Option<u64>;
    /// The first result wins.
    #[hookspec(firstresult)]
    fn ask_first(&self, value: u64) -> Option<u64>;
    /// The hook of plugins that do not implement the hook that is called.
    fn rest(&self);
}

/// Implements the hooks that are called, and returns values.
#[derive(Debug, Plugin)]
#[plugin(manual)]
pub struct Answering(pub u64);

#[hookimpl]
impl Work for Answering {
    fn tell(&self, value: u64) {
        body::tell(self.0, value);
    }

    fn ask(&self, value: u64) -> Option<u64> {
        body::answer(self.0, value)
    }

    fn ask_first(&self, value: u64) -> Option<u64> {
        body::answer(self.0, value)
    }
}

/// Implements the hooks that are called, and returns no values.
#[derive(Debug, Plugin)]
#[plugin(manual)]
pub struct Silent(pub u64);

#[hookimpl]
impl Work for Silent {
    fn tell(&self, value: u64) {
        body::tell(self.0, value);
    }

    fn ask(&self, value: u64) -> Option<u64> {
        body::no_answer(self.0, value)
    }

    fn ask_first(&self, value: u64) -> Option<u64> {
        body::no_answer(self.0, value)
    }
}

/// Implements another hook.
#[derive(Debug, Plugin)]
#[plugin(manual)]
pub struct Bystander(pub u64);

#[hookimpl]
impl Work for Bystander {
    fn rest(&self) {
        body::tell(self.0, 0);
    }
}

/// Wraps `tell`.
#[derive(Debug, Plugin)]
#[plugin(manual)]
pub struct Around(pub u64);

#[hookimpl]
impl Work for Around {
    #[hookimpl(wrapper)]
    fn tell(&self, value: u64, next: &dyn Fn(u64)) {
        body::tell(self.0, value);
        next(value);
    }
}
