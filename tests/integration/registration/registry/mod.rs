//! Plugins that managers construct: which ones are loaded, in which order, and what happens to the
//! others if one fails.

mod blocked;
mod collides;
mod constructing;
mod fails;
mod loads;

use plugin_core::PluginManager;

fn ids(manager: &PluginManager) -> Vec<String> {
    manager.plugins().iter().map(|it| it.id().to_string()).collect()
}
