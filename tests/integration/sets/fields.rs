//! Which structs are plugin sets, and the facts about their plugins.

use std::fmt::Display;

use plugin_core::closures::FakeHookSpec;
use plugin_core::{Plugin, PluginSet, hookimpl, hookspec, testing};

#[hookspec(project = "tests-sets-fields")]
trait Names {
    fn name(&self) -> String;
}

#[hookspec(project = "tests-sets-fields")]
trait Counts {
    fn count(&self) -> usize;
    #[hookspec(firstresult)]
    fn most(&self) -> Option<usize>;
}

#[derive(Plugin, Default)]
#[plugin(id = "named", version = "1.2.0", manual)]
struct Named;

#[hookimpl]
impl Names for Named {
    fn name(&self) -> String {
        "named".to_owned()
    }
}

#[derive(Plugin, Default)]
#[plugin(id = "both", manual)]
struct Both(usize);

#[hookimpl]
impl Names for Both {
    fn name(&self) -> String {
        "both".to_owned()
    }
}

#[hookimpl]
impl Counts for Both {
    fn count(&self) -> usize {
        self.0
    }
}

/// Implements no hook.
#[derive(Plugin, Default)]
#[plugin(id = "idle", manual)]
struct Idle;

#[derive(Plugin)]
#[plugin(manual, id = "generic", hookspecs(Names, Counts))]
struct Generic<T: Send, const N: usize>([T; N]);

#[hookimpl]
impl<T: Display + Send + Sync + 'static, const N: usize> Names for Generic<T, N> {
    fn name(&self) -> String {
        self.0.iter().map(ToString::to_string).collect()
    }
}

#[hookimpl]
impl<T: Send + Sync + 'static, const N: usize> Counts for Generic<T, N> {
    fn count(&self) -> usize {
        N
    }
}

#[test]
fn plugins_implement_all_some_or_none_of_the_hookspecs() {
    #[derive(PluginSet)]
    #[plugin_set(hookspecs(Names, Counts))]
    struct Plugins {
        named: Named,
        both: Both,
        idle: Idle,
        generic: Generic<u8, 2>,
    }

    let set = Plugins { named: Named, both: Both(5), idle: Idle, generic: Generic([1, 2]) };
    assert_eq!(set.hook::<dyn Names>().name(), ["12", "both", "named"]);
    assert_eq!(set.hook::<dyn Counts>().count(), [2, 5]);
    assert_eq!(set.hook::<dyn Counts>().most(), None, "no plugin implements it");
}

#[test]
fn plugins_are_listed_in_the_order_of_the_fields() {
    #[derive(PluginSet)]
    #[plugin_set(hookspecs(Names))]
    struct Plugins(#[allow(dead_code)] Idle, #[allow(dead_code)] Named, Both);

    let known: Vec<_> =
        Plugins::plugins().iter().map(|it| (it.id(), it.version().to_string())).collect();
    assert_eq!(known[0].0, "idle");
    assert_eq!(known[1], ("named", "1.2.0".to_owned()));
    assert_eq!(Plugins(Idle, Named, Both(0)).hook::<dyn Names>().name(), ["both", "named"]);
}

#[test]
fn a_set_may_be_empty_or_have_one_plugin() {
    #[derive(PluginSet)]
    #[plugin_set(hookspecs(Names, Counts))]
    struct Empty;

    #[derive(PluginSet)]
    #[plugin_set(hookspecs(Names))]
    struct AlsoEmpty {}

    #[derive(PluginSet)]
    #[plugin_set(hookspecs(Counts))]
    struct One(Both);

    assert!(Empty.hook::<dyn Names>().name().is_empty());
    assert_eq!(Empty.hook::<dyn Counts>().most(), None);
    assert!(AlsoEmpty {}.hook::<dyn Names>().name().is_empty());
    assert!(Empty::plugins().is_empty());
    assert_eq!(One(Both(3)).hook::<dyn Counts>().count(), [3]);
}

#[test]
fn a_field_may_be_removed_by_cfg() {
    #[derive(PluginSet)]
    #[plugin_set(hookspecs(Names))]
    struct Plugins {
        #[cfg(test)]
        named: Named,
        #[cfg(not(test))]
        absent: Absent,
        both: Both,
    }

    let set = Plugins { named: Named, both: Both(0) };
    assert_eq!(set.hook::<dyn Names>().name(), ["both", "named"]);
}

#[test]
fn a_fake_is_skipped_in_hooks_that_it_does_not_implement() {
    #[derive(PluginSet)]
    #[plugin_set(hookspecs(Counts))]
    struct Plugins {
        both: Both,
        fake: <dyn Counts as FakeHookSpec>::Fake,
    }

    let with = |fake| Plugins { both: Both(5), fake };
    let counting = with(testing::fake::<dyn Counts>().count(|| 7));
    assert_eq!(counting.hook::<dyn Counts>().count(), [7, 5]);
    assert_eq!(counting.hook::<dyn Counts>().most(), None);
    let most = with(testing::fake::<dyn Counts>().most(|| Some(9)));
    assert_eq!(most.hook::<dyn Counts>().count(), [5]);
    assert_eq!(most.hook::<dyn Counts>().most(), Some(9));
}

#[test]
fn static_hooks_are_a_value_of_their_own() {
    #[derive(PluginSet)]
    #[plugin_set(hookspecs(Names))]
    struct Plugins(Named);

    fn answers<P: PluginSet>(names: impl Fn(&P) -> Vec<String>, set: &P) -> Vec<String> {
        names(set)
    }

    let set = Plugins(Named);
    assert_eq!(answers(|set: &Plugins| set.hook::<dyn Names>().name(), &set), ["named"]);
    assert_eq!(format!("{:?}", set.hook::<dyn Names>()), "Names");
    assert_eq!(size_of_val(&set.hook::<dyn Names>()), size_of::<&Plugins>());
}
