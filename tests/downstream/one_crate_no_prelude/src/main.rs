//! Shows that the contract, the plugins and the host may be one crate, without a prelude, under
//! strict lints.

#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![deny(
    warnings,
    future_incompatible,
    keyword_idents,
    let_underscore,
    nonstandard_style,
    refining_impl_trait,
    rust_2018_idioms,
    rust_2024_compatibility,
    unused,
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    deprecated_in_future,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    let_underscore_drop,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_abi,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unused_crate_dependencies,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]

/// The contract.
mod contract {
    use ::plugin_core::hookspec;

    /// The hooks of the plugins.
    #[hookspec]
    pub(crate) trait Greetings {
        /// The name of the plugin.
        fn greet(&self) -> ::std::string::String;
        /// A number, from the first plugin that knows the name.
        #[hookspec(firstresult)]
        fn find(&self, name: &str) -> ::std::option::Option<u8>;
        /// News, which plugins registered later receive as well.
        #[hookspec(historic)]
        fn receive(&self, news: &str);
    }
}

/// The plugins.
mod greeters {
    use ::plugin_core::error::MissingValueError;
    use ::plugin_core::{Context, Plugin, hookimpl};
    use ::std::borrow::ToOwned;

    use crate::contract::Greetings;

    /// Returns `a`.
    #[derive(Debug, Clone, Copy, Plugin)]
    #[plugin(init = GreetA::new)]
    pub(crate) struct GreetA;

    impl GreetA {
        pub(crate) const fn new() -> Self {
            Self
        }
    }

    #[hookimpl]
    impl Greetings for GreetA {
        fn greet(&self) -> ::std::string::String {
            "a".to_owned()
        }

        fn find(&self, name: &str) -> ::std::option::Option<u8> {
            (name == "a").then_some(1)
        }
    }

    /// Returns `b`.
    #[derive(Debug, Clone, Copy, Plugin)]
    #[plugin(init = GreetB::new)]
    struct GreetB;

    impl GreetB {
        #[expect(clippy::unnecessary_wraps, reason = "a fallible `init`")]
        const fn new() -> ::std::result::Result<Self, ::std::fmt::Error> {
            ::std::result::Result::Ok(Self)
        }
    }

    #[hookimpl]
    impl Greetings for GreetB {
        fn greet(&self) -> ::std::string::String {
            "b".to_owned()
        }

        fn receive(&self, news: &str) {
            ::std::println!("b received: {news}");
        }

        #[hookimpl(wrapper)]
        fn greet(
            &self,
            next: &dyn ::std::ops::Fn() -> ::std::vec::Vec<::std::string::String>,
        ) -> ::std::vec::Vec<::std::string::String> {
            next()
        }
    }

    /// Returns `c`.
    #[derive(Debug, Clone, Copy, Plugin)]
    #[plugin(init = GreetC::new, needs(u8))]
    struct GreetC;

    impl GreetC {
        fn new(context: &Context) -> ::std::result::Result<Self, MissingValueError> {
            context.get::<u8>().map(|_| Self)
        }
    }

    /// Reads a section of the configuration.
    #[cfg(feature = "configured")]
    #[derive(Debug, Clone, Copy, Plugin)]
    #[plugin(init = GreetD::new, config = u8)]
    struct GreetD;

    #[cfg(feature = "configured")]
    impl GreetD {
        const fn new(_: u8) -> Self {
            Self
        }
    }

    #[hookimpl]
    impl Greetings for GreetC {
        fn greet(&self) -> ::std::string::String {
            "c".to_owned()
        }
    }
}

/// A plugin set of the host.
#[cfg(feature = "set")]
mod set {
    use ::plugin_core::PluginSet;

    use crate::contract::Greetings;
    use crate::greeters::GreetA;

    /// The plugins.
    #[derive(Debug, Clone, Copy, PluginSet)]
    #[plugin_set(hookspecs(Greetings))]
    struct Plugins {
        a: GreetA,
    }

    /// The results of the plugins.
    pub(crate) fn greet() -> ::std::vec::Vec<::std::string::String> {
        let plugins = Plugins { a: GreetA::new() };
        plugins.hook::<dyn Greetings>().greet()
    }
}

/// Code as in a test.
#[cfg(feature = "tested")]
fn tested() {
    use ::plugin_core::testing;
    use ::std::borrow::ToOwned;

    let fake = testing::fake::<dyn Greetings>().greet(|| "fake".to_owned());
    let manager = testing::manager::<dyn Greetings>().with(fake).build();
    ::std::assert_eq!(manager.hook::<dyn Greetings>().greet(), ["fake"]);
}

use ::plugin_core::{PluginManager, RegisterError};

use contract::Greetings;

fn main() -> ::std::result::Result<(), RegisterError> {
    let plugins = PluginManager::builder::<dyn Greetings>().provide(1_u8).discover()?;
    let hooks = plugins.hook::<dyn Greetings>();
    hooks.receive("all is well");
    let found = hooks.greet().join(" ");
    ::std::println!("hooks: {found}");
    ::std::assert_eq!(found, "c b a");
    ::std::assert_eq!(hooks.find("a"), ::std::option::Option::Some(1));
    #[cfg(feature = "set")]
    ::std::assert_eq!(set::greet(), ["a"]);
    #[cfg(feature = "tested")]
    tested();
    ::std::result::Result::Ok(())
}
