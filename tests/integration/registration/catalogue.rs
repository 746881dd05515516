//! Plugins that managers construct: which are loaded, in which order, and what becomes of the
//! others when one fails.

use std::cell::RefCell;
use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};

use plugin_core::{Catalogue, Plugin, PluginManager, Problem, hookimpl, hookspec};

fn ids(manager: &PluginManager) -> Vec<String> {
    manager.plugins().iter().map(|it| it.id().to_string()).collect()
}

mod loads {
    //! A project whose plugins can all be constructed, and its neighbours.

    use super::*;

    #[hookspec(project = "tests-registration-loads")]
    trait Hooks {
        fn who(&self) -> &'static str;
    }

    /// Another contract of the same project.
    #[hookspec(project = "tests-registration-loads")]
    trait MoreHooks {
        fn more(&self) -> &'static str;
    }

    /// A contract of another project.
    #[hookspec(project = "tests-registration-loads-elsewhere")]
    trait Elsewhere {
        fn elsewhere(&self) -> &'static str;
    }

    // Declared in another order than that of their ids.

    #[derive(Plugin, Default)]
    #[plugin(id = "loads-b")]
    struct Second;

    #[hookimpl]
    impl MoreHooks for Second {
        fn more(&self) -> &'static str {
            "b"
        }
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "loads-c")]
    struct Third;

    #[hookimpl]
    impl Hooks for Third {
        fn who(&self) -> &'static str {
            "c"
        }
    }

    #[hookimpl]
    impl Elsewhere for Third {
        fn elsewhere(&self) -> &'static str {
            "c"
        }
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "loads-a")]
    struct First;

    #[hookimpl]
    impl Hooks for First {
        fn who(&self) -> &'static str {
            "a"
        }
    }

    #[derive(Plugin)]
    #[plugin(id = "loads-manual", manual)]
    struct Manual;

    #[hookimpl]
    impl Hooks for Manual {
        fn who(&self) -> &'static str {
            "manual"
        }
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "loads-stranger")]
    struct Stranger;

    #[hookimpl]
    impl Elsewhere for Stranger {
        fn elsewhere(&self) -> &'static str {
            "stranger"
        }
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "loads-idle")]
    struct Idle;

    #[test]
    fn those_that_implement_a_hookspec_of_the_project_are_loaded_in_the_order_of_their_ids() {
        let manager = PluginManager::discover::<dyn Hooks>().unwrap();
        assert_eq!(ids(&manager), ["loads-a", "loads-b", "loads-c"]);
        assert_eq!(manager.hook::<dyn Hooks>().who(), ["c", "a"], "the last one is called first");
        assert_eq!(manager.hook::<dyn MoreHooks>().more(), ["b"]);
    }

    #[test]
    fn the_contract_that_a_manager_is_made_for_only_names_the_project() {
        let manager = PluginManager::discover::<dyn MoreHooks>().unwrap();
        assert_eq!(ids(&manager), ["loads-a", "loads-b", "loads-c"]);
    }

    #[test]
    fn plugins_of_another_project_are_not_loaded_though_one_of_both_is() {
        let manager = PluginManager::discover::<dyn Hooks>().unwrap();
        assert!(manager.plugin("loads-stranger").is_none());
        assert_eq!(manager.hook::<dyn Elsewhere>().elsewhere(), ["c"]);

        let elsewhere = PluginManager::discover::<dyn Elsewhere>().unwrap();
        assert_eq!(ids(&elsewhere), ["loads-c", "loads-stranger"]);
    }

    #[test]
    fn a_plugin_of_another_project_can_be_loaded_by_its_type() {
        let manager = PluginManager::new::<dyn Hooks>();
        manager.load::<Stranger>().unwrap().unwrap();
        manager.load::<Idle>().unwrap().unwrap();
        assert_eq!(ids(&manager), ["loads-stranger", "loads-idle"]);
        assert_eq!(manager.hook::<dyn Elsewhere>().elsewhere(), ["stranger"]);
    }

    #[test]
    fn those_that_are_registered_already_are_passed_over() {
        let manager = PluginManager::new::<dyn Hooks>();
        manager.load::<Third>().unwrap();
        manager.register_as("loads-a", Manual).unwrap();
        assert_eq!(manager.load_catalogue().unwrap(), 1);
        assert_eq!(ids(&manager), ["loads-c", "loads-a", "loads-b"]);
        assert_eq!(manager.hook::<dyn Hooks>().who(), ["manual", "c"]);

        assert_eq!(manager.load_catalogue().unwrap(), 0);
        manager.unregister("loads-b");
        assert_eq!(manager.load_catalogue().unwrap(), 1);
        assert_eq!(ids(&manager), ["loads-c", "loads-a", "loads-b"]);
    }

    #[test]
    fn a_plugin_is_loaded_by_its_type_only_once_under_any_id() {
        let manager = PluginManager::new::<dyn Hooks>();
        manager.register_as("other", First).unwrap();
        let error = manager.load::<First>().err().unwrap();
        assert!(
            matches!(error.problems(), [Problem::SecondInstance { id, .. }] if *id == "other"),
            "{error}"
        );
    }

    #[test]
    fn only_the_host_constructs_a_manual_plugin() {
        let manager = PluginManager::new::<dyn Hooks>();
        let error = manager.load::<Manual>().err().unwrap();
        assert!(
            matches!(error.problems(), [Problem::NotConstructible { plugin }]
                if *plugin == Manual::info()),
            "{error}"
        );
        assert!(error.to_string().contains("`manager.register(Manual..)`"), "{error}");
        assert!(Catalogue::linked().plugins().any(|it| it == Manual::info()));
    }

    #[test]
    fn managers_construct_instances_of_their_own() {
        let (one, other) = (
            PluginManager::discover::<dyn Hooks>().unwrap(),
            PluginManager::discover::<dyn Hooks>().unwrap(),
        );
        one.unregister("loads-a");
        assert!(other.get::<First>().is_some());
        assert_eq!(other.hook::<dyn Hooks>().who(), ["c", "a"]);
    }
}

