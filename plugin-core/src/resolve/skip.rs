//! Skips the candidates that cannot work with the others, together with every candidate that
//! depends on them.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::affected::{affected, duplicate, sorted};
use super::chains::Chains;
use super::check::check;
use super::load_order::load_order;
use super::rules::Rules;
use super::set::Set;
use super::view::View;
use crate::error::{MissingReason, Problem, SkippedPlugin};
use crate::info::{PluginId, PluginRef};

/// The problems that a pass over the candidates considers. The first pass considers only permanent
/// problems, which remain when other candidates are skipped. Other problems may be solved by that.
#[derive(Clone, Copy)]
enum Pass {
    Permanent,
    Conflicts,
    All,
}

impl Pass {
    fn considers(self, problem: &Problem) -> bool {
        match problem {
            Problem::Conflict { .. } => !matches!(self, Self::Permanent),
            Problem::SeveralProviders { .. } => matches!(self, Self::All),
            // If the wrong version of an optional requirement is skipped, the problem is solved.
            Problem::WrongVersion { plugin, requirement, .. } => {
                plugin.info().requires().contains(requirement) || !matches!(self, Self::Permanent)
            }
            _ => true,
        }
    }
}

/// Returns the candidates that can work together in load order, the skipped candidates, and the set
/// to add. The result does not depend on the order of `candidates`. Of two candidates in conflict,
/// the one that declares the conflict is skipped.
pub(super) fn skip(
    set: &Set,
    candidates: Vec<PluginRef>,
    rules: &Rules<'_>,
) -> (Vec<PluginRef>, Vec<SkippedPlugin>, Set) {
    let mut view = View::new(set);
    let (inserted, duplicates) = view.insert_all(sorted(candidates));
    let skipped = duplicates.into_iter().map(|(candidate, first)| {
        let reason = duplicate(&candidate, first);
        SkippedPlugin::new(candidate, Arc::new(reason))
    });
    let skipped = skipped.collect();
    let affected: BTreeSet<_> =
        affected(&view, &inserted).iter().map(|it| it.id().clone()).collect();
    let names = BTreeMap::new();
    let mut work = Skipper { view, rules, skipped, names, chains: OnceCell::new() };
    for pass in [Pass::Permanent, Pass::Conflicts, Pass::All] {
        work.check_until_stable(affected.clone(), pass);
        while let Err(cycles) = load_order(&work.view, &work.remaining()) {
            work.skip_cycles(cycles, pass);
        }
    }
    while work.break_order_cycles() {}
    work.reconsider();
    let remaining = work.remaining();
    let order = load_order(&work.view, &remaining).unwrap_or(remaining);
    (order, work.skipped, work.view.into_candidates())
}

struct Skipper<'a> {
    view: View<'a>,
    rules: &'a Rules<'a>,
    skipped: Vec<SkippedPlugin>,
    /// The skipped plugins, by their ids and the names of their capabilities.
    names: BTreeMap<String, PluginRef>,
    /// The chains among all candidates, before the first one was skipped.
    chains: OnceCell<Chains>,
}

