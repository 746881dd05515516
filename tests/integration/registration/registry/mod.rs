//! Plugins that managers construct: which are loaded, in which order, and what becomes of the
//! others when one fails.

mod blocked;
mod collides;
mod constructing;
mod fails;
mod loads;

use plugin_core::PluginManager;

fn ids(manager: &PluginManager) -> Vec<String> {
    manager.plugins().iter().map(|it| it.id().to_string()).collect()
}
