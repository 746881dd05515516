//! As many as can work together: what cannot is left out, with everything that depends on it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::chains::Chains;
use super::check::check;
use super::load_order::load_order;
use super::rules::Rules;
use super::set::Set;
use super::touched::{duplicate, sorted, touched};
use super::view::View;
use crate::error::{MissingReason, Problem, SkippedPlugin};
use crate::info::{PluginId, PluginRef};

/// Which problems are looked at. What lasts comes first: it does not go away when others are left
/// out, as the rest may.
#[derive(Clone, Copy)]
enum Round {
    Lasting,
    Conflicts,
    All,
}

impl Round {
    fn looks_at(self, problem: &Problem) -> bool {
        match problem {
            Problem::Conflict { .. } => !matches!(self, Self::Lasting),
            Problem::SeveralProviders { .. } => matches!(self, Self::All),
            // Of what is optional, nothing is needed but that it is not there in this version.
            Problem::WrongVersion { plugin, requirement, .. } => {
                plugin.info().requires().contains(requirement) || !matches!(self, Self::Lasting)
            }
            _ => true,
        }
    }
}

/// Takes those candidates into the set that can work together, and returns them in the order in
/// which they are to be loaded, and the others. The result does not depend on the order in which
/// they are given. Of a conflict, the one that declares it is left out.
pub(super) fn skip(
    set: &Set,
    candidates: Vec<PluginRef>,
    rules: &Rules<'_>,
) -> (Vec<PluginRef>, Vec<SkippedPlugin>, Set) {
    let mut view = View::new(set);
    let (admitted, others) = view.insert_all(sorted(candidates));
    let skipped = others.into_iter().map(|(candidate, first)| {
        let because = duplicate(&candidate, first);
        SkippedPlugin::new(candidate, Arc::new(because))
    });
    let skipped = skipped.collect();
    let touched: BTreeSet<_> = touched(&view, &admitted).iter().map(|it| it.id().clone()).collect();
    let mut work = Work { view, rules, skipped, gone: BTreeMap::new(), chains: OnceCell::new() };
    for round in [Round::Lasting, Round::Conflicts, Round::All] {
        work.check_until_stable(touched.clone(), round);
        while let Err(cycles) = load_order(&work.view, &work.remaining()) {
            work.skip_cycles(cycles, round);
        }
    }
    while work.break_order_cycles() {}
    work.reconsider();
    let remaining = work.remaining();
    let order = load_order(&work.view, &remaining).unwrap_or(remaining);
    (order, work.skipped, work.view.into_candidates())
}

struct Work<'a> {
    view: View<'a>,
    rules: &'a Rules<'a>,
    skipped: Vec<SkippedPlugin>,
    /// Who has or provided a name, and was left out.
    gone: BTreeMap<String, PluginRef>,
    /// Of all that were there when the first was left out.
    chains: OnceCell<Chains>,
}

