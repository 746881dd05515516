//! What generated code is written for a feature only. The macros write it for the features that they
//! are compiled with; these macros drop it if this crate is compiled without the feature, as may
//! happen where a build script depends on it as well.

/// What is written for plugin sets.
#[cfg(feature = "sets")]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_sets {
    ($($written:tt)*) => { $($written)* };
}

#[cfg(not(feature = "sets"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_sets {
    ($($written:tt)*) => {};
}

/// A plugin set, and what is written for it.
#[cfg(feature = "sets")]
#[doc(hidden)]
#[macro_export]
macro_rules! __plugin_set {
    ($set:ident $($written:tt)*) => { $($written)* };
}

#[cfg(not(feature = "sets"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __plugin_set {
    ($set:ident $($written:tt)*) => {
        ::core::compile_error!(
            "`#[derive(PluginSet)]` needs the feature `sets` of `plugin-core`: write \
             `plugin-core = { .., features = [\"sets\"] }` in the manifest"
        );

        // Calls on it are no second mistake.
        #[allow(dead_code)]
        impl $set {
            fn hook<S: $crate::HookSpec + ?$crate::__private_0_1_0::Sized>(
                &self,
            ) -> $crate::Hooks<S> {
                loop {}
            }
        }
    };
}

/// What is written for plugins made of closures.
#[cfg(feature = "closures")]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_closures {
    ($($written:tt)*) => { $($written)* };
}

#[cfg(not(feature = "closures"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_closures {
    ($($written:tt)*) => {};
}
