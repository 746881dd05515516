//! The call order in a plugin set: options, ordering constraints, several hookimpls of one plugin,
//! and wrappers.

use std::cell::Cell;

use plugin_core::{Plugin, PluginSet, hookimpl, hookspec};

#[hookspec(project = "tests-sets-order")]
trait Hooks {
    fn name(&self) -> &'static str;
    fn way(&self, from: u8) -> String;
    #[hookspec(firstresult)]
    fn found(&self, key: &str) -> Option<String>;
    fn counted(&self, value: Counted) -> usize;
    fn edited(&self, list: &mut Vec<&'static str>);
}

/// Counts how often it has been cloned.
#[derive(Default)]
struct Counted(Cell<usize>);

impl Clone for Counted {
    fn clone(&self) -> Self {
        self.0.set(self.0.get() + 1);
        Self(Cell::new(self.0.get()))
    }
}

macro_rules! plugins {
    ($($ty:ident($($options:tt)*) $id:literal [$($option:tt)*])*) => {$(
        #[derive(Plugin, Default)]
        #[plugin(id = $id, manual, $($options)*)]
        struct $ty;

        #[hookimpl($($option)*)]
        impl Hooks for $ty {
            fn name(&self) -> &'static str {
                $id
            }

            fn way(&self, from: u8) -> String {
                format!("{} {from}", $id)
            }
        }
    )*};
}

plugins! {
    One() "one" []
    Two() "two" []
    First(provides("lead")) "first" [tryfirst]
    Earlier() "earlier" [tryfirst]
    Last() "last" [trylast]
    Later() "later" [trylast]
    BeforeOne() "before-one" [before = "one"]
    AfterLast() "after-last" [tryfirst, after("last", "absent")]
    BeforeLead() "before-lead" [before = "lead", trylast]
}

#[derive(PluginSet, Default)]
#[plugin_set(hookspecs(Hooks))]
struct ByOptions {
    last: Last,
    first: First,
    one: One,
    earlier: Earlier,
    later: Later,
    two: Two,
}

#[derive(PluginSet, Default)]
#[plugin_set(hookspecs(Hooks))]
struct ByConstraints {
    before_one: BeforeOne,
    one: One,
    two: Two,
    first: First,
    last: Last,
    after_last: AfterLast,
    before_lead: BeforeLead,
}

#[test]
fn the_newest_plugin_is_called_first_among_those_with_the_same_option() {
    let order = ["earlier", "first", "two", "one", "last", "later"];
    assert_eq!(ByOptions::default().hook::<dyn Hooks>().name(), order);
}

#[test]
fn constraints_may_name_ids_and_capabilities() {
    let order = ["before-lead", "first", "two", "before-one", "one", "last", "after-last"];
    assert_eq!(ByConstraints::default().hook::<dyn Hooks>().name(), order);
}

/// Implements each hook several times, and wraps `name` twice.
#[derive(Plugin, Default)]
#[plugin(id = "several", manual)]
struct Several;

