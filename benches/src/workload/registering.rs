//! Registering and unregistering plugins.

use plugin_core::PluginManager;

use super::contract::{Answering, Work};

/// The ids of this many plugins. They are created beforehand, as they belong to the host.
pub fn ids(plugins: u64) -> Vec<String> {
    (0..plugins).map(|number| format!("p{number}")).collect()
}

/// A manager with a plugin under each id, registered one by one.
///
/// # Panics
///
/// If a plugin cannot be registered.
pub fn one_by_one(ids: &[String]) -> PluginManager {
    let manager = PluginManager::new::<dyn Work>();
    for (number, id) in (0..).zip(ids) {
        manager.register_as(id, Answering(number)).expect("a free id").expect_active();
    }
    manager
}

/// Registers a plugin and unregisters it again.
///
/// # Panics
///
/// If the plugin cannot be registered or unregistered.
pub fn register_unregister(manager: &PluginManager) {
    manager.register_as("guest", Answering(0)).expect("a free id").expect_active();
    unregister(manager, "guest");
}

fn unregister(manager: &PluginManager, id: &str) {
    let unregistered = manager.unregister(id).expect("no plugin requires it");
    assert!(unregistered.is_some(), "`{id}` is registered");
}
