//! Whether candidates fit to what is registered: their requirements, and their wishes about order.

use std::any::TypeId;
use std::collections::BTreeMap;

use super::PluginManager;
use super::builder::Unresolved;
use super::selection::Exclusions;
use super::state::{Pending, Published, State};
use crate::catalogue::Catalogue;
use crate::catalogue::entry::HookimplsEntry;
use crate::error::Problem;
use crate::hook::hookimpl::HookimplInfo;
use crate::hook::spec::HookInfo;
use crate::hook::wishes::{Seat, Wishes};
use crate::plugin::{Descriptor, PluginId, Requirement};
use crate::resolve::{self, Absence, Context, LeftOut, Set};

/// A plugin that is to be registered, as far as others are concerned.
pub(super) struct Newcomer<'a> {
    pub(super) plugin: Descriptor,
    pub(super) hookimpls: &'a [HookimplsEntry],
}

impl Newcomer<'_> {
    fn has_wishes(&self) -> bool {
        let mut hookimpls = self.hookimpls.iter().flat_map(HookimplsEntry::hookimpls);
        hookimpls.any(HookimplInfo::has_wishes)
    }
}

/// What comes of candidates.
#[derive(Default)]
pub(super) struct Fit {
    /// Those that can be registered, what is required before what requires it.
    pub(super) order: Vec<Descriptor>,
    pub(super) left_out: Vec<LeftOut>,
}

impl PluginManager {
    /// Takes newcomers into the set that the state keeps.
    ///
    /// # Errors
    ///
    /// Every problem that there is, and the set is as it was; with [`Unresolved::LeaveOut`] never.
    pub(super) fn fit(
        &self,
        state: &mut State,
        newcomers: &[Newcomer<'_>],
        unresolved: Unresolved,
    ) -> Result<Fit, Vec<Problem>> {
        let has_wishes =
            self.shared.published.load().has_wishes() || newcomers.iter().any(Newcomer::has_wishes);
        if has_wishes {
            self.shared.line_up_all(state);
        }
        let published = self.shared.published.load();
        let State { set, pending, exclusions, .. } = state;
        let absence = |requirement: &_| self.absence(pending, exclusions, requirement);
        let contradictions = |set: &Set| {
            if !has_wishes {
                return Vec::new();
            }
            let is_in =
                |it: &&Newcomer<'_>| set.get(it.plugin.id().as_str()) == Some(it.plugin.clone());
            contradictions(&published, newcomers.iter().filter(is_in))
        };
        let contract = self.shared.contract;
        let context = Context { contract, absence: &absence, contradictions: &contradictions };
        let candidates = newcomers.iter().map(|it| it.plugin.clone()).collect();
        match unresolved {
            Unresolved::Refuse => {
                let order = resolve::admit(set, candidates, &context)?;
                Ok(Fit { order, left_out: Vec::new() })
            }
            Unresolved::LeaveOut => {
                let (order, left_out) = resolve::leave_out(set, candidates, &context);
                Ok(Fit { order, left_out })
            }
        }
    }

    /// Why nobody who is registered meets the requirement.
    fn absence(
        &self,
        pending: &Pending,
        exclusions: &Exclusions,
        requirement: &Requirement,
    ) -> Absence {
        let coming = pending.values().flatten();
        let coming = coming.filter(|it| it.names().any(|name| name == requirement.id()));
        if let Some(plugin) = coming.min_by_key(|it| it.id()) {
            return Absence::Pending(plugin.clone());
        }
        let named = Catalogue::linked().named(requirement.id());
        let known =
            named.filter_map(|it| Some(Descriptor::new(PluginId::constant(&it.id).ok()?, it)));
        let (fitting, others): (Vec<_>, Vec<_>) =
            known.partition(|it| requirement.matches(&it.info().version_of(requirement.id())));
        let Some(plugin) = fitting.into_iter().next() else {
            return others.into_iter().next().map_or(Absence::NotLinked, Absence::OtherVersion);
        };
        match exclusions.of(&self.shared.selection, plugin.id().as_str()) {
            Some(exclusion) => Absence::Excluded(plugin, exclusion),
            None => Absence::NotRegistered(plugin),
        }
    }
}

/// Wishes of hookimpls that no order can meet, by hook.
fn contradictions<'a>(
    published: &Published,
    newcomers: impl Iterator<Item = &'a Newcomer<'a>>,
) -> Vec<Problem> {
    let mut joining: BTreeMap<(TypeId, &str), (&'static HookInfo, Vec<Seat>)> = BTreeMap::new();
    for newcomer in newcomers {
        for entry in newcomer.hookimpls {
            for info in entry.hookimpls() {
                let hook = &entry.spec().hooks()[entry.spec().index_of(info.hook())];
                let seats = joining.entry((entry.spec_type(), info.hook()));
                let (_, seats) = seats.or_insert_with(|| (hook, Vec::new()));
                seats.push(Seat { plugin: newcomer.plugin.clone(), info });
            }
        }
    }
    let contradictions = joining.into_iter().flat_map(|((spec, name), (hook, mut seats))| {
        let lineup = published.lineup(spec);
        seats.extend(lineup.into_iter().flat_map(|it| it.seats(name)));
        // So that the same plugin is named first whoever came first.
        seats.sort_by(|a, b| a.plugin.id().cmp(b.plugin.id()));
        let contradictions = Wishes::among(&seats).contradictions(&seats).into_iter();
        contradictions.map(move |wishes| Problem::ContradictingWishes { hook, wishes })
    });
    let mut contradictions: Vec<_> = contradictions.collect();
    // Type ids have no meaning to a reader; names do.
    contradictions.sort_by_key(ToString::to_string);
    contradictions
}