mod fails {
    //! A project in which two of three plugins cannot be constructed.

    use super::*;

    #[hookspec(project = "tests-registration-fails")]
    trait Hooks {
        fn who(&self) -> &'static str;
    }

    thread_local! {
        /// How many of the good ones there are, on the thread of a test.
        static ALIVE: RefCell<i32> = const { RefCell::new(0) };
        static CONSTRUCTED: RefCell<i32> = const { RefCell::new(0) };
    }

    #[derive(Plugin)]
    #[plugin(id = "fails-b-good")]
    struct Good;

    impl Default for Good {
        fn default() -> Self {
            ALIVE.with_borrow_mut(|count| *count += 1);
            CONSTRUCTED.with_borrow_mut(|count| *count += 1);
            Self
        }
    }

    impl Drop for Good {
        fn drop(&mut self) {
            ALIVE.with_borrow_mut(|count| *count -= 1);
        }
    }

    #[hookimpl]
    impl Hooks for Good {
        fn who(&self) -> &'static str {
            "good"
        }
    }

    #[derive(Plugin)]
    #[plugin(id = "fails-a-bad", init = Bad::new)]
    struct Bad;

    impl Bad {
        fn new() -> Result<Self, std::num::ParseIntError> {
            "no number".parse::<u8>().map(|_| Self)
        }
    }

    #[hookimpl]
    impl Hooks for Bad {
        fn who(&self) -> &'static str {
            "bad"
        }
    }

    #[derive(Plugin)]
    #[plugin(id = "fails-c-worse", init = Worse::new)]
    struct Worse;

    impl Worse {
        fn new() -> Result<Self, String> {
            Err("worse".to_owned())
        }
    }

    #[hookimpl]
    impl Hooks for Worse {
        fn who(&self) -> &'static str {
            "worse"
        }
    }

    #[test]
    fn every_init_that_fails_is_reported_and_no_plugin_is_registered() {
        let manager = PluginManager::new::<dyn Hooks>();
        let error = manager.load_catalogue().unwrap_err();

        let [
            Problem::Init { plugin: bad, source: number },
            Problem::Init { plugin: worse, source: text },
        ] = error.problems()
        else {
            panic!("{error}")
        };
        assert_eq!((*bad, *worse), (Bad::info(), Worse::info()));
        assert!(number.is::<std::num::ParseIntError>());
        assert_eq!(text.to_string(), "worse");
        let lines: Vec<_> = error.to_string().lines().map(str::to_owned).collect();
        assert_eq!(lines[0], "no plugin was registered: 2 problems");
        assert!(lines[1].starts_with("1. `init` of plugin `fails-a-bad` "), "{error}");
        assert!(lines[1].contains(&Bad::info().location().to_string()), "{error}");
        assert!(lines[2].starts_with("2. `init` of plugin `fails-c-worse` "), "{error}");
        assert_eq!(lines.len(), 3);

        assert!(manager.plugins().is_empty());
        assert!(manager.hook::<dyn Hooks>().who().is_empty());
        assert_eq!(CONSTRUCTED.with_borrow(|it| *it), 1);
        assert_eq!(ALIVE.with_borrow(|it| *it), 0, "what could be constructed is dropped");
    }

    #[test]
    fn the_others_can_be_loaded_once_those_that_fail_are_blocked() {
        let manager = PluginManager::new::<dyn Hooks>();
        manager.load_catalogue().unwrap_err();
        manager.block("fails-a-bad");
        let error = manager.load_catalogue().unwrap_err();
        assert_eq!(error.problems().len(), 1, "{error}");
        manager.block("fails-c-worse");
        assert_eq!(manager.load_catalogue().unwrap(), 1);
        assert_eq!(ids(&manager), ["fails-b-good"]);
    }

    #[test]
    fn a_single_plugin_that_fails_is_reported_with_its_cause() {
        let manager = PluginManager::new::<dyn Hooks>();
        let error = manager.load::<Bad>().err().unwrap();
        assert!(matches!(error.problems(), [Problem::Init { .. }]), "{error}");
        assert!(error.source().unwrap().is::<std::num::ParseIntError>());
        assert!(manager.plugin("fails-a-bad").is_none());
        manager.register(Bad).unwrap().expect("its id is free");
    }
}

