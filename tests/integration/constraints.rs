//! Ordering constraints: a hookimpl may run before or after another plugin's. (The unit tests of
//! the algorithm are in `hook/constraints/tests.rs` of plugin-core.)

use plugin_core::error::MissingReason;
use plugin_core::manager::ResolvePolicy;
use plugin_core::order::ConstraintOutcome;
use plugin_core::{Hooks, Plugin, PluginManager, Problem, hookimpl, hookspec};

#[hookspec(project = "tests-constraints")]
trait Actors {
    fn name(&self) -> &'static str;
    #[hookspec(historic)]
    fn on_configured(&self) -> &'static str;
}

macro_rules! plugins {
    ($($ty:ident($($options:tt)*) $id:literal [$($constraint:tt)*])*) => {$(
        #[derive(Plugin, Default)]
        #[plugin(id = $id, manual, $($options)*)]
        struct $ty;

        #[hookimpl($($constraint)*)]
        impl Actors for $ty {
            fn name(&self) -> &'static str {
                $id
            }

            fn on_configured(&self) -> &'static str {
                $id
            }
        }
    )*};
}

plugins! {
    One() "one" []
    Two() "two" []
    First(provides("lead")) "first" [tryfirst]
    Last() "last" [trylast]
    BeforeOne() "before-one" [before = "one"]
    AfterLast() "after-last" [tryfirst, after("last", "absent")]
    BeforeLead() "before-lead" [before = "lead", trylast]
}

fn with_basics() -> PluginManager {
    let manager = PluginManager::new::<dyn Actors>();
    manager.register(One).unwrap().expect_active();
    manager.register(Two).unwrap().expect_active();
    manager.register(First).unwrap().expect_active();
    manager.register(Last).unwrap().expect_active();
    manager
}

fn names(manager: &PluginManager) -> Vec<&'static str> {
    manager.hook::<dyn Actors>().name()
}

#[test]
fn constrained_hookimpls_move_and_the_others_keep_their_order() {
    let manager = with_basics();
    assert_eq!(names(&manager), ["first", "two", "one", "last"]);

    manager.register(AfterLast).unwrap().expect_active();
    assert_eq!(names(&manager), ["first", "two", "one", "last", "after-last"]);
    manager.register(BeforeLead).unwrap().expect_active();
    assert_eq!(names(&manager)[..2], ["before-lead", "first"], "it is named by a capability");
    manager.register(BeforeOne).unwrap().expect_active();
    let all = ["before-lead", "first", "before-one", "two", "one", "last", "after-last"];
    assert_eq!(names(&manager), all, "it is the newest plugin, so it already runs before `one`");

    // When a plugin is unregistered, its constraints are dropped, and so are constraints about it.
    manager.unregister("last").unwrap();
    assert_eq!(names(&manager)[..2], ["after-last", "before-lead"]);
    manager.unregister("one").unwrap();
    assert_eq!(names(&manager), ["after-last", "before-lead", "first", "before-one", "two"]);
}

#[test]
fn constraints_apply_in_subsets_and_in_calls_of_historic_hooks() {
    let manager = with_basics();
    manager.register(BeforeLead).unwrap().expect_active();
    let without_one = manager.subset_hook_caller::<dyn Actors>(["two"]);
    assert_eq!(without_one.hook().name(), ["before-lead", "first", "one", "last"]);
    let configured = manager.hook::<dyn Actors>().on_configured();
    assert_eq!(configured, ["before-lead", "first", "two", "one", "last"]);
}

#[test]
fn extras_run_at_the_same_position_despite_constraints() {
    let manager = with_basics();
    manager.register(BeforeLead).unwrap().expect_active();
    let answers = manager.hook::<dyn Actors>().name.call_extra(&[&|| "extra"]);
    assert_eq!(answers, ["before-lead", "first", "extra", "two", "one", "last"]);
}

#[test]
fn a_method_adds_to_the_constraints_of_its_block_and_reverses_them() {
    #[derive(Plugin)]
    #[plugin(id = "mixed", manual)]
    struct Mixed;

    #[hookimpl(before("one", "two"))]
    impl Actors for Mixed {
        #[hookimpl(after("one", "last"))]
        fn name(&self) -> &'static str {
            "mixed"
        }

        fn on_configured(&self) -> &'static str {
            "mixed"
        }
    }

    let manager = PluginManager::new::<dyn Actors>();
    manager.register(Mixed).unwrap().expect_active();
    let hooks = manager.hook::<dyn Actors>();
    let info = |hook: usize| Hooks::callers(&hooks)[hook].hookimpls()[0].info();
    assert_eq!((info(0).before(), info(0).after()), (&["two"][..], &["one", "last"][..]));
    assert_eq!((info(1).before(), info(1).after()), (&["one", "two"][..], &[][..]));
}

#[test]
fn constraints_of_wrappers_apply_among_wrappers() {
    #[hookspec(project = "tests-constraints-wrapped")]
    trait Wrapped {
        fn way(&self) -> String;
    }

    macro_rules! wrappers {
        ($($ty:ident $id:literal [$($options:tt)*])*) => {$(
            #[derive(Plugin)]
            #[plugin(id = $id, manual)]
            struct $ty;

            #[hookimpl(wrapper, $($options)*)]
            impl Wrapped for $ty {
                fn way(&self, next: &dyn Fn() -> Vec<String>) -> Vec<String> {
                    next().into_iter().map(|way| format!("{} {way}", $id)).collect()
                }
            }
        )*};
    }

    wrappers! { A "a" [] B "b" [] Inner "inner" [after("a", "end")] }

    #[derive(Plugin)]
    #[plugin(id = "end", manual)]
    struct End;

    #[hookimpl(before = "a")]
    impl Wrapped for End {
        fn way(&self) -> String {
            "end".to_owned()
        }
    }

    let manager = PluginManager::new::<dyn Wrapped>();
    manager.register(A).unwrap().expect_active();
    manager.register(B).unwrap().expect_active();
    manager.register(Inner).unwrap().expect_active();
    manager.register(End).unwrap().expect_active();
    assert_eq!(manager.hook::<dyn Wrapped>().way(), ["b a inner end"]);

    let call_order = manager.hook::<dyn Wrapped>().way.explain();
    let [_, _, inner, end] = call_order.hookimpls() else { panic!("{call_order}") };
    let effects: Vec<_> =
        inner.constraints().iter().map(|it| (it.target(), it.outcome())).collect();
    assert_eq!(
        effects,
        [("a", ConstraintOutcome::Applied), ("end", ConstraintOutcome::TargetOtherKind)]
    );
    assert_eq!(end.constraints()[0].outcome(), ConstraintOutcome::TargetOtherKind);
}

