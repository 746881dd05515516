//! Whether candidates fit to what is registered: their requirements, and their wishes about order.

use std::any::TypeId;
use std::collections::BTreeMap;

use super::PluginManager;
use super::builder::Unresolved;
use super::state::{Published, State};
use crate::catalogue::Catalogue;
use crate::catalogue::entry::HookimplsEntry;
use crate::error::Problem;
use crate::hook::spec::HookInfo;
use crate::hook::wishes::{Seat, Wishes};
use crate::plugin::{Descriptor, PluginId};
use crate::resolve::{self, Absence, Context, LeftOut};

/// A plugin that is to be registered, as far as others are concerned.
pub(super) struct Newcomer {
    pub(super) plugin: Descriptor,
    pub(super) hookimpls: Vec<HookimplsEntry>,
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
        newcomers: &[Newcomer],
        unresolved: Unresolved,
    ) -> Result<Fit, Vec<Problem>> {
        let mut set = std::mem::take(&mut state.set);
        let absence = |requirement: &_| {
            let meeting = Catalogue::linked().meeting(requirement);
            let known = meeting.filter_map(|it| {
                let id = PluginId::new(it.id()).ok()?;
                let exclusion = state.exclusion(&self.shared.selection, it.id());
                let plugin = Descriptor::new(id, it);
                Some(match exclusion {
                    Some(exclusion) => Absence::Excluded(plugin, exclusion),
                    None => Absence::NotRegistered(plugin),
                })
            });
            known.into_iter().next().unwrap_or(Absence::NotLinked)
        };
        let context = Context { contract: self.shared.contract, absence: &absence };
        let published = self.shared.published.load();
        let result = match unresolved {
            Unresolved::Refuse => {
                let candidates = newcomers.iter().map(|it| it.plugin.clone()).collect();
                let wishes = contradictions(&published, newcomers.iter());
                match resolve::admit(&mut set, candidates, &context) {
                    Ok(order) if wishes.is_empty() => Ok(Fit { order, left_out: Vec::new() }),
                    Ok(order) => {
                        set.remove_all(&order);
                        Err(wishes)
                    }
                    Err(mut problems) => {
                        problems.extend(wishes);
                        Err(problems)
                    }
                }
            }
            Unresolved::LeaveOut => {
                let mut newcomers: Vec<_> = newcomers.iter().collect();
                let mut left_out = Vec::new();
                loop {
                    let candidates = newcomers.iter().map(|it| it.plugin.clone()).collect();
                    let (order, others) = resolve::leave_out(&mut set, candidates, &context);
                    left_out.extend(others);
                    let fitting: BTreeMap<_, _> = order.iter().map(|it| (it.id(), it)).collect();
                    newcomers.retain(|it| fitting.get(it.plugin.id()) == Some(&&it.plugin));
                    let mut wishes = contradictions(&published, newcomers.iter().copied());
                    // One at a time: the others may be well without it.
                    wishes.truncate(1);
                    let Some(wishes) = wishes.pop() else { break Ok(Fit { order, left_out }) };
                    let parties = wishes.parties();
                    let is_new =
                        |it: &&&Descriptor| newcomers.iter().any(|new| new.plugin == ***it);
                    let goes = parties.iter().find(is_new).map(|it| (*it).clone());
                    let Some(goes) = goes else { break Ok(Fit { order, left_out }) };
                    set.remove_all(&order);
                    newcomers.retain(|it| it.plugin != goes);
                    left_out.push(LeftOut::new(goes, wishes));
                }
            }
        };
        state.set = set;
        result
    }
}

/// Wishes of hookimpls that no order can meet, by hook.
fn contradictions<'a>(
    published: &Published,
    newcomers: impl Iterator<Item = &'a Newcomer>,
) -> Vec<Problem> {
    let mut joining: BTreeMap<(TypeId, &str), (&'static HookInfo, Vec<Seat>)> = BTreeMap::new();
    for newcomer in newcomers {
        for entry in &newcomer.hookimpls {
            for info in entry.hookimpls() {
                let hook = &entry.spec().hooks()[entry.spec().index_of(info.hook())];
                let seats = joining.entry((entry.spec_type(), info.hook()));
                let (_, seats) = seats.or_insert_with(|| (hook, Vec::new()));
                seats.push(Seat { plugin: newcomer.plugin.clone(), info });
            }
        }
    }
    let contradictions = joining.into_iter().flat_map(|((spec, name), (hook, mut seats))| {
        seats.extend(published.lineup(spec).into_iter().flat_map(|it| it.seats(name)));
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
