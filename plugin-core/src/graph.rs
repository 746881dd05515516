//! Graphs of numbered nodes: an order along the edges, and the cycles that prevent one. The module
//! knows nothing of plugins.

mod sort;

use std::collections::{BTreeMap, VecDeque};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

pub(crate) use self::sort::Buffers;

/// The number of no node and no edge.
pub(crate) const NONE: usize = usize::MAX;

/// Returns the strongly connected components: two nodes are in one group if each can be reached
/// from the other. A group comes after the groups that can be reached from it. Within a group,
/// nodes are sorted.
pub(crate) fn groups(nodes: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut graph = DiGraph::<(), ()>::with_capacity(nodes, edges.len());
    for _ in 0..nodes {
        graph.add_node(());
    }
    for (from, to) in edges {
        graph.add_edge(NodeIndex::new(*from), NodeIndex::new(*to), ());
    }
    let groups = kosaraju_scc(&graph).into_iter().map(|group| {
        let mut group: Vec<_> = group.into_iter().map(NodeIndex::index).collect();
        group.sort_unstable();
        group
    });
    groups.collect()
}

/// Returns the nodes in an order in which edges lead forwards only, and whether cycles prevented
/// it. Of the nodes that may come next, the first in `preferred` comes next. Nodes in cycles, and
/// those after them, come last, by number.
pub(crate) fn sort(edges: &[(usize, usize)], preferred: &[usize]) -> (Vec<usize>, bool) {
    let mut order = vec![0; preferred.len()];
    let mut nodes = vec![0; Buffers::PER_NODE * preferred.len()];
    let mut links = vec![0; edges.len()];
    let sorted = Buffers::new(&mut nodes, &mut links).sort(edges, preferred, &mut order);
    (order, sorted < preferred.len())
}

/// Returns one cycle of each group that has any: a shortest cycle through its first node, as the
/// indices of its edges in `edges`, in order.
pub(crate) fn cycles(nodes: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut group_of = vec![0; nodes];
    let mut groups = groups(nodes, edges);
    groups.sort_unstable();
    for (number, group) in groups.iter().enumerate() {
        for node in group {
            group_of[*node] = number;
        }
    }
    let mut leaving: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, (from, to)) in edges.iter().enumerate() {
        if group_of[*from] == group_of[*to] {
            leaving.entry(*from).or_default().push(index);
        }
    }
    groups.iter().filter_map(|group| shortest(group[0], edges, &leaving)).collect()
}

/// Returns a shortest path from a node back to itself. `leaving` are the edges within groups, by
/// the node that they leave.
fn shortest(
    start: usize,
    edges: &[(usize, usize)],
    leaving: &BTreeMap<usize, Vec<usize>>,
) -> Option<Vec<usize>> {
    let mut reached_by: BTreeMap<usize, usize> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        for &edge in leaving.get(&node).into_iter().flatten() {
            let to = edges[edge].1;
            if reached_by.contains_key(&to) {
                continue;
            }
            reached_by.insert(to, edge);
            if to != start {
                queue.push_back(to);
                continue;
            }
            let mut path = vec![edge];
            while edges[path[path.len() - 1]].0 != start {
                path.push(reached_by[&edges[path[path.len() - 1]].0]);
            }
            path.reverse();
            return Some(path);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_graph_without_cycles_has_none() {
        assert!(cycles(4, &[(0, 1), (0, 2), (1, 3), (2, 3)]).is_empty());
    }

    #[test]
    fn each_group_has_one_shortest_cycle() {
        // 0 -> 1 -> 2 -> 0 with the shorter path 1 -> 0; 3 -> 3; 4 leads into both.
        let edges = [(0, 1), (1, 2), (2, 0), (1, 0), (3, 3), (4, 0), (4, 3)];
        assert_eq!(cycles(5, &edges), [vec![0, 3], vec![4]]);
    }

    #[test]
    fn a_group_contains_the_nodes_that_reach_each_other() {
        let groups = groups(4, &[(0, 1), (1, 0), (1, 2), (3, 2)]);
        assert_eq!(groups[0], [2], "all other nodes reach it");
        assert!(groups.contains(&vec![0, 1]) && groups.contains(&vec![3]));
    }

    #[test]
    fn edges_lead_forwards_and_the_preference_decides_the_rest() {
        assert_eq!(sort(&[(2, 0)], &[0, 1, 2]), (vec![1, 2, 0], false));
        assert_eq!(sort(&[], &[2, 1, 0]), (vec![2, 1, 0], false));
        let kept = "nodes in a cycle are kept";
        assert_eq!(sort(&[(0, 1), (1, 0)], &[0, 1, 2]), (vec![2, 0, 1], true), "{kept}");
    }

    /// A model of [`sort`]: for each node, it searches the list of all remaining ones.
    fn model(edges: &[(usize, usize)], preferred: &[usize]) -> (Vec<usize>, bool) {
        let (mut remaining, mut order) = (preferred.to_vec(), Vec::new());
        let is_next = |node: &usize, remaining: &[usize]| {
            edges.iter().all(|(first, then)| then != node || !remaining.contains(first))
        };
        while let Some(next) = remaining.iter().position(|node| is_next(node, &remaining)) {
            order.push(remaining.remove(next));
        }
        remaining.sort_unstable();
        order.extend(&remaining);
        (order, !remaining.is_empty())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_sort_agrees_with_its_model(
            edges in prop::collection::vec((0..40_usize, 0..40_usize), 0..60),
            preferred in Just((0..40).collect::<Vec<_>>()).prop_shuffle(),
            forwards in any::<bool>(),
        ) {
            let mut edges = edges;
            if forwards {
                // Without this, cycles would prevent the sorting of most nodes.
                edges.retain(|(first, then)| first != then);
                edges = edges.into_iter().map(|(a, b)| (a.max(b), a.min(b))).collect();
            }
            prop_assert_eq!(sort(&edges, &preferred), model(&edges, &preferred));
        }
    }
}
