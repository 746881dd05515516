//! How plugins are taken in: all or nothing, and no plugin code under a lock.
//!
//! 1. The ids are reserved of those that fit together and are given what they need, or every reason
//!    is reported why they do not or are not.
//! 2. Their configuration is read, or every mistake in it is reported.
//! 3. The plugins are constructed, or every `init` that failed is reported.
//! 4. Earlier calls of historic hooks are replayed to them, or every failure is reported.
//! 5. They join all at once, if they still fit together, and unless calls were noted meanwhile:
//!    those are replayed first.

use std::any::TypeId;
use std::borrow::Cow;
use std::sync::Arc;

use super::fit::{Fit, Newcomer};
use super::state::State;
use super::{PluginManager, ResolvePolicy};
use crate::config::{Config, Read};
use crate::error::{Problem, RegisterError};
use crate::hook::lineup::{AnyLineup, AnyPrepared, Change};
use crate::hook::monitor::Monitors;
use crate::plugin::{Instance, Plugin, PluginId, PluginInfo, PluginRef, RegisteredPlugin};
use crate::registry::entry::{Construct, HookImplsEntry, PluginEntry};
use crate::registry::{Registry, slice};
use crate::resolve::{Set, SkippedPlugin};

/// A plugin on its way in.
pub(super) struct Candidate {
    id: PluginId,
    info: &'static PluginInfo,
    type_id: TypeId,
    instances: Instances,
    pub(super) if_taken: IfTaken,
    hookimpls: Entries,
    source: Source,
}

/// Those of the registry are there already.
type Entries = Cow<'static, [HookImplsEntry]>;

/// Where the instance comes from.
enum Source {
    /// The host has constructed it.
    Host(Instance),
    /// The manager constructs it, of what it is given.
    Registry { construct: Construct, read: Option<Read> },
}

/// What becomes of a plugin whose id is taken.
#[derive(PartialEq, Eq)]
pub(super) enum IfTaken {
    Refuse,
    PassOver,
}

/// Whether the type may be registered more than once.
#[derive(PartialEq, Eq)]
pub(super) enum Instances {
    One,
    Many,
}

impl Candidate {
    pub(super) fn given<P: Plugin>(id: PluginId, plugin: Arc<P>, instances: Instances) -> Self {
        let type_id = TypeId::of::<P>();
        let if_taken = IfTaken::Refuse;
        let source = Source::Host(plugin);
        let hookimpls = hookimpls(type_id, P::listed());
        Self { id, info: P::info(), type_id, instances, if_taken, hookimpls, source }
    }

    /// # Panics
    ///
    /// When the entry has no constructor.
    pub(super) fn linked(entry: &PluginEntry, instances: Instances) -> Result<Self, Problem> {
        let construct = entry.constructor().expect("plugins without a constructor are passed over");
        let info = entry.info();
        Ok(Self {
            id: own_id(info)?,
            info,
            type_id: entry.type_id(),
            instances,
            if_taken: IfTaken::Refuse,
            hookimpls: hookimpls(entry.type_id(), Vec::new()),
            source: Source::Registry { construct, read: entry.read() },
        })
    }
}

impl Candidate {
    pub(super) fn plugin_ref(&self) -> PluginRef {
        PluginRef::new(self.id.clone(), self.info)
    }

    fn newcomer(&self) -> Newcomer<'_> {
        Newcomer { plugin: self.plugin_ref(), hookimpls: &self.hookimpls }
    }

    /// Where there is no registry, a plugin would be taken in and never be called.
    fn with_known_hookimpls(&self) -> Result<(), Problem> {
        let are_known = slice::IS_THERE || self.info.is_generic;
        if are_known { Ok(()) } else { Err(Problem::NoRegistry { plugin: self.info }) }
    }

    /// The same plugin, of which something else is known.
    #[cfg(feature = "testing")]
    pub(super) fn known_as(self, info: &'static PluginInfo) -> Self {
        Self { info, ..self }
    }
}

/// The hookimpls of a type: those in the registry, and those that are listed as they are not.
fn hookimpls(type_id: TypeId, listed: Vec<HookImplsEntry>) -> Entries {
    let mut hookimpls = Cow::Borrowed(Registry::linked().hookimpls_of(type_id));
    if !listed.is_empty() {
        hookimpls.to_mut().extend(listed);
    }
    hookimpls
}

