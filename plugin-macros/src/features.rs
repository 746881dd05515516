//! The features of `plugin-core` that change what the macros write.
//!
//! A feature of `plugin-core` turns on the one of the same name here, so without it the tokens are not
//! even written. Cargo may build the macros once for several `plugin-core`s, of which one is without
//! the feature. So what is written for a feature also passes through a macro of `plugin-core`, which
//! drops it there.

/// Which of them are on.
#[derive(Clone, Copy)]
pub(crate) struct Features {
    /// Plugin sets.
    pub(crate) sets: bool,
    /// Plugins made of closures.
    pub(crate) closures: bool,
}

impl Features {
    /// Those that this crate is built with.
    pub(crate) fn enabled() -> Self {
        Self { sets: cfg!(feature = "sets"), closures: cfg!(feature = "closures") }
    }
}
