//! The macros in contexts that would break unhygienic code.

/// Only names that the code imports are in scope.
mod without_prelude {
    #![no_implicit_prelude]

    use ::plugin_core::{Plugin, PluginManager, PluginSet, hookimpl, hookspec};

    #[hookspec(project = "tests-hygiene-prelude")]
    trait Hooks {
        fn collected(&self, name: &str) -> ::std::option::Option<u8>;
        #[hookspec(firstresult)]
        fn first(&self, name: ::std::string::String) -> ::std::option::Option<u8>;
        fn fallible(&self) -> ::std::result::Result<u8, ::std::string::String>;
        #[hookspec(historic)]
        fn historic(&self, name: &str) -> ::std::option::Option<u8>;
    }

    #[derive(Plugin)]
    #[plugin(init = Tool::new)]
    struct Tool;

    impl Tool {
        #[expect(clippy::unnecessary_wraps, reason = "a fallible `init`")]
        fn new() -> ::std::result::Result<Self, ::std::string::String> {
            ::std::result::Result::Ok(Self)
        }
    }

    #[derive(Plugin)]
    #[plugin(
        id = "hygiene-configured",
        init = Configured::new,
        needs(::std::string::String),
        config = ::std::collections::BTreeMap<u8, u8>
    )]
    struct Configured;

    impl Configured {
        fn new(_: &::plugin_core::Context, _: ::std::collections::BTreeMap<u8, u8>) -> Self {
            Self
        }
    }

    #[derive(Plugin)]
    #[plugin(id = "hygiene-needy", init = Needy::new, needs(::std::string::String))]
    struct Needy;

    impl Needy {
        fn new(_: &::plugin_core::Context) -> Self {
            Self
        }
    }

    #[test]
    fn generated_code_for_injected_values_names_everything_by_its_path() {
        let builder = PluginManager::builder::<dyn Hooks>();
        let manager = builder.provide(::std::string::String::new()).build();
        ::std::assert!(manager.load::<Configured>().is_ok());
        ::std::assert!(manager.load::<Needy>().is_ok());
    }

    #[hookimpl]
    impl Hooks for Tool {
        fn collected(&self, _: &str) -> ::std::option::Option<u8> {
            ::std::option::Option::Some(1)
        }

        #[hookimpl(specname = "collected")]
        fn again(&self, _: &str) -> ::std::option::Option<u8> {
            ::std::option::Option::Some(2)
        }

        #[hookimpl(wrapper)]
        fn fallible(
            &self,
            next: &dyn ::std::ops::Fn()
                -> ::std::result::Result<::std::vec::Vec<u8>, ::std::string::String>,
        ) -> ::std::result::Result<::std::vec::Vec<u8>, ::std::string::String> {
            next()
        }

        fn historic(&self, _: &str) -> ::std::option::Option<u8> {
            ::std::option::Option::None
        }
    }

    #[test]
    fn generated_code_names_everything_by_its_path() {
        let manager = PluginManager::discover::<dyn Hooks>();
        let ::std::result::Result::Ok(manager) = manager else { ::std::panic!() };
        let hooks = manager.hook::<dyn Hooks>();
        ::std::assert_eq!(hooks.collected("x"), [2, 1]);
        ::std::assert_eq!(hooks.fallible(), ::std::result::Result::Ok(::std::vec![]));
        ::std::assert!(hooks.historic("x").is_empty());
    }

    #[derive(PluginSet)]
    #[plugin_set(hookspecs(Hooks))]
    struct Tools {
        tool: Tool,
    }

    #[test]
    fn generated_code_for_a_set_names_everything_by_its_path() {
        let tools = Tools { tool: Tool };
        let hooks = tools.hook::<dyn Hooks>();
        ::std::assert_eq!(hooks.collected("x"), [2, 1]);
        ::std::assert_eq!(hooks.fallible(), ::std::result::Result::Ok(::std::vec![]));
        ::std::assert!(hooks.historic("x").is_empty());
    }
}

/// The user defines names that generated code might use.
#[expect(dead_code, reason = "the names are not used")]
mod with_names_taken {
    use plugin_core::{PluginManager, hookimpl, hookspec};