pub(super) fn own_id(info: &'static PluginInfo) -> Result<PluginId, Problem> {
    PluginId::constant(&info.id).map_err(|error| Problem::InvalidId { plugin: info, error })
}

/// A constructed plugin and its hookimpls, before they join.
pub(super) struct Joining {
    pub(super) plugin: RegisteredPlugin,
    entries: Entries,
    pub(super) hookimpls: Vec<Box<dyn AnyPrepared>>,
}

impl PluginManager {
    pub(super) fn register_one<P: Plugin>(
        &self,
        candidate: Candidate,
    ) -> Result<Option<Arc<P>>, RegisterError> {
        let registered = self.take_in(vec![candidate], ResolvePolicy::Fail)?;
        Ok(registered.first().and_then(RegisteredPlugin::downcast))
    }

    /// Registers those whose id is not blocked, and returns them.
    pub(super) fn take_in(
        &self,
        candidates: Vec<Candidate>,
        policy: ResolvePolicy,
    ) -> Result<Vec<RegisteredPlugin>, RegisterError> {
        all(candidates.iter().map(Candidate::with_known_hookimpls))?;
        let (reserved, candidates) = self.reserve(candidates, policy)?;
        let candidates = all(candidates.into_iter().map(|it| Ok((self.read(&it)?, it))))?;
        let plugins = all(candidates.into_iter().map(|(config, mut candidate)| {
            let entries = std::mem::take(&mut candidate.hookimpls);
            Ok((self.instance(candidate, config)?, entries))
        }))?;
        let joining = plugins.into_iter().map(|(it, entries)| self.prepare(it, entries)).collect();
        self.join(reserved, joining, policy)
    }

    /// Reserves the ids of all that are not blocked and fit together, and returns these in the order
    /// in which they are to be registered.
    fn reserve(
        &self,
        candidates: Vec<Candidate>,
        policy: ResolvePolicy,
    ) -> Result<(Reserved<'_>, Vec<Candidate>), RegisterError> {
        let mut accepted = Vec::with_capacity(candidates.len());
        let mut refused = Vec::new();
        let mut problems = Vec::new();
        let mut guard = self.state();
        let state = &mut *guard;
        for candidate in candidates {
            let id = candidate.id.as_str();
            let passes = candidate.if_taken == IfTaken::PassOver && state.is_taken(id);
            if passes || state.exclusions.of(&self.shared.filters, id).is_some() {
                refused.push(candidate);
            } else if let Err(problem) = check_vacant(state, &candidate) {
                problems.push(problem);
                refused.push(candidate);
            } else {
                accepted.push(candidate);
            }
        }
        let newcomers: Vec<_> = accepted.iter().map(Candidate::newcomer).collect();
        let is_first = state.set.is_empty();
        let fit = match self.fit(state, &newcomers, policy) {
            Ok(fit) => fit,
            Err(more) => {
                problems.extend(more);
                Fit::default()
            }
        };
        let given_for = accepted.iter().filter(|it| matches!(it.source, Source::Registry { .. }));
        let in_need = given_for.filter(|it| !it.info.needs().is_empty()).map(Candidate::plugin_ref);
        let is_skipped = |it: &PluginRef| fit.skipped.iter().any(|out| out.plugin() == it);
        let in_need = in_need.filter(|it| !is_skipped(it));
        problems.extend(self.shared.injector.check(in_need));
        // They are only tried: the set is of those that are in.
        let mut set = None;
        if is_first {
            set = Some(std::mem::take(&mut state.set));
        } else {
            state.set.remove_all(&fit.order);
        }
        let mut reserved = Reserved { manager: self, number: None, set, skipped: Vec::new() };
        if problems.is_empty() {
            reserved.skipped = fit.skipped;
            reserved.number = Some(state.reserve(fit.order.clone()));
        }
        drop(guard);
        // What is not accepted ends outside of the lock: a plugin that was given may end with it.
        let (fitting, others) = in_order(accepted, &fit.order);
        refused.into_iter().chain(others).for_each(|it| self.dismiss(it));
        if problems.is_empty() {
            Ok((reserved, fitting))
        } else {
            Err(RegisterError::new(problems))
        }
    }

    /// Reads the configuration of a plugin that is to be constructed.
    fn read(&self, candidate: &Candidate) -> Result<Config, Problem> {
        let Source::Registry { read: Some(read), .. } = candidate.source else {
            return Ok(Box::new(()));
        };
        let plugin = candidate.plugin_ref();
        let injector = &self.shared.injector;
        self.construct(plugin.clone(), || Ok(injector.read(read, plugin)))?
    }