#[test]
fn constraints_that_form_a_cycle_are_rejected_and_nothing_changes() {
    #[derive(Plugin)]
    #[plugin(id = "contrary", manual)]
    struct Contrary;

    #[hookimpl]
    impl Actors for Contrary {
        #[hookimpl(after = "last", before = "after-last")]
        fn name(&self) -> &'static str {
            "contrary"
        }

        #[hookimpl(before = "last", after = "after-last")]
        fn on_configured(&self) -> &'static str {
            "contrary"
        }
    }

    let manager = with_basics();
    manager.register(AfterLast).unwrap().expect_active();
    let error = manager.register(Contrary).err().unwrap();
    let [Problem::OrderCycle { hook, constraints, .. }] = error.problems() else {
        panic!("{error}")
    };
    assert_eq!((hook.name(), constraints.len()), ("on_configured", 3));
    assert_eq!(manager.plugins().len(), 5);

    // Without `last` in the middle, the constraints can be met.
    manager.unregister("last").unwrap();
    manager.register(Contrary).unwrap().expect_active();
}

#[test]
fn a_plugin_that_would_close_a_constraint_cycle_is_skipped_with_its_dependents() {
    #[hookspec(project = "tests-constraints-lenient")]
    trait Lenient {
        fn name(&self) -> &'static str;
    }

    macro_rules! linked {
        ($($ty:ident $id:literal [$($options:tt)*] [$($constraint:tt)*])*) => {$(
            #[derive(Plugin, Default)]
            #[plugin(id = $id, $($options)*)]
            struct $ty;

            #[hookimpl($($constraint)*)]
            impl Lenient for $ty {
                fn name(&self) -> &'static str {
                    $id
                }
            }
        )*};
    }

    linked! {
        A "len-a" [] [before = "len-b"]
        B "len-b" [] [before = "len-a"]
        C "len-c" [conflicts("len-a")] []
        D "len-d" [requires("len-a")] []
        N "len-n" [] []
        V "len-v" [manual] [after = "len-n", before = "len-w"]
        W "len-w" [manual] [before = "len-n"]
    }

    let manager =
        PluginManager::builder::<dyn Lenient>().on_unresolved(ResolvePolicy::Skip).build();
    manager.register(V).unwrap().expect_active();
    manager.register(W).unwrap().expect_active();
    manager.load_linked().unwrap();
    // If the constraining plugins were registered before, the plugin that they name is skipped.
    let skipped = manager.skipped();
    let reasons: Vec<_> = skipped
        .iter()
        .map(|it| match it.reason() {
            Problem::OrderCycle { .. } => (it.plugin().id().as_str(), "constraints"),
            Problem::Missing { reason: MissingReason::Skipped(_), .. } => {
                (it.plugin().id().as_str(), "skipped")
            }
            other => panic!("{other}"),
        })
        .collect();
    assert_eq!(reasons, [("len-a", "constraints"), ("len-n", "constraints"), ("len-d", "skipped")]);
    let names = manager.hook::<dyn Lenient>().name();
    assert_eq!(
        names,
        ["len-c", "len-b", "len-v", "len-w"],
        "`len-c` does not conflict with the rest"
    );
}

#[test]
fn a_constraint_that_another_one_implies_is_redundant() {
    #[derive(Plugin)]
    #[plugin(id = "far-back", manual)]
    struct FarBack;

    #[hookimpl(after("one", "last"))]
    impl Actors for FarBack {
        fn name(&self) -> &'static str {
            "far-back"
        }
    }

    let manager = with_basics();
    manager.register(FarBack).unwrap().expect_active();
    let call_order = manager.hook::<dyn Actors>().name.explain();
    let reasons = call_order.hookimpls()[4].constraints();
    let effects: Vec<_> = reasons.iter().map(|it| (it.target(), it.outcome())).collect();
    assert_eq!(
        effects,
        [("one", ConstraintOutcome::Redundant), ("last", ConstraintOutcome::Applied)]
    );
}

#[test]
fn the_call_order_shows_the_outcome_of_each_constraint() {
    let manager = with_basics();
    manager.register(AfterLast).unwrap().expect_active();
    manager.register(BeforeOne).unwrap().expect_active();
    let call_order = manager.hook::<dyn Actors>().name.explain();
    let effects: Vec<_> = call_order
        .hookimpls()
        .iter()
        .flat_map(|place| {
            let id = place.plugin().id().as_str();
            place.constraints().iter().map(move |it| (id, it.word(), it.target(), it.outcome()))
        })
        .collect();
    let expected = [
        ("before-one", "before", "one", ConstraintOutcome::Redundant),
        ("after-last", "after", "last", ConstraintOutcome::Applied),
        ("after-last", "after", "absent", ConstraintOutcome::TargetMissing),
    ];
    assert_eq!(effects, expected);
}