mod collides {
    //! A project with two plugins of one id.

    use super::*;

    #[hookspec(project = "tests-registration-collides")]
    trait Hooks {
        fn who(&self) -> &'static str;
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "collides")]
    struct One;

    #[hookimpl]
    impl Hooks for One {
        fn who(&self) -> &'static str {
            "one"
        }
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "collides")]
    struct Other;

    #[hookimpl]
    impl Hooks for Other {
        fn who(&self) -> &'static str {
            "other"
        }
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "collides-not")]
    struct Innocent;

    #[hookimpl]
    impl Hooks for Innocent {
        fn who(&self) -> &'static str {
            "innocent"
        }
    }

    #[test]
    fn two_linked_plugins_of_one_id_are_reported_and_none_is_registered() {
        let manager = PluginManager::new::<dyn Hooks>();
        let error = manager.load_catalogue().unwrap_err();
        let [Problem::DuplicateId { first, second, .. }] = error.problems() else {
            panic!("{error}")
        };
        assert_eq!((*first, *second), (One::info(), Other::info()));
        assert!(manager.plugins().is_empty());
    }

    #[test]
    fn the_host_may_choose_one_of_them() {
        let manager = PluginManager::new::<dyn Hooks>();
        manager.load::<Other>().unwrap();
        assert_eq!(manager.load_catalogue().unwrap(), 1);
        assert_eq!(manager.hook::<dyn Hooks>().who(), ["innocent", "other"]);
    }

    #[test]
    fn the_host_may_block_both() {
        let manager = PluginManager::new::<dyn Hooks>();
        manager.block("collides");
        assert_eq!(manager.load_catalogue().unwrap(), 1);
        assert_eq!(ids(&manager), ["collides-not"]);
    }
}

mod blocked {
    //! A project with a plugin that counts how often it is constructed.

    use super::*;

    #[hookspec(project = "tests-registration-blocked")]
    trait Hooks {
        fn who(&self) -> &'static str;
    }

    static CONSTRUCTED: AtomicUsize = AtomicUsize::new(0);

    #[derive(Plugin)]
    #[plugin(id = "blocked-counted", init = Counted::new)]
    struct Counted;

    impl Counted {
        fn new() -> Self {
            CONSTRUCTED.fetch_add(1, Ordering::Relaxed);
            Self
        }
    }

