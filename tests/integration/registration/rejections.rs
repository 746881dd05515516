//! The reasons why a plugin that the host constructed is rejected, and the error messages.

use std::error::Error;
use std::sync::Arc;

use plugin_core::info::PluginId;
use plugin_core::{Plugin, PluginManager, Problem, hookimpl, hookspec};

#[hookspec(project = "tests-registration-rejections")]
trait Hooks {
    fn who(&self) -> &'static str;
}

#[derive(Plugin)]
#[plugin(manual, id = "twin", version = "1.2.3")]
struct Castor;

#[hookimpl]
impl Hooks for Castor {
    fn who(&self) -> &'static str {
        "castor"
    }
}

#[derive(Plugin)]
#[plugin(manual, id = "twin")]
struct Pollux;

#[hookimpl]
impl Hooks for Pollux {
    fn who(&self) -> &'static str {
        "pollux"
    }
}

fn new() -> PluginManager {
    PluginManager::new::<dyn Hooks>()
}

fn who(manager: &PluginManager) -> Vec<&'static str> {
    manager.hook::<dyn Hooks>().who()
}

#[test]
fn two_types_with_one_id_are_both_named_with_their_packages_and_lines() {
    let manager = new();
    manager.register(Castor).unwrap().expect_active();
    let error = manager.register(Pollux).err().unwrap();

    let [Problem::DuplicateId { id, first, second, .. }] = error.problems() else {
        panic!("{error}")
    };
    assert_eq!((id.as_str(), first.type_name(), second.type_name()), ("twin", "Castor", "Pollux"));
    assert!(first.location().line() < second.location().line());
    let expected = format!(
        "registration failed: two plugins have the id `twin`: \
         `twin` 1.2.3 (package `plugin-tests` {version}, {file}:{castor}) and \
         `twin` {version} (package `plugin-tests` {version}, {file}:{pollux}); \
         give one of them another id (`#[plugin(id = \"..\")]`, `register_as`), or load one \
         explicitly (`manager.load::<Castor>()`) before `load_linked()`, which then skips the other",
        version = env!("CARGO_PKG_VERSION"),
        file = file!(),
        castor = first.location().line(),
        pollux = second.location().line(),
    );
    assert_eq!(error.to_string(), expected);
    assert_eq!(who(&manager), ["castor"]);
}

#[test]
fn a_type_can_be_registered_twice_only_under_ids_chosen_by_the_host() {
    let manager = new();
    manager.register(Castor).unwrap().expect_active();
    let error = manager.register(Castor).err().unwrap();
    assert!(
        matches!(error.problems(), [Problem::DuplicateId { first, second, .. }] if first == second)
    );
    assert!(error.to_string().contains("is already registered as `twin`"), "{error}");

    for id in ["twin-2", "twin-3"] {
        manager.register_as(id, Castor).unwrap().expect_active();
    }
    assert_eq!(who(&manager).len(), 3);
    let shared = Arc::new(Castor);
    for id in ["twin-4", "twin-5"] {
        let registered = manager.register_as(id, Arc::clone(&shared)).unwrap().expect_active();
        assert!(Arc::ptr_eq(&registered, &shared));
    }
    assert_eq!(who(&manager).len(), 5);
}

#[test]
fn a_type_that_is_registered_under_another_id_is_not_registered_under_its_own() {
    let manager = new();
    manager.register_as("other", Castor).unwrap().expect_active();
    let error = manager.register(Castor).err().unwrap();

    let [Problem::SecondInstance { id, plugin, .. }] = error.problems() else { panic!("{error}") };
    assert_eq!((id.as_str(), *plugin), ("other", Castor::info()));
    assert!(error.to_string().contains(&format!("{}", Castor::info().location())), "{error}");
    assert!(manager.get("twin").is_none());

    manager.unregister("other").unwrap();
    manager.register(Castor).unwrap().expect_active();
    assert_eq!(who(&manager), ["castor"]);
}

#[test]
fn an_invalid_id_is_rejected() {
    let manager = new();
    for malformed in ["", "Twin", "twin!", "-twin", "twin.", "two words", "zwölf"] {
        let error = manager.register_as(malformed, Castor).err().unwrap();
        let [Problem::InvalidId { plugin, error: cause, .. }] = error.problems() else {
            panic!("{error}")
        };
        assert_eq!((*plugin, cause.id()), (Castor::info(), malformed));
        assert!(error.source().is_some());
    }
    assert!(manager.plugins().is_empty());

    for id in ["t", "2", "a--b", "a.b_c-d"] {
        assert_eq!(PluginId::new(id).unwrap(), id);
        manager.register_as(id, Castor).unwrap().expect_active();
    }
}

#[test]
fn a_rejected_plugin_is_dropped_and_the_registered_one_stays() {
    let manager = new();
    let registered = manager.register_as("twin", Castor).unwrap().expect_active();
    let rejected = Arc::new(Pollux);
    assert!(manager.register(Arc::clone(&rejected)).is_err());

    assert_eq!(Arc::strong_count(&rejected), 1);
    let plugin = manager.get("twin").unwrap();
    assert!(Arc::ptr_eq(&plugin.downcast().unwrap(), &registered));
    assert!(plugin.downcast::<Pollux>().is_none());
}

#[test]
fn a_plugin_with_a_blocked_id_is_not_registered() {
    let manager = new();
    assert!(manager.block("twin").unwrap().is_none(), "nothing was registered under that id");
    let plugin = Arc::new(Castor);
    assert!(manager.register(Arc::clone(&plugin)).unwrap().active().is_none());
    assert_eq!(Arc::strong_count(&plugin), 1);
    assert!(manager.plugins().is_empty());
    assert!(who(&manager).is_empty());

    assert!(manager.unblock("twin"));
    assert!(!manager.unblock("twin"));
    manager.register(plugin).unwrap().expect_active();
    assert_eq!(who(&manager), ["castor"]);
}

#[test]
fn blocking_unregisters_a_plugin_and_survives_unregistering() {
    let manager = new();
    manager.register(Castor).unwrap().expect_active();
    assert_eq!(manager.block("twin").unwrap().unwrap().id(), "twin");
    assert!(manager.block("twin").unwrap().is_none());
    assert!(manager.unregister("twin").unwrap().is_none());

    assert!(manager.is_blocked("twin"));
    assert_eq!(manager.blocked(), ["twin"]);
    assert!(who(&manager).is_empty());
    assert!(manager.register(Pollux).unwrap().active().is_none());
}

#[test]
fn the_same_instance_may_be_registered_again() {
    let manager = new();
    let castor = manager.register(Castor).unwrap().expect_active();
    let unregistered = manager.unregister("twin").unwrap().unwrap();
    assert!(Arc::ptr_eq(&unregistered.downcast().unwrap(), &castor));
    assert!(who(&manager).is_empty());

    let again = manager.register(Arc::clone(&castor)).unwrap().expect_active();
    assert!(Arc::ptr_eq(&again, &castor));
    assert_eq!(who(&manager), ["castor"]);
}
