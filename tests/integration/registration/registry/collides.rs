//! A project with two plugins of the same id.

use plugin_core::{Plugin, PluginManager, Problem, hookimpl, hookspec};

use super::ids;

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
fn two_linked_plugins_with_the_same_id_are_reported_and_none_is_registered() {
    let manager = PluginManager::new::<dyn Hooks>();
    let error = manager.load_linked().unwrap_err();
    let [Problem::DuplicateId { first, second, .. }] = error.problems() else { panic!("{error}") };
    assert_eq!((*first, *second), (One::info(), Other::info()));
    assert!(manager.plugins().is_empty());
}

#[test]
fn the_host_may_choose_one_of_them() {
    let manager = PluginManager::new::<dyn Hooks>();
    manager.load::<Other>().unwrap().expect_active();
    assert_eq!(manager.load_linked().unwrap(), 1);
    assert_eq!(manager.hook::<dyn Hooks>().who(), ["innocent", "other"]);
}

#[test]
fn the_host_may_block_both() {
    let manager = PluginManager::new::<dyn Hooks>();
    manager.block("collides").unwrap();
    assert_eq!(manager.load_linked().unwrap(), 1);
    assert_eq!(ids(&manager), ["collides-not"]);
}
