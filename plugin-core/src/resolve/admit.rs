//! All or nothing: the order in which candidates are loaded, or every reason why they cannot be.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Context, Dependent, Set};
use crate::error::Problem;
use crate::graph;
use crate::plugin::{PluginId, PluginInfo, PluginRef, Requirement};

/// Takes all candidates into the set, and returns them in the order in which they are to be
/// loaded: what a plugin requires comes before it, and of those that may come next, the first by
/// id. The result does not depend on the order in which they are given.
///
/// # Errors
///
/// Every problem that there is, and the set is as it was. The set by itself has none.
pub(crate) fn admit(
    set: &mut Set,
    candidates: Vec<PluginRef>,
    context: &Context<'_>,
) -> Result<Vec<PluginRef>, Vec<Problem>> {
    let (admitted, others) = set.insert_all(sorted(candidates));
    let mut problems: Vec<_> =
        others.iter().map(|(second, first)| duplicate(second, first)).collect();
    problems.extend(touched(set, &admitted).iter().flat_map(|it| set.check(it, context)));
    problems.extend((context.contradictions)(set));
    let order = load_order(set, &admitted);
    match order {
        Ok(order) if problems.is_empty() => return Ok(order),
        Ok(_) => {}
        Err(cycles) => problems.extend(cycles),
    }
    set.chains().add_to(&mut problems);
    set.remove_all(&admitted);
    Err(problems)
}

/// By id; of two that want the same, the same one is the first whoever was linked first.
pub(super) fn sorted(mut candidates: Vec<PluginRef>) -> Vec<PluginRef> {
    candidates.sort_by(|a, b| {
        let key = |it: &PluginRef| (it.info().package().name(), *it.info().location());
        a.id().cmp(b.id()).then_with(|| key(a).cmp(&key(b)))
    });
    candidates
}

pub(super) fn duplicate(second: &PluginRef, first: &'static PluginInfo) -> Problem {
    Problem::DuplicateId { id: second.id().clone(), first, second: second.info() }
}

/// The plugins of the set that something may be wrong with, by id: the new ones, and those that
/// speak of them. The new ones are sorted by id.
pub(super) fn touched<'a>(set: &Set, new: &'a [PluginRef]) -> Cow<'a, [PluginRef]> {
    if set.len() == new.len() {
        return Cow::Borrowed(new);
    }
    let is_new = |id: &PluginId| new.binary_search_by(|it| it.id().cmp(id)).is_ok();
    let mut speaking = set.who_mention(new);
    speaking.retain(|id| !is_new(id));
    if speaking.is_empty() {
        return Cow::Borrowed(new);
    }
    let speaking = speaking.iter().filter_map(|id| set.get(id.as_str()));
    Cow::Owned(sorted(speaking.chain(new.iter().cloned()).collect()))
}

/// One that loads another: from it to the other, by their places among the candidates.
struct Edge {
    from: usize,
    to: usize,
    requirement: &'static Requirement,
    kind: EdgeKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum EdgeKind {
    Required,
    Optional,
}

/// What is required comes first, ties by id. What is optional does, unless it leads round in a
/// circle: such plugins know that they may come in any order. The candidates are sorted by id.
pub(super) fn load_order(
    set: &Set,
    candidates: &[PluginRef],
) -> Result<Vec<PluginRef>, Vec<Problem>> {
    let mut edges = edges(set, candidates);
    if edges.is_empty() {
        return Ok(candidates.to_vec());
    }
    let sort = |edges: &[Edge]| {
        let forwards: Vec<_> = edges.iter().map(|it| (it.to, it.from)).collect();
        let by_id: Vec<_> = (0..candidates.len()).collect();
        graph::sort(&forwards, &by_id)
    };
    let loaded = |order: Vec<usize>| order.into_iter().map(|it| candidates[it].clone()).collect();
    let (order, is_held_up) = sort(&edges);
    if !is_held_up {
        return Ok(loaded(order));
    }
    let pairs = |edges: &[Edge]| edges.iter().map(|it| (it.from, it.to)).collect::<Vec<_>>();

    let (required, optional): (Vec<_>, Vec<_>) =
        edges.into_iter().partition(|it| it.kind == EdgeKind::Required);
    let loops = graph::loops(candidates.len(), &pairs(&required));
    if !loops.is_empty() {
        let cycle = |edges: Vec<usize>| {
            let steps = edges.into_iter().map(|edge| {
                let Edge { from, requirement, .. } = required[edge];
                Dependent::new(candidates[from].clone(), requirement)
            });
            Problem::Cycle { steps: steps.collect() }
        };
        return Err(loops.into_iter().map(cycle).collect());
    }
    edges = required;
    edges.extend(optional);
    let groups = graph::groups(candidates.len(), &pairs(&edges)).into_iter().enumerate();
    let group_of: BTreeMap<usize, usize> = groups
        .flat_map(|(group, members)| members.into_iter().map(move |it| (it, group)))
        .collect();
    edges.retain(|it| it.kind == EdgeKind::Required || group_of[&it.from] != group_of[&it.to]);

    Ok(loaded(sort(&edges).0))
}

fn edges(set: &Set, candidates: &[PluginRef]) -> Vec<Edge> {
    let has_none =
        |it: &PluginRef| it.info().requires().is_empty() && it.info().optional().is_empty();
    if candidates.iter().all(has_none) {
        return Vec::new();
    }
    let place = |id: &PluginId| candidates.binary_search_by(|it| it.id().cmp(id)).ok();
    let place = &place;
    let edges = candidates.iter().zip(0..).flat_map(|(plugin, from)| {
        let required = plugin.info().requires().iter().map(|it| (it, EdgeKind::Required));
        let optional = plugin.info().optional().iter().map(|it| (it, EdgeKind::Optional));
        required.chain(optional).flat_map(move |(requirement, kind)| {
            let providers = set.matching(requirement).into_iter();
            let to = providers.filter_map(move |it| place(it.plugin().id()));
            to.map(move |to| Edge { from, to, requirement, kind })
        })
    });
    edges.collect()
}
