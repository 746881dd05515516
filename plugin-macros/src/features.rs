//! The features of `plugin-core` that change what the macros write.
//!
//! A feature of `plugin-core` enables the feature of the same name here. Without it, the macros do not
//! write the tokens at all. Cargo may build the macros once for several builds of `plugin-core`, some of
//! them without the feature. So the tokens for a feature also pass through a macro of `plugin-core`, which
//! drops them if the feature is off.

/// The enabled features.
#[derive(Clone, Copy)]
pub(crate) struct Features {
    /// Plugin sets.
    pub(crate) sets: bool,
    /// Plugins made of closures.
    pub(crate) closures: bool,
}

impl Features {
    /// The features that this crate is built with.
    pub(crate) fn enabled() -> Self {
        Self { sets: cfg!(feature = "sets"), closures: cfg!(feature = "closures") }
    }
}
