//! The plugins of a manager and their state, behind a lock.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};

use super::filters::Exclusions;
use crate::error::SkippedPlugin;
use crate::info::{PluginId, PluginInfo, PluginRef};
use crate::registered::RegisteredPlugin;
use crate::registry::Registry;
use crate::resolve::Set;
use crate::util::fill;

#[derive(Default)]
pub(super) struct State {
    /// The registered plugins, each with a number that increases with each registration.
    plugins: BTreeMap<PluginId, (u64, RegisteredPlugin)>,
    /// The same plugins, for resolving.
    set: Set,
    /// The plugins that are being registered, by the number of the request.
    pending: Pending,
    /// The linked plugins that were skipped because they cannot work with the others.
    pub(super) skipped: Vec<SkippedPlugin>,
    pub(super) exclusions: Exclusions,
    /// Increases whenever an earlier plan may no longer be valid: when plugins are registered or
    /// unregistered, and when ids are blocked.
    generation: u64,
    last_number: u64,
}

/// The plugins of each request, sorted by id.
pub(super) type Pending = BTreeMap<u64, Vec<PluginRef>>;

impl State {
    pub(super) fn get(&self, id: &str) -> Option<&RegisteredPlugin> {
        self.plugins.get(id).map(|(_, plugin)| plugin)
    }

    /// The ids of the linked and registered plugins, and the capabilities that these provide.
    pub(super) fn known_names(&self) -> impl Iterator<Item = &str> {
        let linked = Registry::linked().names().map(|it| -> &str { it });
        linked.chain(self.plugins.values().flat_map(|(_, plugin)| plugin.plugin_ref().names()))
    }

    pub(super) fn set(&self) -> &Set {
        &self.set
    }

    pub(super) fn generation(&self) -> u64 {
        self.generation
    }

    /// A new number.
    pub(super) fn next_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }

    /// The last number, for numbering hookimpls in the order of joining.
    pub(super) fn numbers(&mut self) -> &mut u64 {
        &mut self.last_number
    }

    /// Records skipped plugins. The new reason replaces an earlier one.
    pub(super) fn record_skipped(&mut self, skipped: Vec<SkippedPlugin>) {
        let again: BTreeSet<_> = skipped.iter().map(|it| it.plugin().id()).collect();
        self.skipped.retain(|it| !again.contains(it.plugin().id()));
        self.skipped.extend(skipped);
    }

    pub(super) fn block(&mut self, id: &str) {
        self.generation += 1;
        self.exclusions.block(id);
        self.skipped.retain(|it| it.plugin().id() != id);
    }

    /// Whether a plugin is registered, or is being registered, under this id.
    pub(super) fn is_taken(&self, id: &str) -> bool {
        self.plugins.contains_key(id) || self.pending_as(id).is_some()
    }

    /// The plugin that is being registered under this id.
    pub(super) fn pending_as(&self, id: &str) -> Option<&'static PluginInfo> {
        self.pending.values().find_map(|request| {
            let index = request.binary_search_by(|it| it.id().as_str().cmp(id)).ok()?;
            Some(request[index].info())
        })
    }

    /// All plugins that are being registered.
    pub(super) fn pending(&self) -> impl Iterator<Item = &PluginRef> {
        self.pending.values().flatten()
    }

    /// Reserves the ids of plugins for a request, and returns its number.
    pub(super) fn reserve(&mut self, mut plugins: Vec<PluginRef>) -> u64 {
        let number = self.next_number();
        plugins.sort_by(|a, b| a.id().cmp(b.id()));
        self.pending.insert(number, plugins);
        number
    }

    /// Releases the ids that were reserved for a request.
    pub(super) fn release(&mut self, request: u64) {
        self.pending.remove(&request);
    }

    /// The registered plugin of this type. If there are several, returns the one that was
    /// registered first.
    pub(super) fn of_type(&self, ty: TypeId) -> Option<&RegisteredPlugin> {
        let of_type = self.plugins.values().filter(|(_, plugin)| plugin.type_id() == ty);
        of_type.min_by_key(|(number, _)| number).map(|(_, plugin)| plugin)
    }

    /// The registered plugins, in registration order.
    pub(super) fn plugins(&self) -> Vec<RegisteredPlugin> {
        let mut plugins: Vec<_> = self.plugins.values().collect();
        plugins.sort_unstable_by_key(|(number, _)| number);
        plugins.into_iter().map(|(_, plugin)| plugin.clone()).collect()
    }

    /// Adds plugins. `added` must contain the same plugins.
    pub(super) fn add(&mut self, plugins: &[RegisteredPlugin], added: Set) {
        self.generation += 1;
        self.set.append(added);
        let numbered = (self.last_number + 1..).zip(plugins);
        let numbered = numbered.map(|(number, it)| (it.id().clone(), (number, it.clone())));
        fill(&mut self.plugins, numbered);
        self.last_number += plugins.len() as u64;
        let Self { skipped, plugins, .. } = self;
        let is_registered = |it: &PluginRef| {
            plugins.get(it.id()).is_some_and(|(_, plugin)| plugin.plugin_ref() == it)
        };
        skipped.retain(|it| !is_registered(it.plugin()));
    }

    pub(super) fn remove(&mut self, id: &str) -> Option<RegisteredPlugin> {
        self.generation += 1;
        self.set.remove(id);
        self.plugins.remove(id).map(|(_, plugin)| plugin)
    }
}
