//! The dispatch tables of a manager, and when they are built: the first call of
//! [`hook`](crate::PluginManager::hook) builds the table of its hookspec, and from then on every
//! change builds the next one. Nothing else knows that tables are built lazily.

use std::any::{Any, TypeId};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard};

use arc_swap::ArcSwap;

use super::constraints::OrderNode;
use super::erased::{AnyDispatchTable, AnyPrepared, Change, Erased};
use super::history::Gate;
use super::monitor::Monitors;
use super::relay::Hooks;
use super::spec::HookSpec;
use super::table::DispatchTable;
use crate::info::{HookInfo, PluginId};
use crate::util::lock;

/// The dispatch tables of a manager, by hookspec.
#[derive(Default)]
pub(crate) struct DispatchTables {
    gate: Gate,
    /// Read without a lock; replaced while `unpublished` is locked.
    published: ArcSwap<Published>,
    unpublished: Mutex<Unpublished>,
}

#[derive(Default)]
struct Published {
    /// Sorted.
    tables: Vec<(TypeId, Arc<dyn AnyDispatchTable>)>,
}

#[derive(Default)]
struct Unpublished {
    /// The hookimpls that joined and whose table is not built yet. While a host registers one plugin
    /// after another, the table is not built anew for each.
    waiting: Vec<Box<dyn AnyPrepared>>,
    monitors: Monitors,
}

/// While it is held, no historic call is remembered: the set of plugins may change.
pub(crate) struct ClosedGate<'a>(
    #[expect(dead_code, reason = "held, not read")] MutexGuard<'a, ()>,
);

/// What a change has replaced. Plugins and monitors may be dropped with it, so it is dropped when no
/// lock is held.
#[must_use = "it is dropped outside of all locks"]
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
        typed::<S>(&self.table(S::erased())).relay().pin()
    }

    /// Passes the table of the hookspec `S` to `read`.
    pub(crate) fn with<S: HookSpec + ?Sized, T>(
        &self,
        read: impl FnOnce(&DispatchTable<S>) -> T,
    ) -> T {
        read(typed(&self.table(S::erased())))
    }

    /// The table of a hookspec; if there is none, it is built and published.
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
        // The gate need not be closed: hookimpls of a hookspec with historic hooks never wait.
        let table = empty.after(&Change::Join(&joining)).unwrap_or(empty);
        let published = self.published.load().with(spec.type_id(), Arc::clone(&table));
        self.published.store(Arc::new(published));
        table
    }

    /// Builds all tables that there are hookimpls for.
    pub(crate) fn build_all(&self) {
        self.build_waiting(&mut lock(&self.unpublished));
    }

    fn build_waiting(&self, unpublished: &mut Unpublished) {
        while let Some(first) = unpublished.waiting.first() {
            let spec = first.spec();
            self.build(unpublished, spec);
        }
    }

    /// Finds the histories that are to be replayed to hookimpls before they join.
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

    /// Publishes a change. `unpublished` is locked.
    fn publish(&self, change: &Change<'_>) -> Replaced {
        let changed = self.published.load().after(change);
        Replaced(Some(self.published.swap(Arc::new(changed))))
    }

    /// Whether a hookimpl may have an ordering constraint. One that has does not wait.
    pub(crate) fn have_constraints(&self) -> bool {
        self.published.load().tables.iter().any(|(_, table)| table.has_constraints())
    }

    /// The hookimpls of a hook, by its index in its hookspec, as nodes of its order. Those that wait
    /// are not among them.
    pub(crate) fn nodes(&self, spec: TypeId, hook: usize) -> Vec<OrderNode> {
        self.published.load().get(spec).map_or_else(Vec::new, |table| table.nodes(hook))
    }

    /// The hooks that a plugin implements, by hookspec in the order of their declaration.
    pub(crate) fn hooks_for(&self, plugin: &PluginId) -> Vec<&'static HookInfo> {
        self.build_all();
        let published = self.published.load();
        let mut hooks: Vec<_> =
            published.tables.iter().map(|(_, table)| table.hooks_for(plugin)).collect();
        // Type ids have no meaning to a reader; names do.
        hooks.sort_by_key(|of_spec| of_spec.first().map(|hook| hook.spec()));
        hooks.concat()
    }
}

impl Drop for DispatchTables {
    fn drop(&mut self) {
        // Plugins are dropped in the order in which they would be if all tables had been built.
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
    table.downcast_ref().expect("dispatch tables are kept by their hookspec")
}