    /// The plugin itself; constructed, unless the host has done so.
    fn instance(&self, candidate: Candidate, config: Config) -> Result<RegisteredPlugin, Problem> {
        let plugin = candidate.plugin_ref();
        let Candidate { id, info, source, .. } = candidate;
        let (instance, holds) = match source {
            Source::Host(instance) => (instance, Vec::new()),
            Source::Registry { construct, .. } => {
                let context = self.shared.injector.context(id.clone());
                let instance = self.construct(plugin, || construct(&context, config))?;
                (instance, context.into_taken())
            }
        };
        Ok(RegisteredPlugin::new(id, info, instance, holds, self.service()))
    }

    /// Finds the histories to be replayed to the hookimpls of a plugin.
    fn prepare(&self, plugin: RegisteredPlugin, entries: Entries) -> Joining {
        let mut hookimpls: Vec<_> = entries.iter().map(|entry| entry.prepare(&plugin)).collect();
        for prepared in hookimpls.iter_mut().filter(|it| !it.can_wait()) {
            prepared.attach(&*self.lineup_for(&**prepared));
        }
        Joining { plugin, entries, hookimpls }
    }

    fn lineup_for(&self, prepared: &dyn AnyPrepared) -> Arc<dyn AnyLineup> {
        let empty = |gate: &_, monitors: &_| prepared.empty_lineup(gate, monitors);
        self.lineup_or(prepared.spec(), empty)
    }

    /// Constructs a plugin that is not to be registered.
    #[cfg(feature = "testing")]
    pub(super) fn prepare_alone(&self, mut candidate: Candidate) -> Result<Joining, RegisterError> {
        let entries = std::mem::take(&mut candidate.hookimpls);
        let config = self.read(&candidate)?;
        let alone = self.prepare(self.instance(candidate, config)?, entries);
        alone.hookimpls.iter().for_each(|it| drop(self.lineup_for(&**it)));
        Ok(alone)
    }

    fn join(
        &self,
        mut reserved: Reserved<'_>,
        mut joining: Vec<Joining>,
        policy: ResolvePolicy,
    ) -> Result<Vec<RegisteredPlugin>, RegisterError> {
        loop {
            let monitors = self.state().monitors.clone();
            all(joining.iter_mut().map(|it| it.replay(&monitors)))?;

            let mut state = self.state();
            let gate = self.shared.gate.close();
            if !joining.iter().all(Joining::is_caught_up) {
                continue;
            }
            // In the same step as they join: whoever sees a plugin may unregister it, and finds
            // its id free.
            reserved.give_up(&mut state);
            // Some may have been blocked while they were constructed, and what is registered may
            // have changed.
            let (mut joining, mut stay_out): (Vec<_>, Vec<_>) =
                joining.into_iter().partition(|it| {
                    state.exclusions.of(&self.shared.filters, it.plugin.id().as_str()).is_none()
                });
            let is_as_it_was = stay_out.is_empty() && state.set.is_empty();
            let mut skipped = Vec::new();
            if let Some(set) = reserved.set.take().filter(|_| is_as_it_was) {
                // They fit: nothing has changed since that was found.
                state.set = set;
            } else {
                let newcomers: Vec<_> = joining.iter().map(Joining::newcomer).collect();
                match self.fit(&mut state, &newcomers, policy) {
                    Ok(fit) => skipped = fit.skipped,
                    Err(problems) => {
                        drop(gate);
                        drop(state);
                        return Err(RegisterError::new(problems));
                    }
                }
            }
            for skipped in &skipped {
                let is_skipped = |it: &mut Joining| it.plugin.id() == skipped.plugin().id();
                stay_out.extend(joining.extract_if(.., is_skipped));
            }
            state.record_skipped(std::mem::take(&mut reserved.skipped));
            state.record_skipped(skipped);
            let mut plugins = Vec::with_capacity(joining.len());
            let mut hookimpls = Vec::with_capacity(joining.len());
            for mut joins in joining {
                joins.hookimpls.iter_mut().for_each(|it| it.number(&mut state.numbered));
                plugins.push(joins.plugin);
                hookimpls.append(&mut joins.hookimpls);
            }
            state.add(&plugins);
            let published = self.shared.published.load();
            let has_lineup = |it: &mut Box<dyn AnyPrepared>| published.lineup(it.spec()).is_some();
            let joining: Vec<_> = hookimpls.extract_if(.., has_lineup).collect();
            state.waiting.append(&mut hookimpls);
            if joining.is_empty() {
                drop(gate);
                drop(state);
            } else {
                self.publish(state, gate, &Change::Join(&joining));
            }
            // Now that the locks are open: plugins may end with them.
            drop(stay_out);
            return Ok(plugins);
        }
    }
}

