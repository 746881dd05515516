//! Macros around generated code that needs a feature. The macro crate writes such code if the
//! feature is on in its own build. These macros drop the code if this crate is compiled without the
//! feature, which can happen when a build script depends on this crate as well: Cargo may then
//! build the macro crate once for both.

/// Contains code for plugin sets.
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

/// Contains the code that `#[derive(PluginSet)]` generates for a plugin set.
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

        // Calls on the set compile, so that the error above is the only one.
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

/// Contains code for plugins made of closures.
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
