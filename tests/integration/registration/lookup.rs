//! Look-ups of a manager's plugins.

use std::sync::Arc;

use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-registration-lookup")]
trait Hooks {
    fn first(&self) -> &'static str;
    fn second(&self) -> &'static str;
    #[hookspec(historic)]
    fn third(&self);
}

#[hookspec(project = "tests-registration-lookup-elsewhere")]
trait Abroad {
    fn abroad(&self) -> &'static str;
}

/// Implements hooks of two contracts, in another order than that of their declaration.
#[derive(Plugin)]
#[plugin(manual)]
struct Busy(u8);

#[hookimpl]
impl Hooks for Busy {
    fn third(&self) {}
    #[hookimpl(wrapper)]
    fn first(&self, next: &dyn Fn() -> Vec<&'static str>) -> Vec<&'static str> {
        next()
    }
    fn first(&self) -> &'static str {
        "busy"
    }
}

#[hookimpl]
impl Abroad for Busy {
    fn abroad(&self) -> &'static str {
        "busy"
    }
}

#[derive(Plugin)]
#[plugin(manual)]
struct Idle;

mod one {
    use super::hookspec;

    #[hookspec(project = "tests-registration-lookup")]
    pub(super) trait Namesake {
        fn hook(&self) -> u8;
    }
}

mod other {
    use super::hookspec;

    #[hookspec(project = "tests-registration-lookup")]
    pub(super) trait Namesake {
        #[hookspec(firstresult)]
        fn hook(&self, name: &str) -> Option<String>;
    }
}

#[hookimpl]
impl one::Namesake for Idle {
    fn hook(&self) -> u8 {
        1
    }
}

#[hookimpl]
impl other::Namesake for Busy {
    fn hook(&self, name: &str) -> Option<String> {
        Some(format!("other {name}"))
    }
}

fn new() -> PluginManager {
    PluginManager::new::<dyn Hooks>()
}

#[test]
fn plugins_are_listed_in_the_order_of_their_registration() {
    let manager = new();
    for id in ["c", "a", "b"] {
        manager.register_as(id, Idle).unwrap().expect_active();
    }
    manager.unregister("c").unwrap();
    manager.register_as("c", Idle).unwrap().expect_active();
    let ids: Vec<_> = manager.plugins().iter().map(|it| it.id().to_string()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
}

#[test]
fn a_plugin_is_found_by_its_id() {
    let manager = new();
    let instance = manager.register_as("b", Busy(1)).unwrap().expect_active();
    let found = manager.get("b").unwrap();
    assert_eq!((found.id().as_str(), found.info()), ("b", Busy::info()));
    assert!(Arc::ptr_eq(&found.downcast().unwrap(), &instance));
    assert!(found.downcast::<Idle>().is_none());
    assert!(manager.get("busy").is_none(), "it is registered under another id");

    manager.unregister("b").unwrap();
    assert!(manager.get("b").is_none());
    assert_eq!(found.downcast::<Busy>().unwrap().0, 1, "a handle keeps the plugin alive");
}

#[test]
fn get_as_returns_the_first_registered_plugin_of_a_type() {
    let manager = new();
    assert!(manager.get_as::<Busy>().is_none());
    manager.register_as("z", Busy(1)).unwrap().expect_active();
    manager.register_as("a", Busy(2)).unwrap().expect_active();
    manager.register(Idle).unwrap().expect_active();
    assert_eq!(manager.get_as::<Busy>().unwrap().0, 1);
    manager.unregister("z").unwrap();
    assert_eq!(manager.get_as::<Busy>().unwrap().0, 2);
}

#[test]
fn the_hooks_of_a_plugin_are_listed_once_by_contract_in_the_order_of_declaration() {
    let manager = new();
    manager.register(Busy(0)).unwrap().expect_active();
    manager.register(Idle).unwrap().expect_active();
    let hooks =
        |id| -> Vec<_> { manager.hooks_for(id).unwrap().iter().map(ToString::to_string).collect() };
    assert_eq!(hooks("busy"), ["Abroad::abroad", "Hooks::first", "Hooks::third", "Namesake::hook"]);
    assert_eq!(hooks("idle"), ["Namesake::hook"]);
    assert!(manager.hooks_for("nobody").is_none());
}

#[test]
fn a_plugin_without_hookimpls_is_registered_although_it_is_never_called() {
    #[derive(Plugin)]
    #[plugin(manual)]
    struct Mute;

    let manager = new();
    manager.register(Mute).unwrap().expect_active();
    assert!(manager.hooks_for("mute").unwrap().is_empty());
    assert!(manager.get_as::<Mute>().is_some());
    assert!(manager.unregister("mute").unwrap().is_some());
}

#[test]
fn hookspecs_of_the_same_name_are_independent() {
    let manager = new();
    manager.register(Busy(0)).unwrap().expect_active();
    manager.register(Idle).unwrap().expect_active();
    assert_eq!(manager.hook::<dyn one::Namesake>().hook(), [1]);
    assert_eq!(manager.hook::<dyn other::Namesake>().hook("x").as_deref(), Some("other x"));

    manager.unregister("busy").unwrap();
    assert_eq!(manager.hook::<dyn one::Namesake>().hook(), [1]);
    assert_eq!(manager.hook::<dyn other::Namesake>().hook("x"), None);
}

#[test]
fn a_hookspec_that_no_plugin_implements_can_be_called() {
    let manager = new();
    assert!(manager.hook::<dyn Abroad>().abroad().is_empty());
    assert!(manager.hook::<dyn Hooks>().second().is_empty());
    manager.hook::<dyn Hooks>().third();
    manager.register(Busy(0)).unwrap().expect_active();
    assert_eq!(manager.hook::<dyn Abroad>().abroad(), ["busy"]);
    assert_eq!(manager.hook::<dyn Hooks>().first(), ["busy"]);
}

#[test]
fn a_clone_is_a_handle_to_the_same_manager() {
    let manager = new();
    let handle = manager.clone();
    handle.register(Idle).unwrap().expect_active();
    assert!(manager.get("idle").is_some());
    manager.block("idle").unwrap();
    assert!(handle.is_blocked("idle") && handle.plugins().is_empty());
}
