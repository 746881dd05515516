//! The dispatch table of a hookspec in a manager: the hookimpls of each hook in call order, and the
//! `Hooks` made from them. A table is immutable: a change builds a new one.

use std::any::Any;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::caller::HookCaller;
use super::constraints::OrderNode;
use super::erased::{AnyDispatchTable, AnyPrepared, Change};
use super::history::{Gate, History};
use super::hookimpl::HookImpl;
use super::monitor::Monitors;
use super::prepared::Prepared;
use super::relay::{Hooks, Relay};
use super::spec::HookSpec;
#[cfg(feature = "testing")]
use crate::info::HookSpecInfo;
use crate::info::{HookInfo, PluginId};

pub(crate) struct DispatchTable<S: HookSpec + ?Sized> {
    relay: Relay<S>,
    /// Whether a hookimpl that joined has an ordering constraint. It may have left since then.
    has_constraints: bool,
}

impl<S: HookSpec + ?Sized> DispatchTable<S> {
    pub(crate) fn empty(gate: &Gate, monitors: &Monitors) -> Self {
        let history = |hook: &HookInfo| hook.historic.then(|| Arc::new(History::new(gate)));
        let callers = S::INFO.hooks.iter().map(|hook| HookCaller::empty(hook, history(hook)));
        let callers = callers.map(|caller| caller.with_monitors(monitors)).collect();
        Self { relay: Relay::new(callers), has_constraints: false }
    }

    /// A table with other callers.
    fn with(&self, callers: Vec<HookCaller<S>>) -> Self {
        Self { relay: Relay::new(callers), has_constraints: self.has_constraints }
    }

    pub(crate) fn relay(&self) -> &Relay<S> {
        &self.relay
    }

    fn callers(&self) -> &[HookCaller<S>] {
        self.relay.callers()
    }

    /// The hooks without the plugins with these ids.
    pub(crate) fn excluding(&self, ids: &Arc<[String]>) -> Hooks<S> {
        Relay::new(self.callers().iter().map(|caller| caller.excluding(ids)).collect()).pin()
    }

    fn join(&self, prepared: &[&Prepared<S>]) -> Self {
        let mut joining: Vec<Vec<HookImpl<S>>> =
            self.callers().iter().map(|_| Vec::new()).collect();
        let mut has_constraints = self.has_constraints;
        for (hook, hookimpl) in prepared.iter().flat_map(|it| it.hookimpls()) {
            has_constraints |= hookimpl.info.has_constraints();
            joining[*hook].push(hookimpl.clone());
        }
        let callers = self.callers().iter().zip(joining).map(|(caller, joining)| {
            if joining.is_empty() {
                return caller.clone();
            }
            let mut hookimpls = Vec::with_capacity(caller.hookimpls().len() + joining.len());
            hookimpls.extend_from_slice(caller.hookimpls());
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

impl<S: HookSpec + ?Sized> AnyDispatchTable for DispatchTable<S> {
    fn after(&self, change: &Change<'_>) -> Option<Arc<dyn AnyDispatchTable>> {
        Some(Arc::new(match change {
            Change::Join(prepared) => {
                let ours = ours(prepared);
                if ours.is_empty() {
                    return None;
                }
                self.join(&ours)
            }
            Change::Leave(plugins) if plugins.iter().all(|it| self.hooks_for(it).is_empty()) => {
                return None;
            }
            Change::Leave(plugins) => self.leave(plugins),
            Change::Observe(monitors) => self.observe(monitors),
        }))
    }

    #[cfg(feature = "testing")]
    fn spec(&self) -> &'static HookSpecInfo {
        S::INFO
    }

    fn hooks_for(&self, plugin: &PluginId) -> Vec<&'static HookInfo> {
        let implements =
            |caller: &&HookCaller<S>| caller.hookimpls().iter().any(|it| it.plugin.id() == plugin);
        self.callers().iter().filter(implements).map(HookCaller::info).collect()
    }

    fn nodes(&self, hook: usize) -> Vec<OrderNode> {
        self.callers()[hook].hookimpls().iter().map(HookImpl::node).collect()
    }

    fn has_constraints(&self) -> bool {
        self.has_constraints
    }

    fn constrained(&self) -> Vec<OrderNode> {
        let hookimpls = self.callers().iter().flat_map(HookCaller::hookimpls);
        hookimpls.filter(|it| it.info.has_constraints()).map(HookImpl::node).collect()
    }

    fn attach(&self, prepared: &mut dyn AnyPrepared) {
        let prepared: &mut dyn Any = prepared;
        let prepared: &mut Prepared<S> =
            prepared.downcast_mut().expect("hookimpls are prepared for their hookspec");
        let hooks: Vec<_> = prepared.hookimpls().iter().map(|(hook, _)| *hook).collect();
        let histories = hooks.into_iter().enumerate().filter_map(|(hookimpl, hook)| {
            Some((hookimpl, Arc::clone(self.callers()[hook].history()?)))
        });
        prepared.attach(histories);
    }
}

/// The prepared hookimpls of the hookspec `S`.
fn ours<S: HookSpec + ?Sized>(prepared: &[Box<dyn AnyPrepared>]) -> Vec<&Prepared<S>> {
    prepared.iter().filter_map(|it| (&**it as &dyn Any).downcast_ref()).collect()
}
