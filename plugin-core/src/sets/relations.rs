//! The relations between the plugins of a set, as far as the compiler checks them: which plugins
//! the set contains. [`PluginSet::check`](super::PluginSet::check) compares their versions.

use super::text::{Message, is_same};
use crate::info::{PluginInfo, Relation};

/// Checks that the plugin at an index of a set can work with the others.
///
/// # Panics
///
/// Panics if it cannot, at compile time.
#[track_caller]
pub const fn assert_compatible(plugins: &[&PluginInfo], index: usize) {
    assert_unique(plugins, index);
    let plugin = plugins[index];
    let mut i = 0;
    while i < plugin.relations.len() {
        let (named, is_required) = match plugin.relations[i] {
            Relation::Requires(named) => (named, true),
            Relation::Conflicts(named) => (named, false),
            _ => (&[] as &[_], true),
        };
        let mut k = 0;
        while k < named.len() {
            let id = named[k].id;
            let is_in_set = contains(plugins, id, index);
            if is_required && !is_in_set {
                Message::new()
                    .with("plugin `")
                    .with(plugin.id)
                    .with("` requires `")
                    .with(id)
                    .with("`, which is not in the set; add its field before that of `")
                    .with(plugin.id)
                    .with("`")
                    .panic();
            }
            // A manager registers plugins in order as well: a later one would not be registered
            // yet.
            if is_required && !contains(plugins.split_at(index).0, id, index) {
                Message::new()
                    .with("plugin `")
                    .with(plugin.id)
                    .with("` requires `")
                    .with(id)
                    .with("`, which comes after it in the set; move the field of `")
                    .with(id)
                    .with("` before that of `")
                    .with(plugin.id)
                    .with("`")
                    .panic();
            }
            // If the conflict names versions, a plugin with another version may be in the set.
            if !is_required && is_in_set && named[k].version.is_none() {
                Message::new()
                    .with("plugin `")
                    .with(plugin.id)
                    .with("` conflicts with `")
                    .with(named[k].id)
                    .with("`, which is in the set; remove one of them")
                    .panic();
            }
            k += 1;
        }
        i += 1;
    }
}

#[track_caller]
const fn assert_unique(plugins: &[&PluginInfo], index: usize) {
    let mut other = 0;
    while other < index {
        if is_same(plugins[other].id, plugins[index].id) {
            Message::new()
                .with("plugin `")
                .with(plugins[index].id)
                .with("` is in the set twice; remove one field")
                .panic();
        }
        other += 1;
    }
}

/// Whether a plugin other than the one at the index `except` has or provides this id.
const fn contains(plugins: &[&PluginInfo], id: &str, except: usize) -> bool {
    let mut index = 0;
    while index < plugins.len() {
        if index != except && plugins[index].is_named(id) {
            return true;
        }
        index += 1;
    }
    false
}

impl PluginInfo {
    /// Whether the plugin has or provides this id.
    pub(super) const fn is_named(&self, id: &str) -> bool {
        if is_same(self.id, id) {
            return true;
        }
        let mut i = 0;
        while i < self.relations.len() {
            if let Relation::Provides(provided) = self.relations[i] {
                let mut k = 0;
                while k < provided.len() {
                    if is_same(provided[k].id, id) {
                        return true;
                    }
                    k += 1;
                }
            }
            i += 1;
        }
        false
    }
}
