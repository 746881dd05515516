//! How it comes that a plugin is needed: the plugins that require it, up to one that no plugin requires.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::view::View;
use crate::error::{Dependent, Problem};
use crate::info::PluginId;

/// How far a chain is followed.
const CHAIN_LIMIT: usize = 16;

/// How it comes that a plugin is needed.
pub(super) struct Chains(BTreeMap<PluginId, Dependent>);

impl Chains {
    /// For each plugin that others require, the one through which the shortest chain leads to it
    /// from one that nobody requires.
    pub(super) fn new(view: &View<'_>) -> Self {
        let mut met: BTreeMap<PluginId, Vec<(PluginId, Dependent)>> = BTreeMap::new();
        for plugin in view.all() {
            for requirement in plugin.info().requires() {
                let by = Dependent::new(plugin.clone(), requirement);
                let matching = view.matching(requirement).into_iter();
                let matching = matching.map(|it| (it.plugin().id().clone(), by.clone()));
                met.entry(plugin.id().clone()).or_default().extend(matching);
            }
        }
        let required: BTreeSet<_> = met.values().flatten().map(|(id, _)| id).collect();
        let mut roots: Vec<_> = view.all().map(|it| it.id().clone()).collect();
        roots.retain(|id| !required.contains(id));
        roots.sort_unstable();
        let mut queue = VecDeque::from(roots);
        let mut required_by: BTreeMap<PluginId, Dependent> = BTreeMap::new();
        while let Some(from) = queue.pop_front() {
            for (to, by) in met.get(&from).into_iter().flatten() {
                if !required_by.contains_key(to) {
                    required_by.insert(to.clone(), by.clone());
                    queue.push_back(to.clone());
                }
            }
        }
        Self(required_by)
    }

    /// Adds to each problem how it comes that its plugin is needed.
    pub(super) fn add_to(&self, problems: &mut [Problem]) {
        for (plugin, chain) in problems.iter_mut().filter_map(Problem::chain_mut) {
            let mut id = plugin.id();
            while let Some(by) = self.0.get(id)
                && chain.len() < CHAIN_LIMIT
            {
                chain.push(by.clone());
                id = by.plugin().id();
            }
        }
    }
}
