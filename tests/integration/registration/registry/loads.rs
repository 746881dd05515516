//! A project whose plugins can all be constructed, and plugins of another project.

use plugin_core::{Plugin, PluginManager, Problem, Registry, hookimpl, hookspec};

use super::ids;

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
fn plugins_that_implement_a_hookspec_of_the_project_are_loaded_in_id_order() {
    let manager = PluginManager::discover::<dyn Hooks>().unwrap();
    assert_eq!(ids(&manager), ["loads-a", "loads-b", "loads-c"]);
    assert_eq!(
        manager.hook::<dyn Hooks>().who(),
        ["c", "a"],
        "the plugin loaded last is called first"
    );
    assert_eq!(manager.hook::<dyn MoreHooks>().more(), ["b"]);
}

#[test]
fn the_contract_that_a_manager_is_created_for_only_determines_the_project() {
    let manager = PluginManager::discover::<dyn MoreHooks>().unwrap();
    assert_eq!(ids(&manager), ["loads-a", "loads-b", "loads-c"]);
}

#[test]
fn a_plugin_of_both_projects_is_loaded_and_one_of_another_project_is_not() {
    let manager = PluginManager::discover::<dyn Hooks>().unwrap();
    assert!(manager.get("loads-stranger").is_none());
    assert_eq!(manager.hook::<dyn Elsewhere>().elsewhere(), ["c"]);

    let elsewhere = PluginManager::discover::<dyn Elsewhere>().unwrap();
    assert_eq!(ids(&elsewhere), ["loads-c", "loads-stranger"]);
}

#[test]
fn a_plugin_of_another_project_can_be_loaded_by_its_type() {
    let manager = PluginManager::new::<dyn Hooks>();
    manager.load::<Stranger>().unwrap().expect_active();
    manager.load::<Idle>().unwrap().expect_active();
    assert_eq!(ids(&manager), ["loads-stranger", "loads-idle"]);
    assert_eq!(manager.hook::<dyn Elsewhere>().elsewhere(), ["stranger"]);
}

#[test]
fn registered_plugins_are_skipped() {
    let manager = PluginManager::new::<dyn Hooks>();
    manager.load::<Third>().unwrap().expect_active();
    manager.register_as("loads-a", Manual).unwrap().expect_active();
    assert_eq!(manager.load_linked().unwrap(), 1);
    assert_eq!(ids(&manager), ["loads-c", "loads-a", "loads-b"]);
    assert_eq!(manager.hook::<dyn Hooks>().who(), ["manual", "c"]);

    assert_eq!(manager.load_linked().unwrap(), 0);
    manager.unregister("loads-b").unwrap();
    assert_eq!(manager.load_linked().unwrap(), 1);
    assert_eq!(ids(&manager), ["loads-c", "loads-a", "loads-b"]);
}

#[test]
fn a_plugin_is_loaded_by_its_type_only_once_under_any_id() {
    let manager = PluginManager::new::<dyn Hooks>();
    manager.register_as("other", First).unwrap().expect_active();
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
        matches!(error.problems(), [Problem::NotConstructible { plugin, .. }]
            if *plugin == Manual::info()),
        "{error}"
    );
    assert!(error.to_string().contains("pass a `Manual` to `manager.register(..)`"), "{error}");
    assert!(Registry::linked().plugins().any(|it| it == Manual::info()));
}

#[test]
fn managers_construct_instances_of_their_own() {
    let (one, other) = (
        PluginManager::discover::<dyn Hooks>().unwrap(),
        PluginManager::discover::<dyn Hooks>().unwrap(),
    );
    one.unregister("loads-a").unwrap();
    assert!(other.get_as::<First>().is_some());
    assert_eq!(other.hook::<dyn Hooks>().who(), ["c", "a"]);
}