impl Work<'_> {
    /// The candidates that are in the set, by id.
    fn remaining(&self) -> Vec<PluginRef> {
        self.view.candidates().collect()
    }

    /// Checks these plugins, and whoever speaks of those that go, until nothing is wrong.
    fn check_until_stable(&mut self, mut queue: BTreeSet<PluginId>, round: Round) {
        while let Some(id) = queue.pop_first() {
            let Some(plugin) = self.view.get(id.as_str()) else { continue };
            let mut problems = check(&self.view, &plugin, self.rules).into_iter();
            let Some(problem) = problems.find(|it| round.looks_at(it)) else { continue };
            let Some(goes) = self.newcomer(&problem) else { continue };
            queue.extend(self.skip(goes, Arc::new(problem)));
            // If another one had to go, there may be more to say of this one.
            queue.insert(id);
        }
    }

    /// Leaves out all plugins of these loops, as none can be loaded before the others.
    fn skip_cycles(&mut self, cycles: Vec<Problem>, round: Round) {
        let mut queue = BTreeSet::new();
        for cycle in cycles {
            let cycle = Arc::new(cycle);
            for plugin in cycle.parties() {
                queue.extend(self.skip(plugin.clone(), Arc::clone(&cycle)));
            }
        }
        self.check_until_stable(queue, round);
    }

    /// Of each loop of wishes, leaves one out that wishes, or that wishes are about. Whether there
    /// may be more to do.
    fn break_order_cycles(&mut self) -> bool {
        let mut queue = BTreeSet::new();
        for problem in (self.rules.order_cycles)(&self.view) {
            let is_there = |it: &&PluginRef| self.view.get(it.id().as_str()).is_some();
            if problem.parties().iter().all(is_there)
                && let Some(goes) = self.newcomer(&problem)
            {
                queue.extend(self.skip(goes.clone(), Arc::new(problem)));
                queue.insert(goes.id().clone());
            }
        }
        let has_changed = !queue.is_empty();
        self.check_until_stable(queue, Round::All);
        has_changed
    }

    /// The one of those concerned that goes: the first that was not there before. It is the one
    /// that complains, if that is possible.
    fn newcomer(&self, problem: &Problem) -> Option<PluginRef> {
        let mut parties = problem.parties().into_iter();
        parties.find(|it| self.view.is_candidate(it.id())).cloned()
    }

    /// Takes those in again whose reason has gone with others that were left out after them.
    fn reconsider(&mut self) {
        let mut is_settled = false;
        while !is_settled {
            is_settled = true;
            for mut skipped in std::mem::take(&mut self.skipped) {
                match self.readmit(skipped.plugin()) {
                    Ok(()) => {
                        is_settled = false;
                        continue;
                    }
                    // The one that it did not go with may be out itself.
                    Err(Some(problem)) if !Round::Lasting.looks_at(skipped.because()) => {
                        skipped =
                            SkippedPlugin::new(skipped.plugin().clone(), self.complete(problem));
                    }
                    Err(_) => {}
                }
                self.skipped.push(skipped);
            }
        }
    }

    /// Takes the plugin in if it fits to those that are left.
    fn readmit(&mut self, plugin: &PluginRef) -> Result<(), Option<Problem>> {
        let (admitted, _) = self.view.insert_all(vec![plugin.clone()]);
        if admitted.is_empty() {
            return Err(None);
        }
        let touched = touched(&self.view, &admitted);
        let mut problems = touched.iter().flat_map(|it| check(&self.view, it, self.rules));
        let problem = problems.next();
        drop(problems);
        if problem.is_none() && (self.rules.order_cycles)(&self.view).is_empty() {
            return Ok(());
        }
        self.view.remove(plugin.id().as_str());
        Err(problem)
    }

    /// Leaves a plugin out, and returns who spoke of it.
    fn skip(&mut self, plugin: PluginRef, because: Arc<Problem>) -> BTreeSet<PluginId> {
        let because = Arc::try_unwrap(because).map_or_else(|it| it, |it| self.complete(it));
        let mentioning = self.view.mentioning(std::slice::from_ref(&plugin));
        self.view.remove(plugin.id().as_str());
        for name in plugin.names() {
            self.gone.insert(name.to_owned(), plugin.clone());
        }
        self.skipped.push(SkippedPlugin::new(plugin, because));
        mentioning
    }

    /// The problem with all that is known of it.
    fn complete(&self, mut problem: Problem) -> Arc<Problem> {
        if let Problem::Missing { requirement, reason, .. } = &mut problem
            && let Some(gone) = self.gone.get(requirement.id())
            && requirement.matches(&gone.info().version_of(requirement.id()))
        {
            *reason = MissingReason::Skipped(gone.clone());
        }
        let chains = self.chains.get_or_init(|| Chains::new(&self.view));
        chains.add_to(std::slice::from_mut(&mut problem));
        Arc::new(problem)
    }
}
