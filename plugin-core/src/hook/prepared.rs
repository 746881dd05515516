//! The hookimpls of one plugin for one hookspec, before they join. The plugin is constructed, and
//! the remembered calls are replayed to it.

use std::sync::Arc;
use std::thread;

use super::erased::{AnyPrepared, Erased};
use super::history::History;
use super::hookimpl::{HookImpl, ImplTable};
use super::monitor::{Monitors, Observation};
use super::replay_error::ReplayError;
use super::spec::{HookSpec, erased_of};
use crate::info::HookInfo;
use crate::registered::RegisteredPlugin;

/// How many calls a plugin may add to a history while that history is replayed to it. Without a
/// limit, the replay to a plugin that unconditionally calls its own hook would never end.
const REPLAY_LIMIT: usize = 10_000;

/// The hookimpls of one plugin for one hookspec, before they join.
pub(crate) struct Prepared<S: ?Sized + 'static> {
    /// The hookimpls, each with the index of its hook in the hookspec.
    hookimpls: Vec<(usize, HookImpl<S>)>,
    replays: Vec<Replay<S>>,
}

/// How far the calls of a historic hook are replayed to a hookimpl.
struct Replay<S: ?Sized> {
    /// The index of the hookimpl in `hookimpls`.
    hookimpl: usize,
    history: Arc<History<S>>,
    /// The number of the call to replay next.
    next: usize,
    /// Calls with at least this number were made after the replay began.
    begun: usize,
    /// How many of these calls were made on the thread of the replay, and so by the plugin itself.
    own: usize,
}

impl<S: HookSpec + ?Sized> Prepared<S> {
    /// # Panics
    ///
    /// If the table is of another plugin type.
    pub(super) fn new(table: &ImplTable<S>, plugin: &RegisteredPlugin) -> Self {
        let instance = plugin.instance();
        let is_omitted = |hook| table.omits_hook.is_some_and(|it| it(&**instance, hook));
        let hookimpls = table.hookimpls.iter().filter(|decl| !is_omitted(decl.info.hook_index));
        let hookimpls = hookimpls.map(|decl| {
            let hookimpl = HookImpl {
                plugin: plugin.clone(),
                info: &decl.info,
                implementation: (decl.implementation)(instance),
                joined: 0,
            };
            (decl.info.hook_index, hookimpl)
        });
        Self { hookimpls: hookimpls.collect(), replays: Vec::new() }
    }
}

impl<S: ?Sized + 'static> Prepared<S> {
    pub(super) fn hookimpls(&self) -> &[(usize, HookImpl<S>)] {
        &self.hookimpls
    }

    /// Attaches histories to be replayed, each to the hookimpl with this index.
    pub(super) fn attach(&mut self, histories: impl Iterator<Item = (usize, Arc<History<S>>)>) {
        let replays = histories.map(|(hookimpl, history)| {
            let begun = history.end();
            Replay { hookimpl, history, next: 0, begun, own: 0 }
        });
        self.replays = replays.collect();
    }
}

impl<S: HookSpec + ?Sized> AnyPrepared for Prepared<S> {
    fn spec(&self) -> Erased {
        erased_of::<S>()
    }

    fn can_wait(&self) -> bool {
        let has_constraints = self.hookimpls.iter().any(|(_, it)| it.info.has_constraints());
        !has_constraints && !S::INFO.hooks.iter().any(HookInfo::is_historic)
    }

    fn replay(&mut self, monitors: &Monitors) -> Result<(), ReplayError> {
        let this_thread = thread::current().id();
        for replay in &mut self.replays {
            let (hook, hookimpl) = &self.hookimpls[replay.hookimpl];
            let hook = &S::INFO.hooks[*hook];
            while let Some((number, thread, call)) = replay.history.at_or_after(replay.next) {
                replay.own += usize::from(number >= replay.begun && thread == this_thread);
                if replay.own > REPLAY_LIMIT {
                    return Err(ReplayError::endless(hook, hookimpl.info, REPLAY_LIMIT));
                }
                let it = || vec![(&hookimpl.plugin, hookimpl.info)];
                let observation = Observation::begin(monitors, hook, 0, it);
                let replayed =
                    hookimpl.contained(hook, || call(&hookimpl.implementation, observation));
                replayed
                    .unwrap_or(Ok(()))
                    .map_err(|source| ReplayError::failed(hook, hookimpl.info, source))?;
                replay.next = number + 1;
            }
        }
        Ok(())
    }

    fn is_caught_up(&self) -> bool {
        self.replays.iter().all(|replay| replay.history.at_or_after(replay.next).is_none())
    }

    fn number(&mut self, joined: &mut u64) {
        for (_, hookimpl) in &mut self.hookimpls {
            hookimpl.joined = *joined;
            *joined += 1;
        }
    }
}
