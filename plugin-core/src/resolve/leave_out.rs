//! As many as can work together: what cannot is left out, with everything that depends on it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use super::admit::{duplicate, load_order, sorted, touched};
use super::set::Chains;
use super::{Context, MissingReason, Set};
use crate::error::Problem;
use crate::plugin::{PluginId, PluginRef};

/// A plugin that takes no part as it cannot work with the others, and the reason. See
/// [`ResolvePolicy::Skip`](crate::ResolvePolicy::Skip).
///
/// ```standalone_crate
/// use plugin_core::{Plugin, PluginManager, ResolvePolicy, hookimpl, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// #[plugin(requires("manners ^1"))]
/// struct Polite;
/// # #[hookimpl]
/// # impl Greetings for Polite { fn greet(&self) -> String { "good day".to_owned() } }
/// # #[derive(Plugin, Default)]
/// # struct Curt;
/// # #[hookimpl]
/// # impl Greetings for Curt { fn greet(&self) -> String { "hi".to_owned() } }
///
/// let builder = PluginManager::builder::<dyn Greetings>();
/// let manager = builder.on_unresolved(ResolvePolicy::Skip).discover()?;
/// let [polite] = &manager.skipped()[..] else { panic!() };
/// assert_eq!(polite.plugin().id(), "polite");
/// assert!(polite.to_string().contains("requires `manners ^1`"));
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone)]
pub struct SkippedPlugin {
    plugin: PluginRef,
    because: Arc<Problem>,
}

impl SkippedPlugin {
    pub(crate) fn new(plugin: PluginRef, because: Problem) -> Self {
        Self { plugin, because: Arc::new(because) }
    }

    /// The plugin.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// Why it cannot take part.
    pub fn because(&self) -> &Problem {
        &self.because
    }
}

/// The same plugin, for the same reason.
impl PartialEq for SkippedPlugin {
    fn eq(&self, other: &Self) -> bool {
        self.plugin == other.plugin && self.because.to_string() == other.because.to_string()
    }
}

impl Eq for SkippedPlugin {}

impl fmt::Display for SkippedPlugin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { plugin, because } = self;
        write!(f, "`{}` is left out: {because}", plugin.id())
    }
}

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
pub(crate) fn leave_out(
    set: &mut Set,
    candidates: Vec<PluginRef>,
    context: &Context<'_>,
) -> (Vec<PluginRef>, Vec<SkippedPlugin>) {
    let (admitted, others) = set.insert_all(sorted(candidates));
    let skipped = others.into_iter().map(|(candidate, first)| {
        let because = duplicate(&candidate, first);
        SkippedPlugin::new(candidate, because)
    });
    let skipped = skipped.collect();
    let touched: BTreeSet<_> = touched(set, &admitted).iter().map(|it| it.id().clone()).collect();
    let mut work = Work {
        new: admitted.iter().map(|it| it.id().clone()).collect(),
        set,
        context,
        skipped,
        gone: BTreeMap::new(),
        chains: OnceCell::new(),
    };
    for round in [Round::Lasting, Round::Conflicts, Round::All] {
        work.settle(touched.clone(), round);
        while let Err(cycles) = load_order(work.set, &work.remaining()) {
            work.break_up(cycles, round);
        }
    }
    while work.break_order_cycles() {}
    work.reconsider();
    let remaining = work.remaining();
    let order = load_order(work.set, &remaining).unwrap_or(remaining);
    (order, work.skipped)
}

struct Work<'a> {
    set: &'a mut Set,
    context: &'a Context<'a>,
    /// The candidates that are in the set.
    new: BTreeSet<PluginId>,
    skipped: Vec<SkippedPlugin>,
    /// Who has or provided a name, and was left out.
    gone: BTreeMap<String, PluginRef>,
    /// Of all that were there when the first was left out.
    chains: OnceCell<Chains>,
}

