//! A project with a plugin whose `init` uses the manager that loads it.

use std::cell::RefCell;

use plugin_core::{Plugin, PluginManager, Problem, hookimpl, hookspec};

use super::ids;

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
struct Neighbor;

#[hookimpl]
impl Hooks for Neighbor {
    fn who(&self) -> &'static str {
        "neighbor"
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
fn a_plugin_that_is_blocked_during_its_construction_is_not_registered() {
    let manager = with_init(|manager| {
        assert!(manager.block("constructing-a").unwrap().is_none(), "it is not registered yet");
    });
    assert_eq!(manager.load_linked().unwrap(), 1);
    assert_eq!(ids(&manager), ["constructing-b"]);
    assert_eq!(manager.hook::<dyn Hooks>().who(), ["neighbor"]);

    let manager = with_init(|manager| drop(manager.block("constructing-a").unwrap()));
    assert!(manager.load::<Curious>().unwrap().active().is_none());
    manager.unblock("constructing-a");
    manager.load::<Curious>().unwrap().active().expect("its id is free");
}

#[test]
fn plugins_become_visible_only_when_all_of_a_request_are_registered() {
    let manager = with_init(|manager| {
        assert!(manager.plugins().is_empty());
        assert!(manager.get("constructing-a").is_none());
        assert!(manager.unregister("constructing-b").unwrap().is_none());
        assert!(manager.hook::<dyn Hooks>().who().is_empty());
    });
    assert_eq!(manager.load_linked().unwrap(), 2);
    assert_eq!(ids(&manager), ["constructing-a", "constructing-b"]);
    assert_init_has_run();
}

#[test]
fn the_id_of_a_plugin_is_reserved_during_its_construction() {
    let manager = with_init(|manager| {
        let error = manager.register_as("constructing-a", Neighbor).err().unwrap();
        let [Problem::DuplicateId { first, second, .. }] = error.problems() else {
            panic!("{error}")
        };
        assert_eq!((*first, *second), (Curious::info(), Neighbor::info()));
    });
    manager.load::<Curious>().unwrap().expect_active();
    assert_init_has_run();
}

#[test]
fn an_init_that_panics_leaves_the_id_free() {
    let manager = with_init(|_| std::panic::resume_unwind(Box::new("boom")));
    let loading = std::panic::AssertUnwindSafe(|| manager.load_linked());
    assert!(std::panic::catch_unwind(loading).is_err());
    assert!(manager.plugins().is_empty());
    assert_eq!(manager.load_linked().unwrap(), 2);
}
