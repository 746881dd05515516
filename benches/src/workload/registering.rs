//! Taking plugins in and letting them go.

use plugin_core::PluginManager;

use super::contract::{Answering, Work};

/// The ids of so many plugins, which are made beforehand: they are the host's.
pub fn ids(plugins: u64) -> Vec<String> {
    (0..plugins).map(|number| format!("p{number}")).collect()
}

/// A manager with a plugin under each id, registered one by one.
///
/// # Panics
///
/// When plugins cannot be registered.
pub fn one_by_one(ids: &[String]) -> PluginManager {
    let manager = PluginManager::new::<dyn Work>();
    for (number, id) in (0..).zip(ids) {
        manager.register_as(id, Answering(number)).expect("a free id").expect_active();
    }
    manager
}

/// One plugin comes, and goes again.
///
/// # Panics
///
/// When it cannot be registered, or does not go.
pub fn come_and_go(manager: &PluginManager) {
    manager.register_as("guest", Answering(0)).expect("a free id").expect_active();
    unregister(manager, "guest");
}

fn unregister(manager: &PluginManager, id: &str) {
    let gone = manager.unregister(id).expect("nobody requires it");
    assert!(gone.is_some(), "`{id}` is registered");
}