impl Work<'_> {
    /// The candidates that are in the set, by id.
    fn remaining(&self) -> Vec<PluginRef> {
        self.new.iter().filter_map(|id| self.set.get(id.as_str())).collect()
    }

    /// Checks these plugins, and whoever speaks of those that go, until nothing is wrong.
    fn settle(&mut self, mut queue: BTreeSet<PluginId>, round: Round) {
        while let Some(id) = queue.pop_first() {
            let Some(plugin) = self.set.get(id.as_str()) else { continue };
            let mut problems = self.set.check(&plugin, self.context).into_iter();
            let Some(problem) = problems.find(|it| round.looks_at(it)) else { continue };
            let Some(goes) = self.newcomer(&problem) else { continue };
            queue.extend(self.expel(goes, Arc::new(problem)));
            // If another one had to go, there may be more to say of this one.
            queue.insert(id);
        }
    }

    /// Leaves out all plugins of these loops, as none can be loaded before the others.
    fn break_up(&mut self, cycles: Vec<Problem>, round: Round) {
        let mut queue = BTreeSet::new();
        for cycle in cycles {
            let cycle = Arc::new(cycle);
            for plugin in cycle.parties() {
                queue.extend(self.expel(plugin.clone(), Arc::clone(&cycle)));
            }
        }
        self.settle(queue, round);
    }

    /// Of each loop of wishes, leaves one out that wishes, or that wishes are about. Whether there
    /// may be more to do.
    fn break_order_cycles(&mut self) -> bool {
        let mut queue = BTreeSet::new();
        for problem in (self.context.contradictions)(self.set) {
            let is_there = |it: &&PluginRef| self.set.get(it.id().as_str()).is_some();
            if problem.parties().iter().all(is_there)
                && let Some(goes) = self.newcomer(&problem)
            {
                queue.extend(self.expel(goes.clone(), Arc::new(problem)));
                queue.insert(goes.id().clone());
            }
        }
        let has_changed = !queue.is_empty();
        self.settle(queue, Round::All);
        has_changed
    }

    /// The one of those concerned that goes: the first that was not there before. It is the one
    /// that complains, if that is possible.
    fn newcomer(&self, problem: &Problem) -> Option<PluginRef> {
        let mut parties = problem.parties().into_iter();
        parties.find(|it| self.new.contains(it.id())).cloned()
    }

    /// Takes those in again whose reason has gone with others that were left out after them.
    fn reconsider(&mut self) {
        let mut is_settled = false;
        while !is_settled {
            is_settled = true;
            for mut skipped in std::mem::take(&mut self.skipped) {
                match self.readmit(&skipped.plugin) {
                    Ok(()) => {
                        is_settled = false;
                        continue;
                    }
                    // The one that it did not go with may be out itself.
                    Err(Some(problem)) if !Round::Lasting.looks_at(&skipped.because) => {
                        skipped.because = self.told(problem);
                    }
                    Err(_) => {}
                }
                self.skipped.push(skipped);
            }
        }
    }

    /// Takes the plugin in if it fits to those that are left.
    fn readmit(&mut self, plugin: &PluginRef) -> Result<(), Option<Problem>> {
        let (admitted, _) = self.set.insert_all(vec![plugin.clone()]);
        if admitted.is_empty() {
            return Err(None);
        }
        let touched = touched(self.set, &admitted);
        let mut problems = touched.iter().flat_map(|it| self.set.check(it, self.context));
        let problem = problems.next();
        drop(problems);
        if problem.is_none() && (self.context.contradictions)(self.set).is_empty() {
            self.new.insert(plugin.id().clone());
            return Ok(());
        }
        self.set.remove(plugin.id().as_str());
        Err(problem)
    }

    /// Leaves a plugin out, and returns who spoke of it.
    fn expel(&mut self, plugin: PluginRef, because: Arc<Problem>) -> BTreeSet<PluginId> {
        let because = Arc::try_unwrap(because).map_or_else(|it| it, |it| self.told(it));
        let mentioning = self.set.who_mention(std::slice::from_ref(&plugin));
        self.set.remove(plugin.id().as_str());
        self.new.remove(plugin.id());
        for name in plugin.names() {
            self.gone.insert(name.to_owned(), plugin.clone());
        }
        self.skipped.push(SkippedPlugin { plugin, because });
        mentioning
    }

    /// The problem with all that is known of it.
    fn told(&self, mut problem: Problem) -> Arc<Problem> {
        if let Problem::Missing { requirement, reason, .. } = &mut problem
            && let Some(gone) = self.gone.get(requirement.id())
            && requirement.matches(&gone.info().version_of(requirement.id()))
        {
            *reason = MissingReason::Skipped(gone.clone());
        }
        let chains = self.chains.get_or_init(|| self.set.chains());
        chains.add_to(std::slice::from_mut(&mut problem));
        Arc::new(problem)
    }
}
