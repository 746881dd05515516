//! The modules and names that sets and their contracts may have.

use plugin_core::{Plugin, PluginSet, hookimpl, hookspec};

/// The contract is visible only in this module.
mod contract {
    #[plugin_core::hookspec(project = "tests-sets-places")]
    pub(in crate::sets) trait Hooks {
        fn r#type(&self, r#match: u8, set: u8) -> u8;
        #[cfg(test)]
        fn present(&self, gather: u8, next: u8) -> u8;
        #[cfg(not(test))]
        fn absent(&self, nothing: Absent);
        #[deprecated]
        fn old(&self, plugin: String) -> usize;
        /// Named like a method of a set or of its hooks.
        fn hook(&self, number: u8) -> u8;
        fn plugins(&self) -> u8;
        fn list(&self, next: &mut Vec<u8>) -> Vec<u8>;
        fn take(&self, set: Option<&str>, gather: std::borrow::Cow<'_, str>) -> usize;
    }
}

use contract::Hooks;

#[derive(Plugin, Default)]
#[plugin(manual)]
struct Tool;

#[hookimpl]
#[allow(deprecated)]
impl Hooks for Tool {
    fn r#type(&self, r#match: u8, set: u8) -> u8 {
        r#match - set
    }

    #[hookimpl(specname = "type")]
    fn kind(&self, r#match: u8, set: u8) -> u8 {
        r#match + set
    }

    #[hookimpl(wrapper)]
    fn r#type(&self, r#match: u8, set: u8, next: &dyn Fn(u8, u8) -> Vec<u8>) -> Vec<u8> {
        next(r#match + 1, set)
    }

    #[cfg(test)]
    fn present(&self, gather: u8, next: u8) -> u8 {
        gather - next
    }

    #[cfg(not(test))]
    fn absent(&self, _nothing: Absent) {}

    #[cfg(not(test))]
    #[hookimpl(specname = "present")]
    fn also_absent(&self, _nothing: Absent) {}

    fn old(&self, plugin: String) -> usize {
        plugin.len()
    }

    fn hook(&self, number: u8) -> u8 {
        number
    }

    fn plugins(&self) -> u8 {
        1
    }

    fn list(&self, next: &mut Vec<u8>) -> Vec<u8> {
        next.push(1);
        next.clone()
    }

    fn take(&self, set: Option<&str>, gather: std::borrow::Cow<'_, str>) -> usize {
        set.map_or(0, str::len) + gather.len()
    }
}

#[derive(PluginSet, Default)]
#[plugin_set(hookspecs(contract::Hooks))]
struct Tools {
    r#type: Tool,
}

#[test]
fn names_may_be_keywords_or_equal_generated_names() {
    let set = Tools::default();
    let hooks = set.hook::<dyn Hooks>();
    assert_eq!(hooks.r#type(3, 1), [5, 3]);
    assert_eq!(hooks.present(3, 1), [2]);
    assert_eq!(hooks.hook(4), [4]);
    assert_eq!(hooks.plugins(), [1]);
    assert_eq!(hooks.list(&mut Vec::new()), [[1]]);
    assert_eq!(hooks.take(Some("ab"), "c".into()), [3]);
}

#[test]
#[expect(deprecated, reason = "the test calls a deprecated hook")]
fn a_deprecated_hook_is_deprecated_on_a_set_as_well() {
    assert_eq!(Tools::default().hook::<dyn Hooks>().old("old".to_owned()), [3]);
}

#[test]
fn a_set_may_be_in_a_function_body() {
    #[hookspec(project = "tests-sets-places-function")]
    trait Local {
        fn process(&self, n: u8) -> u8;
    }

    #[derive(Plugin)]
    #[plugin(manual)]
    struct Doubles;

    #[hookimpl]
    impl Local for Doubles {
        fn process(&self, n: u8) -> u8 {
            2 * n
        }
    }

    #[derive(PluginSet)]
    #[plugin_set(hookspecs(Local))]
    struct Set {
        doubles: Doubles,
    }

    assert_eq!(Set { doubles: Doubles }.hook::<dyn Local>().process(4), [8]);
}

/// A macro of the user writes all items, with types and paths in invisible groups.
mod from_a_macro {
    use super::*;

    macro_rules! set {
        ($spec:ident, $path:path, $set:ident { $($field:ident: $ty:ty = $factor:literal),* }) => {
            #[hookspec(project = "tests-sets-places-macro")]
            trait $spec {
                fn process(&self, n: u8) -> u8;
            }

            $(
                #[derive(Plugin, Default)]
                #[plugin(manual)]
                #[allow(non_camel_case_types)]
                struct $field;

                #[hookimpl]
                impl $spec for $ty {
                    fn process(&self, n: u8) -> u8 {
                        $factor * n
                    }
                }
            )*

            #[derive(PluginSet, Default)]
            #[plugin_set(hookspecs($path))]
            struct $set {
                $($field: $ty),*
            }
        };
    }

    set!(Processing, self::Processing, Set { doubles: doubles = 2, triples: self::triples = 3 });

    #[test]
    fn a_set_may_come_from_a_macro() {
        assert_eq!(Set::default().hook::<dyn Processing>().process(2), [6, 4]);
    }
}

/// Another name for the contract, and another path to the framework.
mod under_other_names {
    mod facade {
        pub(crate) mod framework {
            pub(crate) use plugin_core::*;
        }
    }

    use self::facade::framework as renamed;
    use super::{Tool, contract::Hooks as Contract};
    use renamed::PluginSet as _;

    #[derive(renamed::PluginSet)]
    #[plugin_set(crate = renamed, hookspecs(Contract))]
    struct Set(Tool);

    #[test]
    fn the_framework_and_the_contract_may_have_other_names() {
        assert_eq!(Set(Tool).hook::<dyn Contract>().hook(4), [4]);
    }
}
