//! The line-up of a hookspec in a manager: the hookimpls of each of its hooks, and the relay made
//! from them. Immutable; a change makes a new one.
//!
//! Managers hold line-ups of many hookspecs, so each type here that knows its hookspec has a
//! counterpart that does not: [`AnyLineup`], [`AnyPrepared`], and for the hookspec itself
//! [`AnyHookSpec`].

use std::any::{Any, TypeId};
use std::collections::BTreeSet;
use std::marker::PhantomData;
#[cfg(feature = "testing")]
use std::ops::RangeInclusive;
use std::sync::Arc;
use std::thread;

use super::caller::HookCaller;
use super::constraints::OrderNode;
use super::history::{Gate, History};
use super::hookimpl::{HookImpl, HookImplInfo, Table};
use super::monitor::{Monitors, Observation};
use super::relay::{Hooks, Relay};
use super::spec::{HookInfo, HookSpec, HookSpecInfo};
use crate::error::ReplayError;
use crate::plugin::{PluginId, RegisteredPlugin};

/// How many calls a plugin may add to a history while it is replayed to it: one that calls the
/// hook which it implements, without condition, would never come to an end.
const REPLAY_LIMIT: usize = 10_000;

pub(crate) struct Lineup<S: HookSpec + ?Sized> {
    relay: Relay<S>,
    /// Whether one that has joined has a wish about order; it may have left since.
    has_constraints: bool,
}

impl<S: HookSpec + ?Sized> Lineup<S> {
    pub(crate) fn empty(gate: &Gate, monitors: &Monitors) -> Self {
        let history = |hook: &HookInfo| hook.historic.then(|| Arc::new(History::new(gate)));
        let callers = S::INFO.hooks.iter().map(|hook| HookCaller::empty(hook, history(hook)));
        let callers = callers.map(|caller| caller.with_monitors(monitors)).collect();
        Self { relay: Relay::new(callers), has_constraints: false }
    }

    /// With other callers.
    fn with(&self, callers: Vec<HookCaller<S>>) -> Self {
        Self { relay: Relay::new(callers), has_constraints: self.has_constraints }
    }

    pub(crate) fn relay(&self) -> &Relay<S> {
        &self.relay
    }

    fn callers(&self) -> &[HookCaller<S>] {
        self.relay.callers()
    }

    /// The relay without the plugins with these ids.
    pub(crate) fn excluding(&self, ids: &Arc<[String]>) -> Hooks<S> {
        Relay::new(self.callers().iter().map(|caller| caller.excluding(ids)).collect()).pin()
    }

    fn join(&self, prepared: &[&Prepared<S>]) -> Self {
        let mut joining: Vec<Vec<HookImpl<S>>> =
            self.callers().iter().map(|_| Vec::new()).collect();
        let mut has_constraints = self.has_constraints;
        for (hook, hookimpl) in prepared.iter().flat_map(|plugin| &plugin.hookimpls) {
            has_constraints |= hookimpl.info.has_constraints();
            joining[*hook].push(hookimpl.clone());
        }
        let callers = self.callers().iter().zip(joining).map(|(caller, joining)| {
            if joining.is_empty() {
                return caller.clone();
            }
            let mut hookimpls = caller.hookimpls().to_vec();
            hookimpls.extend(joining);
            Self::changed(caller, hookimpls)
        });
        Self { has_constraints, ..self.with(callers.collect()) }
    }

    fn leave(&self, plugins: &BTreeSet<PluginId>) -> Self {
        let stays = |hookimpl: &&HookImpl<S>| !plugins.contains(hookimpl.plugin.id());
        let callers = self.callers().iter().map(|caller| {
            if caller.hookimpls().iter().all(|hookimpl| stays(&hookimpl)) {
                return caller.clone();
            }
            Self::changed(caller, caller.hookimpls().iter().filter(stays).cloned().collect())
        });
        self.with(callers.collect())
    }

    fn changed(caller: &HookCaller<S>, hookimpls: Vec<HookImpl<S>>) -> HookCaller<S> {
        let changed = caller.with_hookimpls(hookimpls);
        if let Some(history) = changed.history() {
            history.set_current(changed.hookimpls());
        }
        changed
    }

    fn observe(&self, monitors: &Monitors) -> Self {
        self.with(self.callers().iter().map(|caller| caller.with_monitors(monitors)).collect())
    }
}

