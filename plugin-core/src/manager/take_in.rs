//! How plugins are taken in: all or nothing, and no plugin code under a lock.
//!
//! 1. The ids are reserved, or every conflict is reported.
//! 2. The plugins are constructed, or every `init` that failed is reported.
//! 3. Earlier calls of historic hooks are replayed to them, or every failure is reported.
//! 4. They join all at once, unless calls were noted meanwhile: those are replayed first.

use std::any::TypeId;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::PluginManager;
use super::state::State;
use crate::catalogue::Catalogue;
use crate::catalogue::entry::{HookimplsEntry, PluginEntry};
use crate::error::{BoxError, Problem, RegisterError};
use crate::hook::lineup::{AnyPrepared, Change};
use crate::hook::monitor::Monitors;
use crate::plugin::{Instance, Plugin, PluginId, PluginInfo, RegisteredPlugin};

/// A plugin on its way in.
pub(super) struct Candidate {
    id: PluginId,
    info: &'static PluginInfo,
    type_id: TypeId,
    instances: Instances,
    pub(super) if_taken: IfTaken,
    /// The hookimpls that are not in the catalogue.
    listed: fn() -> Vec<HookimplsEntry>,
    construct: Box<dyn FnOnce() -> Result<Instance, BoxError>>,
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
        let construct = Box::new(|| Ok(plugin as Instance));
        let type_id = TypeId::of::<P>();
        let if_taken = IfTaken::Refuse;
        Self { id, info: P::info(), type_id, instances, if_taken, listed: P::listed, construct }
    }

    /// # Panics
    ///
    /// When the entry has no constructor.
    pub(super) fn linked(
        entry: &'static PluginEntry,
        instances: Instances,
    ) -> Result<Self, Problem> {
        let construct = entry.constructor().expect("plugins without a constructor are passed over");
        let info = entry.info();
        Ok(Self {
            id: own_id(info)?,
            info,
            type_id: entry.type_id(),
            instances,
            if_taken: IfTaken::Refuse,
            listed: Vec::new,
            construct: Box::new(construct),
        })
    }
}

pub(super) fn own_id(info: &'static PluginInfo) -> Result<PluginId, Problem> {
    PluginId::new(info.id()).map_err(|error| Problem::MalformedId { plugin: info, error })
}

/// A constructed plugin and its hookimpls, before they join.
struct Joining {
    plugin: RegisteredPlugin,
    hookimpls: Vec<Box<dyn AnyPrepared>>,
}

impl PluginManager {
    pub(super) fn register_one<P: Plugin>(
        &self,
        candidate: Candidate,
    ) -> Result<Option<Arc<P>>, RegisterError> {
        let registered = self.take_in(vec![candidate])?;
        Ok(registered.first().and_then(RegisteredPlugin::downcast))
    }

    /// Registers those whose id is not blocked, and returns them.
    pub(super) fn take_in(
        &self,
        candidates: Vec<Candidate>,
    ) -> Result<Vec<RegisteredPlugin>, RegisterError> {
        let (reserved, candidates) = self.reserve(candidates)?;
        let plugins = all(candidates.into_iter().map(|candidate| {
            let Candidate { id, info, listed, construct, .. } = candidate;
            let instance = construct().map_err(|source| Problem::Init { plugin: info, source })?;
            Ok((RegisteredPlugin::new(id, info, instance), listed()))
        }))?;
        let joining = plugins.into_iter().map(|(it, listed)| self.prepare(it, &listed)).collect();
        self.join(reserved, joining)
    }

    /// Reserves the ids of all that are not blocked.
    fn reserve(
        &self,
        candidates: Vec<Candidate>,
    ) -> Result<(Reserved<'_>, Vec<Candidate>), RegisterError> {
        let mut reserved = Reserved { manager: self, ids: BTreeSet::new() };
        let mut accepted = Vec::with_capacity(candidates.len());
        let mut refused = Vec::new();
        let mut problems = Vec::new();
        let mut state = self.state();
        for candidate in candidates {
            let is_ours = reserved.ids.contains(&candidate.id);
            let passes = candidate.if_taken == IfTaken::PassOver && !is_ours;
            if state.blocked.contains(candidate.id.as_str())
                || (passes && state.is_taken(candidate.id.as_str()))
            {
                refused.push(candidate);
            } else if let Err(problem) = check_vacant(&state, &candidate) {
                problems.push(problem);
                refused.push(candidate);
            } else {
                state.pending.insert(candidate.id.clone(), candidate.info);
                reserved.ids.insert(candidate.id.clone());
                accepted.push(candidate);
            }
        }
        drop(state);
        // Outside of the lock: a plugin that was given may end with its candidate.
        drop(refused);
        if problems.is_empty() {
            Ok((reserved, accepted))
        } else {
            Err(RegisterError::new(problems))
        }
    }

