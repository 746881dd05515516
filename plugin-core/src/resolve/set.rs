//! Plugins that are together, found by what they provide and by what they speak of.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;

use semver::Version;

use super::{Dependent, MissingReason};
use crate::error::Problem;
use crate::fill::fill;
use crate::hook::spec::HookSpecInfo;
use crate::plugin::{PluginId, PluginInfo, PluginRef, Requirement};

/// How far the chain from a plugin to those that require it is followed.
const CHAIN_LIMIT: usize = 16;

/// What plugins are checked against, beside each other.
pub(crate) struct Context<'a> {
    /// The contract of the host.
    pub(crate) contract: &'static HookSpecInfo,
    /// Why nobody in the set has or provides this.
    pub(crate) reason: &'a dyn Fn(&Requirement) -> MissingReason,
    /// What is wrong with the wishes about order of those in the set.
    pub(crate) contradictions: &'a dyn Fn(&Set) -> Vec<Problem>,
}

/// A plugin that has an id or provides a capability, and in which version.
///
/// ```
/// use plugin_core::{Plugin, PluginManager, Problem, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// #[plugin(provides("manners 1.0"))]
/// struct OldSchool;
///
/// #[derive(Plugin, Default)]
/// #[plugin(requires("manners ^2"))]
/// struct Polite;
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(OldSchool)?;
/// let error = manager.register(Polite).err().unwrap();
/// let [Problem::WrongVersion { found, .. }] = error.problems() else { panic!("{error}") };
/// assert_eq!(found[0].plugin().id(), "old-school");
/// assert_eq!(found[0].version().to_string(), "1.0.0");
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    plugin: PluginRef,
    version: Version,
}

impl Provider {
    /// The plugin.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// The version in which it provides what was asked for.
    pub fn version(&self) -> &Version {
        &self.version
    }
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { plugin, version } = self;
        if plugin.info().version() == *version {
            return plugin.fmt(f);
        }
        write!(f, "{version}, provided by {plugin}")
    }
}

/// Plugins that are together, each under its id.
#[derive(Debug, Default)]
pub(crate) struct Set {
    members: BTreeMap<PluginId, &'static PluginInfo>,
    /// Who provides a capability.
    capabilities: Index,
    /// Who speaks of an id or a capability.
    mentions: Index,
}