#[hookimpl]
impl Hooks for Several {
    #[hookimpl(specname = "name", trylast)]
    fn late(&self) -> &'static str {
        "late"
    }

    fn name(&self) -> &'static str {
        "own"
    }

    #[hookimpl(specname = "name", tryfirst)]
    fn early(&self) -> &'static str {
        "early"
    }

    #[hookimpl(specname = "name")]
    fn newer(&self) -> &'static str {
        "newer"
    }

    #[hookimpl(wrapper)]
    fn name(&self, next: &dyn Fn() -> Vec<&'static str>) -> Vec<&'static str> {
        [vec!["inner"], next()].concat()
    }

    #[hookimpl(wrapper, specname = "name")]
    fn outer(&self, next: &dyn Fn() -> Vec<&'static str>) -> Vec<&'static str> {
        [vec!["outer"], next()].concat()
    }

    #[hookimpl(specname = "found")]
    fn by_key(&self, key: &str) -> Option<String> {
        (key == "key").then(|| "found by key".to_owned())
    }

    #[hookimpl(specname = "found", trylast)]
    fn by_default(&self, _key: &str) -> Option<String> {
        Some("found by default".to_owned())
    }
}

#[test]
fn a_plugin_implements_a_hook_several_times() {
    #[derive(PluginSet, Default)]
    #[plugin_set(hookspecs(Hooks))]
    struct Plugins {
        one: One,
        several: Several,
        two: Two,
    }

    let set = Plugins::default();
    let hooks = set.hook::<dyn Hooks>();
    assert_eq!(hooks.name(), ["outer", "inner", "early", "two", "newer", "own", "one", "late"]);
    assert_eq!(hooks.found("key").as_deref(), Some("found by key"));
    assert_eq!(hooks.found("other").as_deref(), Some("found by default"));
}

macro_rules! wrappers {
    ($($ty:ident $id:literal [$($options:tt)*] $from:ident, $next:ident => $way:expr;)*) => {$(
        #[derive(Plugin, Default)]
        #[plugin(id = $id, manual)]
        struct $ty;

        #[hookimpl(wrapper, $($options)*)]
        impl Hooks for $ty {
            fn way(&self, $from: u8, $next: &dyn Fn(u8) -> Vec<String>) -> Vec<String> {
                $way
            }

            fn found(
                &self,
                key: &str,
                next: &dyn Fn(&str) -> Option<String>,
            ) -> Option<String> {
                next(key).map(|found| format!("{} {found}", $id))
            }

            fn counted(&self, value: Counted, next: &dyn Fn(Counted) -> Vec<usize>) -> Vec<usize> {
                next(value)
            }

            fn edited(&self, list: &mut Vec<&'static str>, next: &dyn Fn(&mut Vec<&'static str>)) {
                list.push($id);
                next(list);
            }
        }
    )*};
}

wrappers! {
    Passes "passes" [] from, next => tagged("passes", next(from));
    Increases "increases" [] from, next => tagged("increases", next(from + 1));
    Twice "twice" [tryfirst] from, next => tagged("twice", [next(from), next(from)].concat());
    Skips "skips" [] _from, _next => vec!["skipped".to_owned()];
    Innermost "innermost" [after("passes", "twice")] from, next => tagged("innermost", next(from));
}

fn tagged(tag: &str, ways: Vec<String>) -> Vec<String> {
    ways.into_iter().map(|way| format!("{tag} {way}")).collect()
}

#[derive(Plugin, Default)]
#[plugin(id = "counting", manual)]
struct Counting;

#[hookimpl]
impl Hooks for Counting {
    fn counted(&self, value: Counted) -> usize {
        value.0.get()
    }

    fn edited(&self, list: &mut Vec<&'static str>) {
        list.push("counting");
    }
}

#[derive(PluginSet, Default)]
#[plugin_set(hookspecs(Hooks))]
struct Wrapped {
    one: One,
    innermost: Innermost,
    twice: Twice,
    passes: Passes,
    counting: Counting,
    increases: Increases,
}

#[test]
fn wrappers_are_nested_and_may_call_next_any_number_of_times() {
    let set = Wrapped::default();
    let hooks = set.hook::<dyn Hooks>();
    assert_eq!(hooks.way(1), ["twice increases passes innermost one 2"; 2]);
    assert_eq!(hooks.found("key"), None, "no plugin returns a value");
    let mut list = Vec::new();
    hooks.edited(&mut list);
    assert_eq!(list, ["twice", "increases", "passes", "innermost", "counting"]);
    assert_eq!(hooks.counted(Counted::default()), [1], "wrappers pass their arguments on");
}

#[test]
fn the_result_of_a_wrapper_that_does_not_call_next_replaces_the_others() {
    #[derive(PluginSet, Default)]
    #[plugin_set(hookspecs(Hooks))]
    struct Skipped {
        passes: Passes,
        one: One,
        skips: Skips,
    }

    #[derive(PluginSet, Default)]
    #[plugin_set(hookspecs(Hooks))]
    struct OnlyWrappers(Skips, Passes);

    assert_eq!(Skipped::default().hook::<dyn Hooks>().way(1), ["skipped"]);
    assert_eq!(OnlyWrappers::default().hook::<dyn Hooks>().way(1), ["passes skipped"]);
    assert!(OnlyWrappers::default().hook::<dyn Hooks>().counted(Counted::default()).is_empty());
}