    /// Finds the hookimpls of a plugin, and the histories to be replayed to them.
    fn prepare(&self, plugin: RegisteredPlugin, listed: &[HookimplsEntry]) -> Joining {
        let linked = Catalogue::linked().hookimpls_of(plugin.type_id()).iter().copied();
        let mut hookimpls: Vec<_> =
            linked.chain(listed).map(|entry| entry.prepare(&plugin)).collect();
        for prepared in &mut hookimpls {
            let empty = |gate: &_, monitors: &_| prepared.empty_lineup(gate, monitors);
            let lineup = self.lineup_or(prepared.spec(), empty);
            prepared.attach(&*lineup);
        }
        Joining { plugin, hookimpls }
    }

    fn join(
        &self,
        mut reserved: Reserved<'_>,
        mut joining: Vec<Joining>,
    ) -> Result<Vec<RegisteredPlugin>, RegisterError> {
        loop {
            let monitors = self.state().monitors.clone();
            all(joining.iter_mut().map(|it| it.replay(&monitors)))?;

            let mut state = self.state();
            let gate = self.shared.gate.close();
            let caught_up = |it: &Joining| it.hookimpls.iter().all(|it| it.is_caught_up());
            if !joining.iter().all(caught_up) {
                continue;
            }
            // In the same step as they join: whoever sees a plugin may unregister it, and finds
            // its id free.
            reserved.give_up(&mut state);
            // Some may have been blocked while they were constructed.
            let (joining, blocked): (Vec<_>, Vec<_>) = joining
                .into_iter()
                .partition(|it| !state.blocked.contains(it.plugin.id().as_str()));
            let mut plugins = Vec::with_capacity(joining.len());
            let mut hookimpls = Vec::with_capacity(joining.len());
            for mut joins in joining {
                state.add(joins.plugin.clone());
                joins.hookimpls.iter_mut().for_each(|it| it.number(&mut state.numbered));
                plugins.push(joins.plugin);
                hookimpls.append(&mut joins.hookimpls);
            }
            self.publish(state, gate, &Change::Join(&hookimpls));
            // Now that the locks are open: plugins may end with them.
            drop(blocked);
            return Ok(plugins);
        }
    }
}

impl Joining {
    fn replay(&mut self, monitors: &Monitors) -> Result<(), Problem> {
        let replays = self.hookimpls.iter_mut().try_for_each(|it| it.replay(monitors));
        replays.map_err(|source| {
            let (id, plugin) = (self.plugin.id().clone(), self.plugin.info());
            Problem::Replay { id, plugin, source }
        })
    }
}

/// Ids that are taken by plugins on their way in; given up when these are in, or will not come.
struct Reserved<'a> {
    manager: &'a PluginManager,
    ids: BTreeSet<PluginId>,
}

impl Drop for Reserved<'_> {
    fn drop(&mut self) {
        let mut state = self.manager.state();
        self.give_up(&mut state);
    }
}

impl Reserved<'_> {
    fn give_up(&mut self, state: &mut State) {
        for id in std::mem::take(&mut self.ids) {
            state.pending.remove(&id);
        }
    }
}

fn check_vacant(state: &State, candidate: &Candidate) -> Result<(), Problem> {
    let Candidate { id, info, type_id, instances, .. } = candidate;
    let taken_by = state.pending.get(id).copied();
    let taken_by = taken_by.or_else(|| Some(state.plugin(id.as_str())?.info()));
    if let Some(first) = taken_by {
        return Err(Problem::DuplicateId { id: id.clone(), first, second: info });
    }
    if *instances == Instances::One
        && let Some(first) = state.of_type(*type_id)
    {
        return Err(Problem::SecondInstance { id: first.id().clone(), plugin: info });
    }
    Ok(())
}

/// Everything that succeeded, or every problem.
pub(super) fn all<T>(
    results: impl Iterator<Item = Result<T, Problem>>,
) -> Result<Vec<T>, RegisterError> {
    let mut successes = Vec::new();
    let mut problems = Vec::new();
    for result in results {
        match result {
            Ok(success) => successes.push(success),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(successes) } else { Err(RegisterError::new(problems)) }
}