    pub(crate) struct Option;
    pub(crate) struct Result;
    pub(crate) struct Vec;
    pub(crate) struct Arc;
    pub(crate) struct Box;
    pub(crate) struct Plugin;
    pub(crate) struct HookCaller;
    pub(crate) trait Send {}
    pub(crate) trait Sync {}
    pub(crate) trait Fn {}
    pub(crate) trait Clone {}
    #[expect(non_camel_case_types, reason = "a name that generated code might use")]
    pub(crate) struct hook;

    macro_rules! of_sets {
        ($($name:ident),*) => { $( pub(crate) struct $name; )* };
    }
    of_sets!(
        A, B, G, L, N, P, W, HookQuery, Field, Gather, Supports, Lookup, Pair, Span, Walk, Zero
    );

    #[derive(Debug, PartialEq, ::core::clone::Clone)]
    pub(crate) struct Member;
    #[derive(Debug, PartialEq, ::core::clone::Clone)]
    pub(crate) struct Number;
    pub(crate) trait PluginSet {}
    pub(crate) trait LookupFallback<T> {
        const TABLE: T;
        const IS_MEMBER: T;
    }

    macro_rules! hostile {
        ($($name:ident),*) => { $(
            #[expect(unused_macros, reason = "generated code must not find it")]
            macro_rules! $name { () => { compile_error!("the user's own macro") } }
        )* };
    }
    hostile!(vec, panic, env, stringify, concat);

    #[hookspec(project = "tests-hygiene-names")]
    trait Hooks {
        fn process(&self, next: u8, extras: u8, wrappers: u8, hookimpl: u8) -> u8;
        #[hookspec(historic)]
        fn on_ready(&self, callback: u8, answer: u8, live: u8, observation: u8) -> u8;
        fn r#type(&self, r#match: u8) -> u8;
        /// A hook with the name of a method that `Arc` and references have, too.
        fn as_ref(&self) -> u8;
        fn fmt(&self) -> u8;
        fn gathered(&self, set: Number, gather: u8, plugin: u8, number: &Member) -> Member;
    }

    #[derive(plugin_core::Plugin, Default)]
    struct Tool;

    #[hookimpl]
    impl Hooks for Tool {
        fn process(&self, next: u8, extras: u8, wrappers: u8, hookimpl: u8) -> u8 {
            next + extras + wrappers + hookimpl
        }

        #[hookimpl(wrapper)]
        fn process(
            &self,
            plugin: u8,
            view: u8,
            outer: u8,
            inner: u8,
            next: &dyn ::std::ops::Fn(u8, u8, u8, u8) -> std::vec::Vec<u8>,
        ) -> std::vec::Vec<u8> {
            next(plugin, view, outer, inner)
        }

        fn on_ready(&self, callback: u8, answer: u8, live: u8, observation: u8) -> u8 {
            callback + answer + live + observation
        }

        fn r#type(&self, r#match: u8) -> u8 {
            r#match
        }

        fn as_ref(&self) -> u8 {
            5
        }

        fn fmt(&self) -> u8 {
            6
        }

        fn gathered(&self, _set: Number, _gather: u8, _plugin: u8, number: &Member) -> Member {
            ::core::clone::Clone::clone(number)
        }

        #[hookimpl(wrapper)]
        fn gathered(
            &self,
            set: Number,
            gather: u8,
            plugin: u8,
            number: &Member,
            next: &dyn ::std::ops::Fn(Number, u8, u8, &Member) -> std::vec::Vec<Member>,
        ) -> std::vec::Vec<Member> {
            next(set, gather, plugin, number)
        }

