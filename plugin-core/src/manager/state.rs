//! What a manager knows: the plugins, behind a lock, and the line-ups, published without one.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[cfg(feature = "testing")]
use super::exchange::Exchanged;
use super::filters::Exclusions;
use crate::fill::fill;
use crate::hook::lineup::{AnyLineup, AnyPrepared, Change};
use crate::hook::monitor::Monitors;
use crate::hook::spec::HookInfo;
use crate::plugin::{PluginId, PluginInfo, PluginRef, RegisteredPlugin};
use crate::resolve::{Set, SkippedPlugin};

#[derive(Default)]
pub(super) struct State {
    /// With a number that counts registrations.
    plugins: BTreeMap<PluginId, (u64, RegisteredPlugin)>,
    /// The ids of plugins that are being registered: taken, but not to be seen yet.
    pub(super) pending: Pending,
    /// The hookimpls, as they joined, for hookspecs that have no line-up yet.
    pub(super) waiting: Vec<Box<dyn AnyPrepared>>,
    /// The registered plugins, as far as they have to do with each other.
    pub(super) set: Set,
    pub(super) skipped: Vec<SkippedPlugin>,
    /// By their numbers, the plugins that others stand in for.
    #[cfg(feature = "testing")]
    pub(super) exchanged: BTreeMap<u64, Exchanged>,
    pub(super) exclusions: Exclusions,
    pub(super) monitors: Monitors,
    /// Counts whatever needs a number: registrations, hookimpls that join, monitors.
    pub(super) numbered: u64,
}

/// The plugins of each request that is on its way, by a number that it has. Sorted by id.
pub(super) type Pending = BTreeMap<u64, Vec<PluginRef>>;

impl State {
    pub(super) fn get(&self, id: &str) -> Option<&RegisteredPlugin> {
        self.plugins.get(id).map(|(_, plugin)| plugin)
    }

    /// Of each plugin, what was said last.
    pub(super) fn record_skipped(&mut self, skipped: Vec<SkippedPlugin>) {
        let again: BTreeSet<_> = skipped.iter().map(|it| it.plugin().id()).collect();
        self.skipped.retain(|it| !again.contains(it.plugin().id()));
        self.skipped.extend(skipped);
    }

    pub(super) fn block(&mut self, id: &str) {
        self.exclusions.block(id);
        self.skipped.retain(|it| it.plugin().id() != id);
    }

    /// Whether a plugin has this id, or is being registered under it.
    pub(super) fn is_taken(&self, id: &str) -> bool {
        self.plugins.contains_key(id) || self.pending(id).is_some()
    }

    /// What is known of the plugin that is being registered under this id.
    pub(super) fn pending(&self, id: &str) -> Option<&'static PluginInfo> {
        self.pending.values().find_map(|request| {
            let place = request.binary_search_by(|it| it.id().as_str().cmp(id)).ok()?;
            Some(request[place].info())
        })
    }

    /// Takes the ids of these plugins, until the request of this number is removed.
    pub(super) fn reserve(&mut self, mut plugins: Vec<PluginRef>) -> u64 {
        self.numbered += 1;
        plugins.sort_by(|a, b| a.id().cmp(b.id()));
        self.pending.insert(self.numbered, plugins);
        self.numbered
    }

    pub(super) fn of_type(&self, ty: TypeId) -> Option<&RegisteredPlugin> {
        let of_type = self.plugins.values().filter(|(_, plugin)| plugin.type_id() == ty);
        of_type.min_by_key(|(number, _)| number).map(|(_, plugin)| plugin)
    }

    pub(super) fn plugins(&self) -> Vec<RegisteredPlugin> {
        let mut plugins: Vec<_> = self.plugins.values().collect();
        plugins.sort_unstable_by_key(|(number, _)| number);
        plugins.into_iter().map(|(_, plugin)| plugin.clone()).collect()
    }

    pub(super) fn add(&mut self, plugins: &[RegisteredPlugin]) {
        let numbered = (self.numbered + 1..).zip(plugins);
        let numbered = numbered.map(|(number, it)| (it.id().clone(), (number, it.clone())));
        fill(&mut self.plugins, numbered);
        self.numbered += plugins.len() as u64;
        let Self { skipped, plugins, .. } = self;
        let is_there = |it: &PluginRef| {
            plugins.get(it.id()).is_some_and(|(_, plugin)| plugin.plugin_ref() == *it)
        };
        skipped.retain(|it| !is_there(it.plugin()));
    }

    /// Puts a plugin in the place of another, if that one is there.
    #[cfg(feature = "testing")]
    pub(super) fn exchange(&mut self, old: &RegisteredPlugin, new: &RegisteredPlugin) -> bool {
        let Some((_, plugin)) = self.plugins.get_mut(old.id()) else { return false };
        let is_there = plugin.is(old);
        if is_there {
            *plugin = new.clone();
        }
        is_there
    }

    pub(super) fn remove(&mut self, id: &str) -> Option<RegisteredPlugin> {
        self.set.remove(id);
        self.plugins.remove(id).map(|(_, plugin)| plugin)
    }
}

/// The line-ups of a manager as of one moment.
#[derive(Default)]
pub(super) struct Published {
    /// Sorted: there are few hookspecs, and looking one up is all that `hook` does.
    lineups: Vec<(TypeId, Arc<dyn AnyLineup>)>,
}

impl Published {
    #[inline]
    pub(super) fn lineup(&self, spec: TypeId) -> Option<&Arc<dyn AnyLineup>> {
        let place = self.lineups.binary_search_by_key(&spec, |(it, _)| *it).ok()?;
        Some(&self.lineups[place].1)
    }

    /// With the line-up of a hookspec that there was none of.
    pub(super) fn with(&self, spec: TypeId, lineup: Arc<dyn AnyLineup>) -> Self {
        let mut lineups = self.lineups.clone();
        let place = lineups.partition_point(|(it, _)| *it < spec);
        lineups.insert(place, (spec, lineup));
        Self { lineups }
    }

    pub(super) fn after(&self, change: &Change<'_>) -> Self {
        let after = self.lineups.iter().map(|(spec, lineup)| {
            let changed = lineup.after(change);
            (*spec, changed.unwrap_or_else(|| Arc::clone(lineup)))
        });
        Self { lineups: after.collect() }
    }

    /// Whether any hookimpl may have a wish about order.
    pub(super) fn has_constraints(&self) -> bool {
        self.lineups.iter().any(|(_, lineup)| lineup.has_constraints())
    }

    #[cfg(feature = "testing")]
    pub(super) fn hookimpls_of(&self, plugin: &PluginId) -> Vec<Box<dyn AnyPrepared>> {
        self.lineups.iter().map(|(_, lineup)| lineup.hookimpls_of(plugin)).collect()
    }

    pub(super) fn hooks_for(&self, plugin: &PluginId) -> Vec<&'static HookInfo> {
        // Type ids have no meaning to a reader; names do.
        let mut hooks: Vec<_> =
            self.lineups.iter().map(|(_, lineup)| lineup.hooks_for(plugin)).collect();
        hooks.sort_by_key(|of_spec| of_spec.first().map(|hook| hook.spec()));
        hooks.concat()
    }
}