/// A change of the set of plugins, or of what is watched.
pub(crate) enum Change<'a> {
    /// These join; those of other hookspecs are among them.
    Join(&'a [Box<dyn AnyPrepared>]),
    Leave(&'a BTreeSet<PluginId>),
    /// These take the place of the plugin's.
    #[cfg(feature = "testing")]
    Exchange(&'a PluginId, &'a [Box<dyn AnyPrepared>]),
    Observe(&'a Monitors),
}

pub(crate) trait AnyLineup: Any + Send + Sync {
    /// The line-up after a change, `None` if it is not concerned. The gate must be closed:
    /// historic hooks follow at once.
    fn after(&self, change: &Change<'_>) -> Option<Arc<dyn AnyLineup>>;

    /// The hooks that the plugin implements.
    fn hooks_for(&self, plugin: &PluginId) -> Vec<&'static HookInfo>;

    /// The hookimpls of the plugin, as they joined.
    #[cfg(feature = "testing")]
    fn hookimpls_of(&self, plugin: &PluginId) -> Box<dyn AnyPrepared>;

    /// Who implements the hook with this index.
    fn nodes(&self, hook: usize) -> Vec<OrderNode>;

    /// Whether any hookimpl may have a wish about order.
    fn has_constraints(&self) -> bool;
}

impl<S: HookSpec + ?Sized> AnyLineup for Lineup<S> {
    fn after(&self, change: &Change<'_>) -> Option<Arc<dyn AnyLineup>> {
        Some(Arc::new(match change {
            Change::Join(prepared) => {
                let ours = ours(prepared);
                if ours.is_empty() {
                    return None;
                }
                self.join(&ours)
            }
            #[cfg(feature = "testing")]
            Change::Exchange(plugin, prepared) => {
                self.leave(&BTreeSet::from([(*plugin).clone()])).join(&ours(prepared))
            }
            Change::Leave(plugins) if plugins.iter().all(|it| self.hooks_for(it).is_empty()) => {
                return None;
            }
            Change::Leave(plugins) => self.leave(plugins),
            Change::Observe(monitors) => self.observe(monitors),
        }))
    }

    fn hooks_for(&self, plugin: &PluginId) -> Vec<&'static HookInfo> {
        let implements =
            |caller: &&HookCaller<S>| caller.hookimpls().iter().any(|it| it.plugin.id() == plugin);
        self.callers().iter().filter(implements).map(HookCaller::info).collect()
    }

    #[cfg(feature = "testing")]
    fn hookimpls_of(&self, plugin: &PluginId) -> Box<dyn AnyPrepared> {
        let hookimpls = self.callers().iter().enumerate().flat_map(|(hook, caller)| {
            let own = caller.hookimpls().iter().filter(|it| it.plugin.id() == plugin);
            own.map(move |it| (hook, it.clone()))
        });
        Box::new(Prepared::<S> { hookimpls: hookimpls.collect(), replays: Vec::new() })
    }

    fn nodes(&self, hook: usize) -> Vec<OrderNode> {
        let hookimpls = self.callers()[hook].hookimpls();
        hookimpls.iter().map(HookImpl::seat).collect()
    }

    fn has_constraints(&self) -> bool {
        self.has_constraints
    }
}

/// Those of the hookspec `S`.
fn ours<S: HookSpec + ?Sized>(prepared: &[Box<dyn AnyPrepared>]) -> Vec<&Prepared<S>> {
    prepared.iter().filter_map(|it| (&**it as &dyn Any).downcast_ref()).collect()
}

/// The hookimpls of one plugin for one hookspec, before they join.
pub(crate) struct Prepared<S: HookSpec + ?Sized> {
    /// Each with the place of its hook in the hookspec.
    hookimpls: Vec<(usize, HookImpl<S>)>,
    replays: Vec<Replay<S>>,
}

/// How far a historic hook was replayed to a hookimpl.
struct Replay<S: ?Sized> {
    /// The place of the hookimpl among those of its plugin.
    hookimpl: usize,
    history: Arc<History<S>>,
    /// The number of the call to replay next.
    next: usize,
    /// Calls from this number on were made since the replay began.
    begun: usize,
    /// How many of those were made on the thread of the replay, and so from within it.
    own: usize,
}

impl<S: HookSpec + ?Sized> Prepared<S> {
    /// # Panics
    ///
    /// When the table is that of another type of plugin.
    fn of(table: &Table<S>, plugin: &RegisteredPlugin) -> Self {
        let instance = plugin.instance();
        let is_skipped = |hook| table.leaves_out.is_some_and(|it| it(&**instance, hook));
        let hookimpls = table.hookimpls.iter().filter(|decl| !is_skipped(decl.info.hook_index));
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

/// A hookspec without its type. Made where the contract is compiled, so that all that is done with
/// its hookimpls is compiled there, and not once more with each crate of plugins.
pub(crate) trait AnyHookSpec: Send + Sync {
    fn info(&self) -> &'static HookSpecInfo;

    fn type_id(&self) -> TypeId;

    /// # Panics
    ///
    /// When the table is for another hookspec; as do the others.
    fn hookimpls(&self, table: AnyTable) -> Vec<&'static HookImplInfo>;

    fn prepare(&self, table: AnyTable, plugin: &RegisteredPlugin) -> Box<dyn AnyPrepared>;
}

/// A [`Table`] without the type of its hookspec.
pub(crate) type AnyTable = &'static (dyn Any + Send + Sync);

/// What generated code sees of a hookspec without its type.
#[allow(missing_debug_implementations, reason = "named by generated code only")]
#[derive(Clone, Copy)]
pub struct Erased(pub(crate) &'static dyn AnyHookSpec);

/// For the hookspec `S`; to be called where that is compiled.
pub fn erased<S: HookSpec + ?Sized>() -> Erased {
    Erased(const { &Typed::<S>(PhantomData) })
}

struct Typed<S: ?Sized>(PhantomData<fn() -> S>);

impl<S: HookSpec + ?Sized> AnyHookSpec for Typed<S> {
    fn info(&self) -> &'static HookSpecInfo {
        S::INFO
    }

    fn type_id(&self) -> TypeId {
        TypeId::of::<S>()
    }

    fn hookimpls(&self, table: AnyTable) -> Vec<&'static HookImplInfo> {
        typed::<S>(table).hookimpls.iter().map(|decl| &decl.info).collect()
    }

    fn prepare(&self, table: AnyTable, plugin: &RegisteredPlugin) -> Box<dyn AnyPrepared> {
        Box::new(Prepared::of(typed::<S>(table), plugin))
    }
}

fn typed<S: HookSpec + ?Sized>(table: AnyTable) -> &'static Table<S> {
    table.downcast_ref().expect("tables are kept with their hookspec")
}

pub(crate) trait AnyPrepared: Any + Send {
    /// The hookspec that the hookimpls are for.
    fn spec(&self) -> TypeId;

    fn empty_lineup(&self, gate: &Gate, monitors: &Monitors) -> Arc<dyn AnyLineup>;

    /// Whether nothing depends on them before the hookspec is asked for: no call is remembered for
    /// them, and no wish has to be looked at.
    fn can_wait(&self) -> bool;

    /// Finds the histories that are to be replayed.
    fn attach(&mut self, lineup: &dyn AnyLineup);

    /// Replays what is noted and was not replayed yet. No lock is held.
    fn replay(&mut self, monitors: &Monitors) -> Result<(), ReplayError>;

    /// Whether nothing was noted since the last replay. The gate must be closed.
    fn is_caught_up(&self) -> bool;

    /// Takes numbers in the order of joining.
    fn number(&mut self, joined: &mut u64);

    /// Takes numbers that others have had, the last one more than once if they do not suffice.
    #[cfg(feature = "testing")]
    fn number_within(&mut self, joined: RangeInclusive<u64>);

    /// The numbers of its hookimpls.
    #[cfg(feature = "testing")]
    fn joined(&self) -> Vec<u64>;
}

impl<S: HookSpec + ?Sized> AnyPrepared for Prepared<S> {
    fn spec(&self) -> TypeId {
        TypeId::of::<S>()
    }

    fn empty_lineup(&self, gate: &Gate, monitors: &Monitors) -> Arc<dyn AnyLineup> {
        Arc::new(Lineup::<S>::empty(gate, monitors))
    }

    fn can_wait(&self) -> bool {
        let has_constraints = self.hookimpls.iter().any(|(_, it)| it.info.has_constraints());
        !has_constraints && !S::INFO.hooks.iter().any(HookInfo::is_historic)
    }

    fn attach(&mut self, lineup: &dyn AnyLineup) {
        let lineup: &Lineup<S> =
            (lineup as &dyn Any).downcast_ref().expect("line-ups are kept by their hookspec");
        let histories = self.hookimpls.iter().enumerate().filter_map(|(hookimpl, (hook, _))| {
            let history = Arc::clone(lineup.callers()[*hook].history()?);
            let begun = history.end();
            Some(Replay { hookimpl, history, next: 0, begun, own: 0 })
        });
        self.replays = histories.collect();
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

    #[cfg(feature = "testing")]
    fn number_within(&mut self, joined: RangeInclusive<u64>) {
        for ((_, hookimpl), number) in self.hookimpls.iter_mut().zip(*joined.start()..) {
            hookimpl.joined = number.min(*joined.end());
        }
    }

    #[cfg(feature = "testing")]
    fn joined(&self) -> Vec<u64> {
        self.hookimpls.iter().map(|(_, hookimpl)| hookimpl.joined).collect()
    }
}
