//! Object-safe traits over types that are generic over their hookspec: managers store hookimpls and
//! dispatch tables of many hookspecs.

use std::any::{Any, TypeId};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use super::constraints::OrderNode;
use super::history::Gate;
use super::monitor::Monitors;
use super::replay_error::ReplayError;
use crate::info::{HookImplInfo, HookInfo, HookSpecInfo, PluginId, PluginInfo};
use crate::registered::RegisteredPlugin;

/// A change of the registered plugins, or of the monitors.
pub(crate) enum Change<'a> {
    /// Adds these hookimpls. Some of them may be of other hookspecs.
    Join(&'a [Box<dyn AnyPrepared>]),
    /// Removes the hookimpls of these plugins.
    Leave(&'a BTreeSet<PluginId>),
    /// Replaces the monitors that observe the calls.
    Observe(&'a Monitors),
}

/// A [`DispatchTable`](super::table::DispatchTable) without the type of its hookspec.
pub(crate) trait AnyDispatchTable: Any + Send + Sync {
    /// The table after a change; `None` if the change does not affect it. The gate must be closed,
    /// because a change applies to historic hooks immediately.
    fn after(&self, change: &Change<'_>) -> Option<Arc<dyn AnyDispatchTable>>;

    /// The hookspec.
    #[cfg(feature = "testing")]
    fn spec(&self) -> &'static HookSpecInfo;

    /// The hooks that the plugin implements.
    fn hooks_for(&self, plugin: &PluginId) -> Vec<&'static HookInfo>;

    /// The hookimpls of the hook with this index, as nodes for ordering.
    fn nodes(&self, hook: usize) -> Vec<OrderNode>;

    /// Whether a hookimpl may have an ordering constraint.
    fn has_constraints(&self) -> bool;

    /// The hookimpls that have ordering constraints, as nodes for ordering.
    fn constrained(&self) -> Vec<OrderNode>;

    /// Attaches the histories that must be replayed to the hookimpls before they join.
    fn attach(&self, prepared: &mut dyn AnyPrepared);
}

/// The hookimpls of one plugin for one hookspec, before they join.
pub(crate) trait AnyPrepared: Any + Send {
    /// The hookspec.
    fn spec(&self) -> Erased;

    /// Whether nothing depends on them before the first call of
    /// [`hook`](crate::PluginManager::hook): no call is replayed to them, and they have no ordering
    /// constraint.
    fn can_wait(&self) -> bool;

    /// Replays the remembered calls that are not replayed yet. No lock may be held.
    fn replay(&mut self, monitors: &Monitors) -> Result<(), ReplayError>;

    /// Whether no call was remembered since the last replay. The gate must be closed.
    fn is_caught_up(&self) -> bool;

    /// Numbers the hookimpls in the order of joining.
    fn number(&mut self, joined: &mut u64);
}

/// A hookspec without its type. It is created where the contract is compiled, so that the code that
/// handles its hookimpls is compiled there once, and not again with each plugin crate.
pub(crate) trait AnyHookSpec: Send + Sync {
    fn info(&self) -> &'static HookSpecInfo;

    fn type_id(&self) -> TypeId;

    /// A dispatch table without hookimpls.
    fn empty_table(&self, gate: &Gate, monitors: &Monitors) -> Arc<dyn AnyDispatchTable>;

    /// # Panics
    ///
    /// If the table is for another hookspec.
    fn hookimpls(&self, table: AnyTable) -> Vec<&'static HookImplInfo>;

    /// # Panics
    ///
    /// If the table is for another hookspec.
    fn prepare(&self, table: AnyTable, plugin: &RegisteredPlugin) -> Box<dyn AnyPrepared>;
}

/// An [`ImplTable`](super::hookimpl::ImplTable) without the type of its hookspec.
pub(crate) type AnyTable = &'static (dyn Any + Send + Sync);

/// A hookspec without its type, as generated code names it.
#[allow(missing_debug_implementations, reason = "named by generated code only")]
#[derive(Clone, Copy)]
pub struct Erased(pub(crate) &'static dyn AnyHookSpec);

impl Erased {
    pub(crate) fn type_id(self) -> TypeId {
        self.0.type_id()
    }

    pub(crate) fn empty_table(self, gate: &Gate, monitors: &Monitors) -> Arc<dyn AnyDispatchTable> {
        self.0.empty_table(gate, monitors)
    }
}

/// The hookimpls of one plugin type for one hookspec.
#[derive(Clone, Copy)]
pub struct HookImplsEntry {
    plugin: TypeId,
    info: &'static PluginInfo,
    spec: Erased,
    table: AnyTable,
}

impl HookImplsEntry {
    pub(crate) fn new(
        plugin: TypeId,
        info: &'static PluginInfo,
        spec: Erased,
        table: AnyTable,
    ) -> Self {
        Self { plugin, info, spec, table }
    }

    pub(crate) fn plugin(&self) -> TypeId {
        self.plugin
    }

    /// The facts of the plugin's type.
    pub(crate) fn info(&self) -> &'static PluginInfo {
        self.info
    }

    pub(crate) fn spec(&self) -> &'static HookSpecInfo {
        self.spec.0.info()
    }

    pub(crate) fn hookimpls(&self) -> Vec<&'static HookImplInfo> {
        self.spec.0.hookimpls(self.table)
    }

    pub(crate) fn spec_type(&self) -> TypeId {
        self.spec.0.type_id()
    }

    pub(crate) fn prepare(&self, plugin: &RegisteredPlugin) -> Box<dyn AnyPrepared> {
        self.spec.0.prepare(self.table, plugin)
    }
}

impl fmt::Debug for HookImplsEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HookImplsEntry").field(&self.spec().name()).finish()
    }
}
