//! The chains of requirements that lead to a plugin: the plugin that requires it, the plugin that
//! requires that one, and so on, up to a plugin that no plugin requires.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::view::View;
use crate::error::{Dependent, Problem};
use crate::info::PluginId;

/// The maximum length of a chain.
const CHAIN_LIMIT: usize = 16;

/// For each required plugin, the next step of its chain.
pub(super) struct Chains(BTreeMap<PluginId, Dependent>);

impl Chains {
    /// Finds the shortest chain to each required plugin, beginning at a plugin that no plugin
    /// requires.
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

    /// Adds to each problem the chain of its plugin.
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
