//! What a set's plugins say of each other, as far as the compiler can tell: who is there. Versions
//! are compared by [`PluginSet::check`](super::PluginSet::check).

use super::text::{Message, is};
use crate::info::{PluginInfo, Relation};

/// Refuses the plugin in a place of a set, if it cannot be there with the others.
#[track_caller]
pub const fn refuse_mismatch(plugins: &[&PluginInfo], place: usize) {
    refuse_twice(plugins, place);
    let plugin = plugins[place];
    let mut i = 0;
    while i < plugin.relations.len() {
        let (named, must_be_there) = match plugin.relations[i] {
            Relation::Requires(named) => (named, true),
            Relation::Conflicts(named) => (named, false),
            _ => (&[] as &[_], true),
        };
        let mut k = 0;
        while k < named.len() {
            let id = named[k].id;
            let is_there = is_there(plugins, id, place);
            if must_be_there && !is_there {
                Message::new()
                    .with("plugin `")
                    .with(plugin.id)
                    .with("` requires `")
                    .with(id)
                    .with("`, and `")
                    .with(id)
                    .with("` is not in the set")
                    .refuse();
            }
            // As in a manager, where it would not be there yet.
            if must_be_there && !self::is_there(plugins.split_at(place).0, id, place) {
                Message::new()
                    .with("plugin `")
                    .with(plugin.id)
                    .with("` requires `")
                    .with(id)
                    .with("`, which comes after it in the set: put its field before that of `")
                    .with(plugin.id)
                    .with("`")
                    .refuse();
            }
            // One of other versions may be.
            if !must_be_there && is_there && named[k].version.is_none() {
                Message::new()
                    .with("plugin `")
                    .with(plugin.id)
                    .with("` does not go with `")
                    .with(named[k].id)
                    .with("`, which is in the set")
                    .refuse();
            }
            k += 1;
        }
        i += 1;
    }
}

#[track_caller]
const fn refuse_twice(plugins: &[&PluginInfo], place: usize) {
    let mut other = 0;
    while other < place {
        if is(plugins[other].id, plugins[place].id) {
            Message::new()
                .with("plugin `")
                .with(plugins[place].id)
                .with("` is in the set twice")
                .refuse();
        }
        other += 1;
    }
}

/// Whether a plugin, other than the one in this place, has this id or provides it.
const fn is_there(plugins: &[&PluginInfo], id: &str, but: usize) -> bool {
    let mut place = 0;
    while place < plugins.len() {
        if place != but && plugins[place].is_named(id) {
            return true;
        }
        place += 1;
    }
    false
}

impl PluginInfo {
    /// Whether it has this id, or provides it.
    pub(super) const fn is_named(&self, id: &str) -> bool {
        if is(self.id, id) {
            return true;
        }
        let mut i = 0;
        while i < self.relations.len() {
            if let Relation::Provides(provided) = self.relations[i] {
                let mut k = 0;
                while k < provided.len() {
                    if is(provided[k].id, id) {
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