impl Skipper<'_> {
    /// The candidates that are not skipped, sorted by id.
    fn remaining(&self) -> Vec<PluginRef> {
        self.view.candidates().collect()
    }

    /// Checks these plugins, and the plugins that mention a skipped one, until there are no
    /// problems.
    fn check_until_stable(&mut self, mut queue: BTreeSet<PluginId>, pass: Pass) {
        while let Some(id) = queue.pop_first() {
            let Some(plugin) = self.view.get(id.as_str()) else { continue };
            let mut problems = check(&self.view, &plugin, self.rules).into_iter();
            let Some(problem) = problems.find(|it| pass.considers(it)) else { continue };
            let Some(plugin) = self.candidate(&problem) else { continue };
            queue.extend(self.skip(plugin, Arc::new(problem)));
            // If another plugin was skipped, this plugin may have further problems.
            queue.insert(id);
        }
    }

    /// Skips all plugins of these cycles, because none of them can be loaded before the others.
    fn skip_cycles(&mut self, cycles: Vec<Problem>, pass: Pass) {
        let mut queue = BTreeSet::new();
        for cycle in cycles {
            let cycle = Arc::new(cycle);
            for plugin in cycle.parties() {
                queue.extend(self.skip(plugin.clone(), Arc::clone(&cycle)));
            }
        }
        self.check_until_stable(queue, pass);
    }

    /// Skips one candidate of each cycle of ordering constraints: one that declares a constraint of
    /// the cycle, or else one that a constraint targets. Returns whether a candidate was skipped.
    /// Further cycles may then remain.
    fn break_order_cycles(&mut self) -> bool {
        let mut queue = BTreeSet::new();
        for problem in (self.rules.order_cycles)(&self.view) {
            let is_in_view = |it: &&PluginRef| self.view.get(it.id().as_str()).is_some();
            if problem.parties().iter().all(is_in_view)
                && let Some(plugin) = self.candidate(&problem)
            {
                queue.extend(self.skip(plugin.clone(), Arc::new(problem)));
                queue.insert(plugin.id().clone());
            }
        }
        let has_changed = !queue.is_empty();
        self.check_until_stable(queue, Pass::All);
        has_changed
    }

    /// The plugin to skip because of a problem: the first of its plugins that is a candidate. If
    /// the plugin that declares the relation is a candidate, it is that one.
    fn candidate(&self, problem: &Problem) -> Option<PluginRef> {
        let mut parties = problem.parties().into_iter();
        parties.find(|it| self.view.is_candidate(it.id())).cloned()
    }

    /// Readmits skipped plugins whose problem was solved because other plugins were skipped after
    /// them.
    fn reconsider(&mut self) {
        let mut is_stable = false;
        while !is_stable {
            is_stable = true;
            for mut skipped in std::mem::take(&mut self.skipped) {
                match self.readmit(skipped.plugin()) {
                    Ok(()) => {
                        is_stable = false;
                        continue;
                    }
                    // The plugin that it conflicted with may be skipped itself.
                    Err(Some(problem)) if !Pass::Permanent.considers(skipped.reason()) => {
                        skipped =
                            SkippedPlugin::new(skipped.plugin().clone(), self.complete(problem));
                    }
                    Err(_) => {}
                }
                self.skipped.push(skipped);
            }
        }
    }

    /// Adds a skipped plugin again if it can work with the remaining plugins.
    fn readmit(&mut self, plugin: &PluginRef) -> Result<(), Option<Problem>> {
        let (inserted, _) = self.view.insert_all(vec![plugin.clone()]);
        if inserted.is_empty() {
            return Err(None);
        }
        let affected = affected(&self.view, &inserted);
        let mut problems = affected.iter().flat_map(|it| check(&self.view, it, self.rules));
        let problem = problems.next();
        drop(problems);
        if problem.is_none() && (self.rules.order_cycles)(&self.view).is_empty() {
            return Ok(());
        }
        self.view.remove(plugin.id().as_str());
        Err(problem)
    }

    /// Skips a plugin, and returns the plugins that mention it.
    fn skip(&mut self, plugin: PluginRef, reason: Arc<Problem>) -> BTreeSet<PluginId> {
        let reason = Arc::try_unwrap(reason).map_or_else(|it| it, |it| self.complete(it));
        let mentioning = self.view.mentioning(std::slice::from_ref(&plugin));
        self.view.remove(plugin.id().as_str());
        for name in plugin.names() {
            self.names.insert(name.to_owned(), plugin.clone());
        }
        self.skipped.push(SkippedPlugin::new(plugin, reason));
        mentioning
    }

    /// Completes the problem with its chain, and with the skipped plugin that would meet its
    /// requirement.
    fn complete(&self, mut problem: Problem) -> Arc<Problem> {
        if let Problem::Missing { requirement, reason, .. } = &mut problem
            && let Some(plugin) = self.names.get(requirement.id())
            && requirement.matches(&plugin.info().version_of(requirement.id()))
        {
            *reason = MissingReason::Skipped(plugin.clone());
        }
        let chains = self.chains.get_or_init(|| Chains::new(&self.view));
        chains.add_to(std::slice::from_mut(&mut problem));
        Arc::new(problem)
    }
}
