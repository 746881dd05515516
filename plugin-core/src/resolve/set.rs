//! The set of plugins that resolving works on, with indexes by provided capability and by mentioned
//! name.

use std::collections::{BTreeMap, BTreeSet};

use crate::info::{PluginId, PluginInfo, PluginRef};
use crate::util::fill;

/// Plugins by id.
#[derive(Debug, Default)]
pub(crate) struct Set {
    members: BTreeMap<PluginId, &'static PluginInfo>,
    /// The providers of each capability.
    capabilities: Index,
    /// The plugins that mention an id or a capability.
    mentions: Index,
}

/// Names, each with the ids of plugins.
type Index = BTreeSet<(&'static str, PluginId)>;

impl Set {
    pub(crate) fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    /// Adds plugins. They must be sorted by id, and none of them may be in the set.
    pub(crate) fn insert_all(&mut self, plugins: &[PluginRef]) {
        fill(&mut self.members, plugins.iter().map(|it| (it.id().clone(), it.info())));
        let related = || plugins.iter().filter(|it| it.info().has_relations());
        fill(&mut self.capabilities, related().flat_map(provided));
        fill(&mut self.mentions, related().flat_map(mentioned));
    }

    /// Adds the plugins of another set. None of them may be in this set.
    pub(crate) fn append(&mut self, other: Self) {
        if self.is_empty() {
            *self = other;
            return;
        }
        // `BTreeMap::append` would rebuild the complete collection.
        self.members.extend(other.members);
        self.capabilities.extend(other.capabilities);
        self.mentions.extend(other.mentions);
    }

    pub(crate) fn remove(&mut self, id: &str) {
        let Some((id, info)) = self.members.remove_entry(id) else { return };
        let plugin = PluginRef::new(id, info);
        for it in provided(&plugin) {
            self.capabilities.remove(&it);
        }
        for it in mentioned(&plugin) {
            self.mentions.remove(&it);
        }
    }

    pub(crate) fn get(&self, id: &str) -> Option<PluginRef> {
        let (id, info) = self.members.get_key_value(id)?;
        Some(PluginRef::new(id.clone(), info))
    }

    /// All plugins, sorted by id.
    pub(super) fn all(&self) -> impl Iterator<Item = PluginRef> {
        self.members.iter().map(|(id, info)| PluginRef::new(id.clone(), info))
    }

    /// The plugins that provide a capability of this name, sorted by id.
    pub(super) fn capable<'a>(&'a self, name: &'a str) -> impl Iterator<Item = PluginRef> {
        under(&self.capabilities, name).map(|id| PluginRef::new(id.clone(), self.members[id]))
    }

    /// The ids of the plugins that mention this name, sorted.
    pub(super) fn mentioning<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a PluginId> {
        under(&self.mentions, name)
    }
}

/// The ids under a name in an index.
fn under<'a>(index: &'a Index, name: &'a str) -> impl Iterator<Item = &'a PluginId> {
    let from: &BTreeSet<(&'a str, PluginId)> = index;
    let from = from.range((name, PluginId::FIRST)..);
    from.take_while(move |(it, _)| *it == name).map(|(_, id)| id)
}

fn provided(plugin: &PluginRef) -> impl Iterator<Item = (&'static str, PluginId)> {
    plugin.info().provides().iter().map(|it| (it.id(), plugin.id().clone()))
}

fn mentioned(plugin: &PluginRef) -> impl Iterator<Item = (&'static str, PluginId)> {
    let info = plugin.info();
    let all = [info.requires(), info.optional(), info.conflicts()];
    all.into_iter().flatten().map(|it| (it.id(), plugin.id().clone()))
}
