//! Macros that drop generated code for a disabled feature. The proc macros write the code for the
//! features that they are compiled with. Cargo may compile them once for two builds of this crate
//! with different features, one of them for build scripts. So these macros drop the code if this
//! crate is compiled without the feature.

/// Wraps generated code for plugin sets.
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

/// Wraps the generated code of a plugin set.
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

        // Without this method, each call on the set would be a further error.
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

/// Wraps generated code for plugins made of closures.
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