    #[hookimpl]
    impl Hooks for Counted {
        fn who(&self) -> &'static str {
            "counted"
        }
    }

    #[test]
    fn none_of_the_code_of_a_blocked_plugin_runs() {
        let manager = PluginManager::new::<dyn Hooks>();
        manager.block("blocked-counted");
        assert_eq!(manager.load_catalogue().unwrap(), 0);
        assert!(manager.load::<Counted>().unwrap().is_none());
        assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), 0);

        manager.unblock("blocked-counted");
        assert_eq!(manager.load_catalogue().unwrap(), 1);
        assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), 1, "so that the count proves something");
        assert_eq!(manager.hook::<dyn Hooks>().who(), ["counted"]);
        assert_eq!(manager.load_catalogue().unwrap(), 0);
        assert!(manager.load::<Counted>().is_err());
        assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), 1, "nor if it is registered already");
    }
}

mod constructing {
    //! A project with a plugin whose `init` uses the manager that loads it.

    use super::*;

    #[hookspec(project = "tests-registration-constructing")]
    trait Hooks {
        fn who(&self) -> &'static str;
    }

    type InitWork = Box<dyn FnOnce(&PluginManager)>;

    thread_local! {
        /// The manager of the test on this thread, and what `init` does with it.
        static INIT: RefCell<Option<(PluginManager, InitWork)>> = const { RefCell::new(None) };
    }

    #[derive(Plugin)]
    #[plugin(id = "constructing-a", init = Curious::new)]
    struct Curious;

    impl Curious {
        fn new() -> Self {
            if let Some((manager, work)) = INIT.take() {
                work(&manager);
            }
            Self
        }
    }

    #[hookimpl]
    impl Hooks for Curious {
        fn who(&self) -> &'static str {
            "curious"
        }
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "constructing-b")]
    struct Neighbour;

    #[hookimpl]
    impl Hooks for Neighbour {
        fn who(&self) -> &'static str {
            "neighbour"
        }
    }

    fn with_init(work: impl FnOnce(&PluginManager) + 'static) -> PluginManager {
        let manager = PluginManager::new::<dyn Hooks>();
        INIT.set(Some((manager.clone(), Box::new(work))));
        manager
    }

    #[track_caller]
    fn assert_init_has_run() {
        assert!(INIT.take().is_none());
    }

    #[test]
    fn a_plugin_that_is_blocked_while_it_is_constructed_does_not_come() {
        let manager = with_init(|manager| {
            assert!(manager.block("constructing-a").is_none(), "it is not registered yet");
        });
        assert_eq!(manager.load_catalogue().unwrap(), 1);
        assert_eq!(ids(&manager), ["constructing-b"]);
        assert_eq!(manager.hook::<dyn Hooks>().who(), ["neighbour"]);

        let manager = with_init(|manager| drop(manager.block("constructing-a")));
        assert!(manager.load::<Curious>().unwrap().is_none());
        manager.unblock("constructing-a");
        manager.load::<Curious>().unwrap().expect("its id is free");
    }

    #[test]
    fn nothing_is_seen_of_a_plugin_before_all_of_them_have_come() {
        let manager = with_init(|manager| {
            assert!(manager.plugins().is_empty());
            assert!(manager.plugin("constructing-a").is_none());
            assert!(manager.unregister("constructing-b").is_none());
            assert!(manager.hook::<dyn Hooks>().who().is_empty());
        });
        assert_eq!(manager.load_catalogue().unwrap(), 2);
        assert_eq!(ids(&manager), ["constructing-a", "constructing-b"]);
        assert_init_has_run();
    }

    #[test]
    fn the_id_of_a_plugin_is_taken_while_it_is_constructed() {
        let manager = with_init(|manager| {
            let error = manager.register_as("constructing-a", Neighbour).err().unwrap();
            let [Problem::DuplicateId { first, second, .. }] = error.problems() else {
                panic!("{error}")
            };
            assert_eq!((*first, *second), (Curious::info(), Neighbour::info()));
        });
        manager.load::<Curious>().unwrap().unwrap();
        assert_init_has_run();
    }

    #[test]
    fn an_init_that_panics_leaves_the_id_free() {
        let manager = with_init(|_| std::panic::resume_unwind(Box::new("boom")));
        let loading = std::panic::AssertUnwindSafe(|| manager.load_catalogue());
        assert!(std::panic::catch_unwind(loading).is_err());
        assert!(manager.plugins().is_empty());
        assert_eq!(manager.load_catalogue().unwrap(), 2);
    }
}
