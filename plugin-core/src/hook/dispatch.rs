//! The dispatch tables of a manager. They are built lazily: the first call of
//! [`hook`](crate::PluginManager::hook) builds the table of its hookspec. From then on, every
//! change builds a new table. No other module knows that tables are built lazily.

use std::any::{Any, TypeId};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard};

use arc_swap::ArcSwap;

use super::constraints::OrderNode;
use super::erased::{AnyDispatchTable, AnyPrepared, Change, Erased};
use super::history::Gate;
use super::monitor::Monitors;
use super::relay::Hooks;
use super::spec::{HookSpec, erased_of};
use super::table::DispatchTable;
#[cfg(feature = "testing")]
use crate::info::HookSpecInfo;
use crate::info::{HookInfo, PluginId};
use crate::util::lock;

/// The dispatch tables of a manager, by hookspec.
#[derive(Default)]
pub(crate) struct DispatchTables {
    gate: Gate,
    /// Read without a lock. Replaced only while `unpublished` is locked.
    published: ArcSwap<Published>,
    unpublished: Mutex<Unpublished>,
}

#[derive(Default)]
struct Published {
    /// Sorted by the type of the hookspec.
    tables: Vec<(TypeId, Arc<dyn AnyDispatchTable>)>,
}

#[derive(Default)]
struct Unpublished {
    /// The hookimpls that have joined, but whose table is not built yet. So while a host registers
    /// one plugin after another, the table is not rebuilt for each of them.
    waiting: Vec<Box<dyn AnyPrepared>>,
    monitors: Monitors,
}

/// While this guard is held, no historic call is recorded, so the set of plugins may change.
pub(crate) struct ClosedGate<'a>(
    #[expect(dead_code, reason = "held, not read")] MutexGuard<'a, ()>,
);

/// The tables that a change has replaced. Plugins and monitors may be dropped with them, so they
/// must be dropped when no lock is held.
#[must_use = "it must be dropped when no lock is held"]
pub(crate) struct Replaced(
    #[expect(dead_code, reason = "dropped, not read")] Option<Arc<Published>>,
);

impl DispatchTables {
    /// The hooks of the hookspec `S` as of this moment.
    #[inline]
    pub(crate) fn hooks<S: HookSpec + ?Sized>(&self) -> Hooks<S> {
        if let Some(table) = self.published.load().get(TypeId::of::<S>()) {
            return typed::<S>(table).relay().pin();
        }
        self.first_hooks()
    }

    #[cold]
    fn first_hooks<S: HookSpec + ?Sized>(&self) -> Hooks<S> {
        typed::<S>(&self.table(erased_of::<S>())).relay().pin()
    }

    /// Passes the table of the hookspec `S` to `read`.
    pub(crate) fn with<S: HookSpec + ?Sized, T>(
        &self,
        read: impl FnOnce(&DispatchTable<S>) -> T,
    ) -> T {
        read(typed(&self.table(erased_of::<S>())))
    }

    /// The table of a hookspec. If there is none, builds and publishes it.
    fn table(&self, spec: Erased) -> Arc<dyn AnyDispatchTable> {
        if let Some(table) = self.published.load().get(spec.type_id()) {
            return Arc::clone(table);
        }
        let mut unpublished = lock(&self.unpublished);
        if let Some(table) = self.published.load().get(spec.type_id()) {
            return Arc::clone(table);
        }
        self.build(&mut unpublished, spec)
    }

    /// Builds the table of a hookspec that has none, and publishes it.
    fn build(&self, unpublished: &mut Unpublished, spec: Erased) -> Arc<dyn AnyDispatchTable> {
        let Unpublished { waiting, monitors } = unpublished;
        let is_of_spec = |it: &mut Box<dyn AnyPrepared>| it.spec().type_id() == spec.type_id();
        let joining: Vec<_> = waiting.extract_if(.., is_of_spec).collect();
        let empty = spec.empty_table(&self.gate, monitors);
        // The gate need not be closed, because hookimpls of a hookspec with historic hooks never
        // wait.
        let table = empty.after(&Change::Join(&joining)).unwrap_or(empty);
        let published = self.published.load().with(spec.type_id(), Arc::clone(&table));
        self.published.store(Arc::new(published));
        table
    }

    /// Builds the tables of all waiting hookimpls.
    pub(crate) fn build_all(&self) {
        self.build_waiting(&mut lock(&self.unpublished));
    }

    fn build_waiting(&self, unpublished: &mut Unpublished) {
        while let Some(first) = unpublished.waiting.first() {
            let spec = first.spec();
            self.build(unpublished, spec);
        }
    }

    /// Attaches the histories that must be replayed to the hookimpls before they join.
    pub(crate) fn attach(&self, prepared: &mut dyn AnyPrepared) {
        if !prepared.can_wait() {
            self.table(prepared.spec()).attach(prepared);
        }
    }

