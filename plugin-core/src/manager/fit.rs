//! Whether candidates fit to what is registered: their requirements, and their wishes about order.

use std::any::TypeId;
use std::collections::BTreeMap;

use super::PluginManager;
use super::builder::ResolvePolicy;
use super::filters::Exclusions;
use super::state::{Pending, Published, State};
use crate::error::Problem;
use crate::hook::constraints::{OrderConstraints, OrderNode};
use crate::hook::hookimpl::HookImplInfo;
use crate::hook::spec::HookInfo;
use crate::plugin::{PluginId, PluginRef, Requirement};
use crate::registry::Registry;
use crate::registry::entry::HookImplsEntry;
use crate::resolve::{self, Context, MissingReason, Set, SkippedPlugin};

/// A plugin that is to be registered, as far as others are concerned.
pub(super) struct Newcomer<'a> {
    pub(super) plugin: PluginRef,
    pub(super) hookimpls: &'a [HookImplsEntry],
}

impl Newcomer<'_> {
    fn has_constraints(&self) -> bool {
        let mut hookimpls = self.hookimpls.iter().flat_map(HookImplsEntry::hookimpls);
        hookimpls.any(HookImplInfo::has_constraints)
    }
}

/// What comes of candidates.
#[derive(Default)]
pub(super) struct Fit {
    /// Those that can be registered, what is required before what requires it.
    pub(super) order: Vec<PluginRef>,
    pub(super) skipped: Vec<SkippedPlugin>,
}

impl PluginManager {
    /// Takes newcomers into the set that the state keeps.
    ///
    /// # Errors
    ///
    /// Every problem that there is, and the set is as it was; with [`ResolvePolicy::Skip`] never.
    pub(super) fn fit(
        &self,
        state: &mut State,
        newcomers: &[Newcomer<'_>],
        policy: ResolvePolicy,
    ) -> Result<Fit, Vec<Problem>> {
        let has_constraints = self.shared.published.load().has_constraints()
            || newcomers.iter().any(Newcomer::has_constraints);
        if has_constraints {
            self.shared.line_up_all(state);
        }
        let published = self.shared.published.load();
        let State { set, pending, exclusions, .. } = state;
        let reason = |requirement: &_| self.reason(pending, exclusions, requirement);
        let contradictions = |set: &Set| {
            if !has_constraints {
                return Vec::new();
            }
            let is_in =
                |it: &&Newcomer<'_>| set.get(it.plugin.id().as_str()) == Some(it.plugin.clone());
            contradictions(&published, newcomers.iter().filter(is_in))
        };
        let contract = self.shared.contract;
        let context = Context { contract, reason: &reason, contradictions: &contradictions };
        let candidates = newcomers.iter().map(|it| it.plugin.clone()).collect();
        match policy {
            ResolvePolicy::Fail => {
                let order = resolve::admit(set, candidates, &context)?;
                Ok(Fit { order, skipped: Vec::new() })
            }
            ResolvePolicy::Skip => {
                let (order, skipped) = resolve::leave_out(set, candidates, &context);
                Ok(Fit { order, skipped })
            }
        }
    }

    /// Why nobody who is registered meets the requirement.
    fn reason(
        &self,
        pending: &Pending,
        exclusions: &Exclusions,
        requirement: &Requirement,
    ) -> MissingReason {
        let coming = pending.values().flatten();
        let coming = coming.filter(|it| it.names().any(|name| name == requirement.id()));
        if let Some(plugin) = coming.min_by_key(|it| it.id()) {
            return MissingReason::Pending(plugin.clone());
        }
        let named = Registry::linked().named(requirement.id());
        let known =
            named.filter_map(|it| Some(PluginRef::new(PluginId::constant(&it.id).ok()?, it)));
        let (fitting, others): (Vec<_>, Vec<_>) =
            known.partition(|it| requirement.matches(&it.info().version_of(requirement.id())));
        let Some(plugin) = fitting.into_iter().next() else {
            return others
                .into_iter()
                .next()
                .map_or(MissingReason::NotLinked, MissingReason::OtherVersion);
        };
        match exclusions.of(&self.shared.filters, plugin.id().as_str()) {
            Some(exclusion) => MissingReason::Excluded(plugin, exclusion),
            None => MissingReason::NotRegistered(plugin),
        }
    }
}

/// Ordering constraints of hookimpls that no order can meet, by hook.
fn contradictions<'a>(
    published: &Published,
    newcomers: impl Iterator<Item = &'a Newcomer<'a>>,
) -> Vec<Problem> {
    let mut joining: BTreeMap<(TypeId, usize), (&'static HookInfo, Vec<OrderNode>)> =
        BTreeMap::new();
    for newcomer in newcomers {
        for entry in newcomer.hookimpls {
            for info in entry.hookimpls() {
                let hook = &entry.spec().hooks()[info.hook_index];
                let nodes = joining.entry((entry.spec_type(), info.hook_index));
                let (_, nodes) = nodes.or_insert_with(|| (hook, Vec::new()));
                nodes.push(OrderNode { plugin: newcomer.plugin.clone(), info });
            }
        }
    }
    let contradictions = joining.into_iter().flat_map(|((spec, index), (hook, mut nodes))| {
        let lineup = published.lineup(spec);
        nodes.extend(lineup.into_iter().flat_map(|it| it.nodes(index)));
        // So that the same plugin is named first whoever came first.
        nodes.sort_by(|a, b| a.plugin.id().cmp(b.plugin.id()));
        let contradictions = OrderConstraints::among(&nodes).contradictions(&nodes).into_iter();
        contradictions.map(move |constraints| Problem::OrderCycle { hook, constraints })
    });
    let mut contradictions: Vec<_> = contradictions.collect();
    // Type ids have no meaning to a reader; names do.
    contradictions.sort_by_key(ToString::to_string);
    contradictions
}