impl Joining {
    /// Whether nothing was noted since the last replay. The gate must be closed.
    pub(super) fn is_caught_up(&self) -> bool {
        self.hookimpls.iter().all(|it| it.is_caught_up())
    }

    fn newcomer(&self) -> Newcomer<'_> {
        Newcomer { plugin: self.plugin.plugin_ref(), hookimpls: &self.entries }
    }

    pub(super) fn replay(&mut self, monitors: &Monitors) -> Result<(), Problem> {
        let replays = self.hookimpls.iter_mut().try_for_each(|it| it.replay(monitors));
        replays.map_err(|source| {
            let (id, plugin) = (self.plugin.id().clone(), self.plugin.info());
            Problem::Replay { id, plugin, source }
        })
    }
}

/// The candidates that fit, in the order in which they do; and the others.
fn in_order(candidates: Vec<Candidate>, order: &[PluginRef]) -> (Vec<Candidate>, Vec<Candidate>) {
    let is = |it: &Candidate, fits: &PluginRef| {
        std::ptr::eq(it.info, fits.info()) && it.id == *fits.id()
    };
    if candidates.len() == order.len() && candidates.iter().zip(order).all(|(a, b)| is(a, b)) {
        return (candidates, Vec::new());
    }
    let mut candidates: Vec<_> =
        candidates.into_iter().map(|it| (it.id.clone(), Some(it))).collect();
    candidates.sort_by(|(a, _), (b, _)| a.cmp(b));
    let fitting = order.iter().filter_map(|fits| {
        let first = candidates.partition_point(|(id, _)| id < fits.id());
        let mut same_id = candidates[first..].iter_mut().take_while(|(id, _)| id == fits.id());
        same_id.find_map(|(_, candidate)| candidate.take_if(|it| is(it, fits)))
    });
    (fitting.collect(), candidates.into_iter().filter_map(|(_, it)| it).collect())
}

/// Ids that are taken by plugins on their way in; given up when these are in, or will not come.
struct Reserved<'a> {
    manager: &'a PluginManager,
    /// Of the request, among those that are pending.
    number: Option<u64>,
    /// What the set comes to with them, if there was nobody before.
    set: Option<Set>,
    /// Those of the request that do not fit.
    skipped: Vec<SkippedPlugin>,
}

impl Drop for Reserved<'_> {
    fn drop(&mut self) {
        if self.number.is_some() {
            let mut state = self.manager.state();
            self.give_up(&mut state);
        }
    }
}

impl Reserved<'_> {
    fn give_up(&mut self, state: &mut State) {
        if let Some(number) = self.number.take() {
            state.pending.remove(&number);
        }
    }
}

fn check_vacant(state: &State, candidate: &Candidate) -> Result<(), Problem> {
    let Candidate { id, info, type_id, instances, .. } = candidate;
    let taken_by = state.pending(id.as_str());
    let taken_by = taken_by.or_else(|| Some(state.get(id.as_str())?.info()));
    if let Some(first) = taken_by {
        return Err(Problem::DuplicateId { id: id.clone(), first, second: info });
    }
    if *instances == Instances::One {
        let pending = state.pending.values().flatten();
        let coming = pending.filter(|it| it.info() == *info).map(PluginRef::id).min();
        if let Some(first) = coming.or_else(|| Some(state.of_type(*type_id)?.id())) {
            return Err(Problem::SecondInstance { id: first.clone(), plugin: info });
        }
    }
    Ok(())
}

/// Everything that succeeded, or every problem.
pub(super) fn all<T>(
    results: impl Iterator<Item = Result<T, Problem>>,
) -> Result<Vec<T>, RegisterError> {
    let mut successes = Vec::with_capacity(results.size_hint().0);
    let mut problems = Vec::new();
    for result in results {
        match result {
            Ok(success) => successes.push(success),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(successes) } else { Err(RegisterError::new(problems)) }
}