/// Names, each with the ids of plugins.
type Index = BTreeSet<(&'static str, PluginId)>;

impl Set {
    pub(crate) fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.members.len()
    }

    /// Takes those plugins in whose id is free, and returns them; and the others, each with what is
    /// known of the one that has its id. Of two with one id, the first takes it.
    pub(crate) fn insert_all(
        &mut self,
        sorted: Vec<PluginRef>,
    ) -> (Vec<PluginRef>, Vec<(PluginRef, &'static PluginInfo)>) {
        let mut inserted: Vec<PluginRef> = Vec::with_capacity(sorted.len());
        let mut others = Vec::new();
        for plugin in sorted {
            let last = inserted.last().filter(|it| it.id() == plugin.id());
            let last = last.map(PluginRef::info);
            match last.or_else(|| self.members.get(plugin.id()).copied()) {
                Some(first) => others.push((plugin, first)),
                None => inserted.push(plugin),
            }
        }
        fill(&mut self.members, inserted.iter().map(|it| (it.id().clone(), it.info())));
        let related = || inserted.iter().filter(|it| it.info().has_relations());
        fill(&mut self.capabilities, related().flat_map(provided));
        fill(&mut self.mentions, related().flat_map(mentioned));
        (inserted, others)
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

    pub(crate) fn remove_all(&mut self, plugins: &[PluginRef]) {
        for plugin in plugins {
            self.remove(plugin.id().as_str());
        }
    }

    pub(crate) fn get(&self, id: &str) -> Option<PluginRef> {
        let (id, info) = self.members.get_key_value(id)?;
        Some(PluginRef::new(id.clone(), info))
    }

    /// Who has or provides it, whatever the version, by id.
    pub(crate) fn providers(&self, id: &str) -> Vec<Provider> {
        let own = self.get(id).map(|plugin| Provider { version: plugin.info().version(), plugin });
        // A plugin may have an id that it also provides, if the host gave it that id.
        let others = under(&self.capabilities, id).filter(|it| **it != *id);
        let capable = others.map(|plugin| {
            let plugin = PluginRef::new(plugin.clone(), self.members[plugin]);
            let version = plugin.info().version_of(id);
            Provider { plugin, version }
        });
        own.into_iter().chain(capable).collect()
    }

    /// Those of them that meet the requirement.
    pub(crate) fn matching(&self, requirement: &Requirement) -> Vec<Provider> {
        self.sorted_out(requirement).0
    }

    /// Those of them that meet the requirement, and the others.
    fn sorted_out(&self, requirement: &Requirement) -> (Vec<Provider>, Vec<Provider>) {
        let version = requirement.version();
        let meets =
            |it: &Provider| version.as_ref().is_none_or(|version| version.matches(&it.version));
        self.providers(requirement.id()).into_iter().partition(meets)
    }

    /// Who speaks of what the plugins have or provide.
    pub(crate) fn who_mention(&self, plugins: &[PluginRef]) -> BTreeSet<PluginId> {
        if self.mentions.is_empty() {
            return BTreeSet::new();
        }
        let names = plugins.iter().flat_map(PluginRef::names);
        names.flat_map(|name| under(&self.mentions, name)).cloned().collect()
    }

    /// Who requires the plugin, and how they say so, by id. Nobody else meets these requirements.
    pub(crate) fn dependents(&self, plugin: &PluginRef) -> Vec<Dependent> {
        let mentioning = self.who_mention(std::slice::from_ref(plugin)).into_iter();
        let mentioning = mentioning.filter_map(|id| self.get(id.as_str()));
        let requiring = mentioning.flat_map(|it| {
            let requires = it.info().requires().iter();
            requires.map(move |requirement| Dependent::new(it.clone(), requirement))
        });
        let meets =
            |it: &Dependent| self.matching(it.requirement()).iter().any(|it| it.plugin == *plugin);
        requiring.filter(meets).collect()
    }

    /// The plugin and all that cannot be without it; who depends on another comes before it.
    pub(crate) fn with_dependents(&self, plugin: &PluginRef) -> Vec<PluginRef> {
        // A depth-first walk that lists a plugin when it leaves it, turned round at the end, would
        // recurse; this one lists a plugin once all that depend on it are listed.
        let mut waiting_for: BTreeMap<PluginId, usize> = BTreeMap::new();
        let mut found = VecDeque::from([plugin.clone()]);
        let mut all = BTreeMap::from([(plugin.id().clone(), Vec::new())]);
        while let Some(it) = found.pop_front() {
            let dependents: BTreeSet<_> =
                self.dependents(&it).iter().map(|it| it.plugin().id().clone()).collect();
            waiting_for.insert(it.id().clone(), dependents.len());
            for dependent in dependents {
                let supports: &mut Vec<_> = all.entry(dependent.clone()).or_insert_with(|| {
                    found.extend(self.get(dependent.as_str()));
                    Vec::new()
                });
                supports.push(it.id().clone());
            }
        }
        let free = waiting_for.iter().filter(|(_, count)| **count == 0);
        let mut free: BTreeSet<_> = free.map(|(id, _)| id.clone()).collect();
        let mut order = Vec::with_capacity(all.len());
        while let Some(id) = free.pop_first() {
            for support in &all[&id] {
                let count = waiting_for.get_mut(support).expect("it was found");
                *count -= 1;
                if *count == 0 {
                    free.insert(support.clone());
                }
            }
            order.extend(self.get(id.as_str()));
        }
        order
    }

    /// Everything that does not fit about one member: what it says of others, not what they say of
    /// it.
    pub(crate) fn check(&self, plugin: &PluginRef, context: &Context<'_>) -> Vec<Problem> {
        let info = plugin.info();
        let mut problems = Vec::new();
        if !info.has_relations() {
            return problems;
        }
        let contract = context.contract;
        if info.contract().is_some_and(|host| !host.matches(&contract.package().parsed_version())) {
            let (plugin, chain) = (plugin.clone(), Vec::new());
            problems.push(Problem::ContractMismatch { plugin, contract, chain });
        }
        let required = info.requires().iter().map(|it| (it, true));
        let optional = info.optional().iter().map(|it| (it, false));
        for (requirement, must_be) in required.chain(optional) {
            let (plugin, chain) = (plugin.clone(), Vec::new());
            let (matching, others) = self.sorted_out(requirement);
            match (matching.len(), others.is_empty()) {
                (0, true) if must_be => {
                    let reason = (context.reason)(requirement);
                    problems.push(Problem::Missing { plugin, requirement, reason, chain });
                }
                (0, true) | (1, _) => {}
                (0, false) => {
                    let found = others;
                    problems.push(Problem::WrongVersion { plugin, requirement, found, chain });
                }
                _ => {
                    let providers = matching;
                    problems.push(Problem::SeveralProviders {
                        plugin,
                        requirement,
                        providers,
                        chain,
                    });
                }
            }
        }
        for conflict in info.conflicts() {
            // Whoever provides what it is in conflict with wants to be the only one.
            let others = self.matching(conflict).into_iter().filter(|it| it.plugin != *plugin);
            let plugin = plugin.clone();
            problems.extend(others.map(|with| Problem::Conflict {
                plugin: plugin.clone(),
                conflict,
                with,
                chain: Vec::new(),
            }));
        }
        problems
    }

    /// For each plugin that others require, the one through which the shortest chain leads to it
    /// from one that nobody requires.
    pub(crate) fn chains(&self) -> Chains {
        let mut met: BTreeMap<PluginId, Vec<(PluginId, Dependent)>> = BTreeMap::new();
        for plugin in self.all() {
            for requirement in plugin.info().requires() {
                let by = Dependent::new(plugin.clone(), requirement);
                let matching = self.matching(requirement).into_iter();
                let matching = matching.map(|it| (it.plugin.id().clone(), by.clone()));
                met.entry(plugin.id().clone()).or_default().extend(matching);
            }
        }
        let required: BTreeSet<_> = met.values().flatten().map(|(id, _)| id).collect();
        let roots = self.members.keys().filter(|id| !required.contains(id));
        let mut queue: VecDeque<_> = roots.cloned().collect();
        let mut required_by: BTreeMap<PluginId, Dependent> = BTreeMap::new();
        while let Some(from) = queue.pop_front() {
            for (to, by) in met.get(&from).into_iter().flatten() {
                if !required_by.contains_key(to) {
                    required_by.insert(to.clone(), by.clone());
                    queue.push_back(to.clone());
                }
            }
        }
        Chains(required_by)
    }

    fn all(&self) -> impl Iterator<Item = PluginRef> {
        self.members.iter().map(|(id, info)| PluginRef::new(id.clone(), info))
    }
}

/// How it comes that a plugin is needed.
pub(crate) struct Chains(BTreeMap<PluginId, Dependent>);

impl Chains {
    /// Adds to each problem how it comes that its plugin is needed.
    pub(crate) fn add_to(&self, problems: &mut [Problem]) {
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

/// The ids that an index has under a name.
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
