//! The load order of candidates: a plugin comes after the plugins that it requires.

use std::collections::BTreeMap;

use super::view::View;
use crate::error::{Dependent, Problem};
use crate::graph;
use crate::info::{PluginId, PluginRef, Requirement};

/// A candidate that requires another one, by their indexes among the candidates.
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

/// Orders candidates so that each comes after the plugins that it requires. Otherwise, they are
/// ordered by id. An optional requirement also orders, unless it is part of a cycle: such plugins
/// work in any order. `candidates` must be sorted by id.
pub(super) fn load_order(
    view: &View<'_>,
    candidates: &[PluginRef],
) -> Result<Vec<PluginRef>, Vec<Problem>> {
    let mut edges = edges(view, candidates);
    if edges.is_empty() {
        return Ok(candidates.to_vec());
    }
    let sort = |edges: &[Edge]| {
        let forwards: Vec<_> = edges.iter().map(|it| (it.to, it.from)).collect();
        let by_id: Vec<_> = (0..candidates.len()).collect();
        graph::sort(&forwards, &by_id)
    };
    let loaded = |order: Vec<usize>| order.into_iter().map(|it| candidates[it].clone()).collect();
    let (order, has_cycle) = sort(&edges);
    if !has_cycle {
        return Ok(loaded(order));
    }
    let pairs = |edges: &[Edge]| edges.iter().map(|it| (it.from, it.to)).collect::<Vec<_>>();

    let (required, optional): (Vec<_>, Vec<_>) =
        edges.into_iter().partition(|it| it.kind == EdgeKind::Required);
    let loops = graph::cycles(candidates.len(), &pairs(&required));
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

fn edges(view: &View<'_>, candidates: &[PluginRef]) -> Vec<Edge> {
    let has_none =
        |it: &PluginRef| it.info().requires().is_empty() && it.info().optional().is_empty();
    if candidates.iter().all(has_none) {
        return Vec::new();
    }
    let index = |id: &PluginId| candidates.binary_search_by(|it| it.id().cmp(id)).ok();
    let index = &index;
    let edges = candidates.iter().zip(0..).flat_map(|(plugin, from)| {
        let required = plugin.info().requires().iter().map(|it| (it, EdgeKind::Required));
        let optional = plugin.info().optional().iter().map(|it| (it, EdgeKind::Optional));
        required.chain(optional).flat_map(move |(requirement, kind)| {
            let providers = view.matching(requirement).into_iter();
            let to = providers.filter_map(move |it| index(it.plugin().id()));
            to.map(move |to| Edge { from, to, requirement, kind })
        })
    });
    edges.collect()
}
