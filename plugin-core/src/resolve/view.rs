//! A view of a set of plugins together with candidates, on which resolving works.

use std::collections::BTreeSet;

use super::set::Set;
use crate::error::{Dependent, Provider};
use crate::info::{PluginId, PluginInfo, PluginRef, Requirement};

/// The plugins of a set, and candidates. The set does not change.
pub(crate) struct View<'a> {
    set: &'a Set,
    candidates: Set,
}

impl<'a> View<'a> {
    pub(crate) fn new(set: &'a Set) -> Self {
        Self { set, candidates: Set::default() }
    }

    /// Adds the candidates whose ids are free. Returns the added candidates, and the others, each
    /// with the plugin that has its id. Of two candidates with the same id, the first is added.
    pub(super) fn insert_all(
        &mut self,
        sorted: Vec<PluginRef>,
    ) -> (Vec<PluginRef>, Vec<(PluginRef, &'static PluginInfo)>) {
        let mut inserted: Vec<PluginRef> = Vec::with_capacity(sorted.len());
        let mut others = Vec::new();
        let is_empty = self.set.is_empty() && self.candidates.is_empty();
        for plugin in sorted {
            let last = inserted.last().filter(|it| it.id() == plugin.id());
            let last = last.map(PluginRef::info);
            let taken = || self.get(plugin.id().as_str()).map(|it| it.info());
            match last.or_else(|| if is_empty { None } else { taken() }) {
                Some(first) => others.push((plugin, first)),
                None => inserted.push(plugin),
            }
        }
        self.candidates.insert_all(&inserted);
        (inserted, others)
    }

    /// Removes a candidate.
    pub(super) fn remove(&mut self, id: &str) {
        self.candidates.remove(id);
    }

    pub(super) fn into_candidates(self) -> Set {
        self.candidates
    }

    pub(crate) fn get(&self, id: &str) -> Option<PluginRef> {
        self.candidates.get(id).or_else(|| self.set.get(id))
    }

    /// Whether the set is empty, and there are this many candidates.
    pub(super) fn has_only(&self, candidates: usize) -> bool {
        self.set.is_empty() && self.candidates.len() == candidates
    }

    pub(super) fn is_candidate(&self, id: &PluginId) -> bool {
        self.candidates.get(id.as_str()).is_some()
    }

    /// The candidates, sorted by id.
    pub(super) fn candidates(&self) -> impl Iterator<Item = PluginRef> {
        self.candidates.all()
    }

    /// All plugins: first those of the set, then the candidates.
    pub(super) fn all(&self) -> impl Iterator<Item = PluginRef> {
        self.set.all().chain(self.candidates.all())
    }

    /// The plugin with this id, then the plugins that provide it as a capability, sorted by id.
    /// Versions are ignored.
    fn providers(&self, id: &str) -> Vec<Provider> {
        let candidate = self.candidates.get(id).map(|it| Provider::new(it, None, false));
        let own = candidate.or_else(|| Some(Provider::new(self.set.get(id)?, None, true)));
        let registered = self.set.capable(id).map(|it| (it, true));
        let capable = registered.chain(self.candidates.capable(id).map(|it| (it, false)));
        // A plugin may provide its own id as a capability, if the host registers it under that id.
        let capable = capable.filter(|(it, _)| *it.id() != *id).map(|(plugin, is_registered)| {
            let capability = plugin.info().provides().iter().find(|it| it.id() == id);
            Provider::new(plugin, capability, is_registered)
        });
        let mut providers: Vec<_> = own.into_iter().chain(capable).collect();
        if providers.len() > 1 && !self.set.is_empty() {
            let capable = usize::from(providers[0].plugin().id() == id);
            providers[capable..].sort_by(|a, b| a.plugin().id().cmp(b.plugin().id()));
        }
        providers
    }

    /// The plugins that meet the requirement.
    pub(super) fn matching(&self, requirement: &Requirement) -> Vec<Provider> {
        self.providers_of(requirement).0
    }

    /// The plugins that meet the requirement, and the plugins that have or provide another version.
    pub(super) fn providers_of(&self, requirement: &Requirement) -> (Vec<Provider>, Vec<Provider>) {
        let version = requirement.version();
        let meets =
            |it: &Provider| version.as_ref().is_none_or(|version| version.matches(&it.version()));
        self.providers(requirement.id()).into_iter().partition(meets)
    }

    /// The ids of the plugins that mention the id or a capability of these plugins.
    pub(super) fn mentioning(&self, plugins: &[PluginRef]) -> BTreeSet<PluginId> {
        let names = plugins.iter().flat_map(PluginRef::names);
        let mentioning =
            names.flat_map(|it| self.set.mentioning(it).chain(self.candidates.mentioning(it)));
        mentioning.cloned().collect()
    }

    /// The plugins that require this plugin, with their requirements, sorted by id. No other plugin
    /// meets these requirements.
    pub(crate) fn dependents(&self, plugin: &PluginRef) -> Vec<Dependent> {
        let mentioning = self.mentioning(std::slice::from_ref(plugin)).into_iter();
        let mentioning = mentioning.filter_map(|id| self.get(id.as_str()));
        let requiring = mentioning.flat_map(|it| {
            let requires = it.info().requires().iter();
            requires.map(move |requirement| Dependent::new(it.clone(), requirement))
        });
        let meets =
            |it: &Dependent| self.matching(it.requirement()).iter().any(|it| it.plugin() == plugin);
        requiring.filter(meets).collect()
    }
}