    pub(crate) fn close_gate(&self) -> ClosedGate<'_> {
        ClosedGate(self.gate.close())
    }

    /// Adds hookimpls.
    pub(crate) fn join(
        &self,
        _: &ClosedGate<'_>,
        mut prepared: Vec<Box<dyn AnyPrepared>>,
    ) -> Replaced {
        let mut unpublished = lock(&self.unpublished);
        let published = self.published.load();
        let has_table =
            |it: &mut Box<dyn AnyPrepared>| published.get(it.spec().type_id()).is_some();
        let joining: Vec<_> = prepared.extract_if(.., has_table).collect();
        unpublished.waiting.append(&mut prepared);
        if joining.is_empty() {
            return Replaced(None);
        }
        self.publish(&Change::Join(&joining))
    }

    /// Removes the hookimpls of plugins.
    pub(crate) fn leave(&self, _: &ClosedGate<'_>, plugins: &BTreeSet<PluginId>) -> Replaced {
        let mut unpublished = lock(&self.unpublished);
        self.build_waiting(&mut unpublished);
        self.publish(&Change::Leave(plugins))
    }

    /// The monitors that observe the calls.
    pub(crate) fn monitors(&self) -> Monitors {
        lock(&self.unpublished).monitors.clone()
    }

    /// Replaces the monitors.
    pub(crate) fn observe(
        &self,
        _: &ClosedGate<'_>,
        change: impl FnOnce(&Monitors) -> Monitors,
    ) -> (Monitors, Replaced) {
        let mut unpublished = lock(&self.unpublished);
        let monitors = change(&unpublished.monitors);
        let old = std::mem::replace(&mut unpublished.monitors, monitors.clone());
        (old, self.publish(&Change::Observe(&monitors)))
    }

    /// Applies a change to the published tables. `unpublished` must be locked.
    fn publish(&self, change: &Change<'_>) -> Replaced {
        let changed = self.published.load().after(change);
        Replaced(Some(self.published.swap(Arc::new(changed))))
    }

    /// Whether a hookimpl may have an ordering constraint. A hookimpl with a constraint never
    /// waits.
    pub(crate) fn have_constraints(&self) -> bool {
        self.published.load().tables.iter().any(|(_, table)| table.has_constraints())
    }

    /// The hookspecs whose tables are built.
    #[cfg(feature = "testing")]
    pub(crate) fn specs(&self) -> Vec<&'static HookSpecInfo> {
        self.published.load().tables.iter().map(|(_, table)| table.spec()).collect()
    }

    /// All hookimpls that have ordering constraints, as nodes for ordering.
    pub(crate) fn constrained(&self) -> Vec<OrderNode> {
        let published = self.published.load();
        published.tables.iter().flat_map(|(_, table)| table.constrained()).collect()
    }

    /// The hookimpls of the hook with this index in its hookspec, as nodes for ordering. Waiting
    /// hookimpls are not included.
    pub(crate) fn nodes(&self, spec: TypeId, hook: usize) -> Vec<OrderNode> {
        self.published.load().get(spec).map_or_else(Vec::new, |table| table.nodes(hook))
    }

    /// The hooks that a plugin implements, sorted by hookspec and then in declaration order.
    pub(crate) fn hooks_for(&self, plugin: &PluginId) -> Vec<&'static HookInfo> {
        self.build_all();
        let published = self.published.load();
        let mut hooks: Vec<_> =
            published.tables.iter().map(|(_, table)| table.hooks_for(plugin)).collect();
        // Sorted by name, because the order of type ids means nothing to a reader.
        hooks.sort_by_key(|of_spec| of_spec.first().map(|hook| hook.spec()));
        hooks.concat()
    }
}

impl Drop for DispatchTables {
    fn drop(&mut self) {
        // Plugins are then dropped in the same order as if all tables had been built before.
        self.build_all();
    }
}

impl Published {
    #[inline]
    fn get(&self, spec: TypeId) -> Option<&Arc<dyn AnyDispatchTable>> {
        let index = self.tables.binary_search_by_key(&spec, |(it, _)| *it).ok()?;
        Some(&self.tables[index].1)
    }

    fn with(&self, spec: TypeId, table: Arc<dyn AnyDispatchTable>) -> Self {
        let mut tables = self.tables.clone();
        let index = tables.partition_point(|(it, _)| *it < spec);
        tables.insert(index, (spec, table));
        Self { tables }
    }

    fn after(&self, change: &Change<'_>) -> Self {
        let after = self
            .tables
            .iter()
            .map(|(spec, table)| (*spec, table.after(change).unwrap_or_else(|| Arc::clone(table))));
        Self { tables: after.collect() }
    }
}

fn typed<S: HookSpec + ?Sized>(table: &Arc<dyn AnyDispatchTable>) -> &DispatchTable<S> {
    let table: &dyn Any = &**table;
    table.downcast_ref().expect("dispatch tables are stored by the type of their hookspec")
}
