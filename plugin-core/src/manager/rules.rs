//! The rules that candidates must satisfy together with the registered plugins: relations and
//! ordering constraints.

use std::any::TypeId;
use std::collections::BTreeMap;

use super::candidate::have_constraints;
use super::shared::PluginManager;
use super::state::State;
use crate::error::{MissingReason, Problem};
use crate::hook::constraints::{OrderConstraints, OrderNode};
use crate::hook::dispatch::DispatchTables;
use crate::hook::erased::HookImplsEntry;
use crate::info::{HookInfo, PluginId, PluginRef, Requirement};
use crate::registry::Registry;
use crate::resolve::{Plan, ResolvePolicy, Rules, View, resolve};
use crate::util::nearest;

/// A candidate as resolving needs it: the plugin and its hookimpls.
pub(super) struct Newcomer<'a> {
    pub(super) plugin: &'a PluginRef,
    pub(super) hookimpls: &'a [HookImplsEntry],
}

impl PluginManager {
    /// Plans the registration of newcomers. The state does not change.
    ///
    /// # Errors
    ///
    /// Every problem that was found. With [`ResolvePolicy::Skip`], there is no error.
    pub(super) fn plan(
        &self,
        state: &State,
        newcomers: &[Newcomer<'_>],
        policy: ResolvePolicy,
    ) -> Result<Plan, Vec<Problem>> {
        let tables = &self.shared.tables;
        let have_constraints =
            tables.have_constraints() || newcomers.iter().any(|it| have_constraints(it.hookimpls));
        if have_constraints {
            tables.build_all();
        }
        let order_cycles = |view: &View<'_>| {
            if !have_constraints {
                return Vec::new();
            }
            let is_in =
                |it: &&Newcomer<'_>| view.get(it.plugin.id().as_str()).as_ref() == Some(it.plugin);
            order_cycles(tables, newcomers.iter().filter(is_in))
        };
        let missing = |requirement: &_| self.missing_reason(state, requirement);
        let contract = self.shared.contract;
        let rules = Rules { policy, contract, missing: &missing, order_cycles: &order_cycles };
        let candidates = newcomers.iter().map(|it| it.plugin.clone()).collect();
        resolve(state.set(), candidates, &rules)
    }

    /// Why no registered plugin meets the requirement.
    fn missing_reason(&self, state: &State, requirement: &Requirement) -> MissingReason {
        let pending = state.pending().filter(|it| it.names().any(|name| name == requirement.id()));
        if let Some(plugin) = pending.min_by_key(|it| it.id()) {
            return MissingReason::Pending(plugin.clone());
        }
        let linked = Registry::linked().providers(requirement.id());
        let linked =
            linked.filter_map(|it| Some(PluginRef::new(PluginId::constant(&it.id).ok()?, it)));
        let (matching, others): (Vec<_>, Vec<_>) =
            linked.partition(|it| requirement.matches(&it.info().version_of(requirement.id())));
        let Some(plugin) = matching.into_iter().next() else {
            if let Some(other) = others.into_iter().next() {
                return MissingReason::OtherVersion(other);
            }
            let nearest = nearest(requirement.id(), state.known_names()).map(str::to_owned);
            let has_crate_list = Registry::linked().has_crate_list();
            return MissingReason::NotLinked { nearest, has_crate_list };
        };
        match state.exclusions.reason(&self.shared.filters, plugin.id().as_str()) {
            Some(exclusion) => MissingReason::Excluded(plugin, exclusion),
            None => MissingReason::NotRegistered(plugin),
        }
    }
}

/// The cycles of ordering constraints, by hook.
fn order_cycles<'a>(
    tables: &DispatchTables,
    newcomers: impl Iterator<Item = &'a Newcomer<'a>>,
) -> Vec<Problem> {
    let mut joining: BTreeMap<(TypeId, usize), (&'static HookInfo, Vec<OrderNode>)> =
        BTreeMap::new();
    for newcomer in newcomers {
        for entry in newcomer.hookimpls {
            for info in entry.hookimpls() {
                let index = info.hook_index;
                let hook = &entry.spec().hooks()[index];
                let nodes = joining.entry((entry.spec_type(), index));
                let (_, nodes) = nodes.or_insert_with(|| (hook, Vec::new()));
                nodes.push(OrderNode { plugin: newcomer.plugin.clone(), info });
            }
        }
    }
    let cycles = joining.into_iter().flat_map(|((spec, index), (hook, mut nodes))| {
        nodes.extend(tables.nodes(spec, index));
        // Sorted so that a cycle begins with the same plugin, whichever plugin was registered
        // first.
        nodes.sort_by(|a, b| a.plugin.id().cmp(b.plugin.id()));
        let cycles = OrderConstraints::among(&nodes).cycles(&nodes).into_iter();
        cycles.map(move |constraints| Problem::OrderCycle { hook, constraints })
    });
    let mut cycles: Vec<_> = cycles.collect();
    // Sorted by text, because the order of type ids means nothing to a reader.
    cycles.sort_by_key(ToString::to_string);
    cycles
}