        #[hookimpl(specname = "gathered")]
        fn again(&self, _set: Number, _gather: u8, _plugin: u8, _number: &Member) -> Member {
            Member
        }
    }

    #[test]
    fn names_of_the_user_do_not_collide_with_generated_names() {
        let manager = PluginManager::discover::<dyn Hooks>().unwrap();
        let hooks = manager.hook::<dyn Hooks>();
        assert_eq!(hooks.process(1, 2, 3, 4), [10]);
        assert_eq!(hooks.process.call_extra(&[&|a, _, _, _| a], 1, 2, 3, 4), [1, 10]);
        assert_eq!(hooks.on_ready(1, 2, 3, 4), [10]);
        assert_eq!(hooks.r#type(4), [4]);
        assert_eq!((hooks.as_ref(), hooks.fmt()), (vec_of(5), vec_of(6)));
        assert_eq!(hooks.r#type.info().name(), "type");
        assert_eq!(hooks.r#type.info().parameters(), ["match"]);
    }

    #[derive(plugin_core::PluginSet, Default)]
    #[plugin_set(hookspecs(Hooks))]
    struct Tools {
        set: Tool,
    }

    #[test]
    fn names_of_the_user_do_not_collide_with_generated_names_in_a_set() {
        let tools = Tools::default();
        let hooks = plugin_core::PluginSet::hook::<dyn Hooks>(&tools);
        assert_eq!(hooks.process(1, 2, 3, 4), [10]);
        assert_eq!(hooks.on_ready(1, 2, 3, 4), [10]);
        assert_eq!(hooks.r#type(4), [4]);
        assert_eq!((hooks.as_ref(), hooks.fmt()), (vec_of(5), vec_of(6)));
        assert_eq!(hooks.gathered(Number, 1, 2, &Member), [Member, Member]);
    }

    fn vec_of(n: u8) -> std::vec::Vec<u8> {
        [n].to_vec()
    }
}

/// Lints that also check generated code.
#[deny(
    warnings,
    nonstandard_style,
    unused,
    rust_2018_idioms,
    absolute_paths_not_starting_with_crate,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    keyword_idents,
    let_underscore_drop,
    missing_abi,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_local_definitions,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences,
    clippy::all,
    clippy::pedantic
)]
mod with_every_lint_denied {
    use plugin_core::{Plugin, PluginManager, PluginSet, hookimpl, hookspec};

    /// A contract.
    #[hookspec(project = "tests-hygiene-lints")]
    pub(crate) trait Hooks {
        /// Collected.
        fn collected(&self, name: &str, list: &mut Vec<u8>) -> Option<u8>;
        /// Borrowed.
        fn borrowed(&self, key: &str) -> &str;
        /// First.
        #[hookspec(firstresult)]
        fn first(&self, owned: String) -> Option<String>;
        /// Historic.
        #[hookspec(historic)]
        fn historic(&self, name: &str, count: u8) -> Result<Option<u8>, String>;
        /// Without parameters or result.
        fn nothing(&self);
        /// Passed by value.
        fn moved(&self, owned: String, list: Vec<u8>, name: Option<&str>, small: u8);
        /// Passed by value as well.
        fn iter(&self, text: std::borrow::Cow<'_, str>) -> std::vec::IntoIter<u8>;
        /// Deprecated, and not implemented by any plugin.
        #[deprecated]
        fn old(&self, name: &str) -> Result<u8, String>;
        #[doc = "Deprecated, historic."]
        #[deprecated(note = "no more")]
        #[hookspec(historic)]
        fn older(&self, name: &str) -> u8;
    }

    /// A plugin.
    #[derive(Debug, Plugin, Default, Clone, Copy)]
    pub(crate) struct Tool;

    #[hookimpl(tryfirst)]
    impl Hooks for Tool {
        fn collected(&self, name: &str, list: &mut Vec<u8>) -> Option<u8> {
            list.push(u8::try_from(name.len()).ok()?);
            list.last().copied()
        }

        #[hookimpl(specname = "collected")]
        fn more(&self, _: &str, list: &mut Vec<u8>) -> Option<u8> {
            list.pop()
        }

        #[hookimpl(wrapper)]
        fn nothing(&self, next: &dyn Fn()) {
            next();
        }

        fn historic(&self, name: &str, count: u8) -> Result<Option<u8>, String> {
            if name.is_empty() { Err(name.to_owned()) } else { Ok(Some(count)) }
        }
    }

    #[test]
    fn generated_code_causes_no_warnings() {
        let manager = PluginManager::discover::<dyn Hooks>().unwrap();
        let hooks = manager.hook::<dyn Hooks>();
        let mut list = Vec::new();
        assert_eq!(hooks.collected("ada", &mut list), [3]);
        assert!(hooks.borrowed("x").is_empty());
        assert_eq!(hooks.first(String::new()), None);
        assert_eq!(hooks.historic("x", 3), Ok(vec![3]));
        hooks.nothing();
    }

    /// A set.
    #[derive(Debug, PluginSet, Default, Clone, Copy)]
    #[plugin_set(hookspecs(Hooks))]
    pub(crate) struct Tools {
        tool: Tool,
    }

    #[test]
    fn generated_code_for_a_set_causes_no_warnings() {
        let tools = Tools::default();
        let hooks = tools.hook::<dyn Hooks>();
        assert_eq!(hooks.collected("ada", &mut Vec::new()), [3]);
        assert_eq!(hooks.historic("x", 3), Ok(vec![3]));
        hooks.moved(String::new(), Vec::new(), None, 1);
        assert!(hooks.iter("x".into()).is_empty());
        hooks.nothing();
    }
}

/// A contract and its plugin inside a function body.
#[test]
fn everything_works_in_a_function_body() {
    use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

    #[hookspec(project = "tests-hygiene-function")]
    trait Hooks {
        fn process(&self, n: u8) -> u8;
        #[hookspec(historic)]
        fn ready(&self);
    }

    #[derive(Plugin, Default)]
    struct Tool;

    #[hookimpl]
    impl Hooks for Tool {
        fn process(&self, n: u8) -> u8 {
            n
        }

        #[hookimpl(specname = "process")]
        fn twice(&self, n: u8) -> u8 {
            2 * n
        }
    }

    let manager = PluginManager::discover::<dyn Hooks>().unwrap();
    assert_eq!(manager.hook::<dyn Hooks>().process(4), [8, 4]);
}

/// Another name for the contract, and another path to the framework.
mod under_other_names {
    mod contract {
        #[plugin_core::hookspec(project = "tests-hygiene-renamed", crate = super::facade::framework)]
        pub(crate) trait Hooks {
            fn process(&self, n: u8) -> u8;
        }
    }

    mod facade {
        pub(crate) mod framework {
            pub(crate) use plugin_core::*;
        }
    }

    use self::contract::Hooks as Contract;
    use self::facade::framework as renamed;

    #[derive(renamed::Plugin, Default)]
    #[plugin(crate = renamed)]
    struct Tool;

    #[renamed::hookimpl(crate = self::renamed)]
    impl Contract for Tool {
        #[renamed::hookimpl(tryfirst)]
        fn process(&self, n: u8) -> u8 {
            n
        }
    }

    #[test]
    fn a_contract_can_be_imported_under_another_name() {
        let manager = renamed::PluginManager::discover::<dyn Contract>().unwrap();
        assert_eq!(manager.hook::<dyn Contract>().process(4), [4]);
    }
}

/// Items that come from a macro of the user.
mod from_a_macro {
    use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

    macro_rules! contract {
        ($spec:ident, $plugin:ident, $hook:ident($argument:ident: $ty:ty) -> $answer:ty) => {
            #[hookspec(project = "tests-hygiene-macro")]
            trait $spec {
                fn $hook(&self, $argument: $ty) -> $answer;
            }

            #[derive(Plugin, Default)]
            struct $plugin;

            #[hookimpl]
            impl $spec for $plugin {
                fn $hook(&self, $argument: $ty) -> $answer {
                    Some($argument.to_owned())
                }

                #[hookimpl(wrapper)]
                fn $hook(&self, $argument: $ty, next: &dyn Fn($ty) -> Vec<String>) -> Vec<String> {
                    next($argument)
                }
            }
        };
    }

    contract!(Hooks, Tool, echo(text: &str) -> Option<String>);

    #[test]
    fn types_in_invisible_groups_are_recognized() {
        let manager = PluginManager::discover::<dyn Hooks>().unwrap();
        assert_eq!(manager.hook::<dyn Hooks>().echo("x"), ["x"]);
    }
}
