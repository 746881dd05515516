//! Graphs of numbered nodes: an order along the edges, and the loops in the way of one.

mod sort;

use std::collections::{BTreeMap, VecDeque};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

pub(crate) use self::sort::Buffers;

/// Not a number: of no node, of no edge.
pub(crate) const NONE: usize = usize::MAX;

/// The nodes in groups, such that two nodes are in one group if each can be reached from the
/// other. A group comes after those that can be reached from it; within it, nodes are sorted.
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

/// The nodes such that edges lead forwards only; of those that may come next, the one that comes
/// first in `preferred` does. Nodes that loops hold up come last, by number; and whether there are
/// any.
pub(crate) fn sort(edges: &[(usize, usize)], preferred: &[usize]) -> (Vec<usize>, bool) {
    let mut order = vec![0; preferred.len()];
    let mut nodes = vec![0; Buffers::PER_NODE * preferred.len()];
    let mut links = vec![0; edges.len()];
    let sorted = Buffers::new(&mut nodes, &mut links).sort(edges, preferred, &mut order);
    (order, sorted < preferred.len())
}

/// One loop of each group that has any: a shortest one through its first node, as the places of
/// its edges in `edges`, in order.
pub(crate) fn loops(nodes: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut group_of = vec![0; nodes];
    let mut groups = groups(nodes, edges);
    groups.sort_unstable();
    for (number, group) in groups.iter().enumerate() {
        for node in group {
            group_of[*node] = number;
        }
    }
    let mut leaving: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, (from, to)) in edges.iter().enumerate() {
        if group_of[*from] == group_of[*to] {
            leaving.entry(*from).or_default().push(place);
        }
    }
    groups.iter().filter_map(|group| shortest(group[0], edges, &leaving)).collect()
}

/// The shortest way from a node back to it. `leaving` are the edges within groups, by node.
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
            let mut way = vec![edge];
            while edges[way[way.len() - 1]].0 != start {
                way.push(reached_by[&edges[way[way.len() - 1]].0]);
            }
            way.reverse();
            return Some(way);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn there_is_no_loop_in_a_tree() {
        assert!(loops(4, &[(0, 1), (0, 2), (1, 3), (2, 3)]).is_empty());
    }

    #[test]
    fn each_group_gives_its_shortest_loop() {
        // 0 -> 1 -> 2 -> 0 with a shorter way 1 -> 0; 3 -> 3; 4 leads into both.
        let edges = [(0, 1), (1, 2), (2, 0), (1, 0), (3, 3), (4, 0), (4, 3)];
        assert_eq!(loops(5, &edges), [vec![0, 3], vec![4]]);
    }

    #[test]
    fn a_group_holds_what_reaches_each_other() {
        let groups = groups(4, &[(0, 1), (1, 0), (1, 2), (3, 2)]);
        assert_eq!(groups[0], [2], "it can be reached from all others");
        assert!(groups.contains(&vec![0, 1]) && groups.contains(&vec![3]));
    }

    #[test]
    fn edges_lead_forwards_and_ranks_decide_the_rest() {
        assert_eq!(sort(&[(2, 0)], &[0, 1, 2]), (vec![1, 2, 0], false));
        assert_eq!(sort(&[], &[2, 1, 0]), (vec![2, 1, 0], false));
        let lost = "nobody is lost in a loop";
        assert_eq!(sort(&[(0, 1), (1, 0)], &[0, 1, 2]), (vec![2, 0, 1], true), "{lost}");
    }

    /// What [`sort`] does, by looking through all nodes for each.
    fn searched(edges: &[(usize, usize)], preferred: &[usize]) -> (Vec<usize>, bool) {
        let (mut left, mut order) = (preferred.to_vec(), Vec::new());
        let is_next = |node: &usize, left: &[usize]| {
            edges.iter().all(|(first, then)| then != node || !left.contains(first))
        };
        while let Some(next) = left.iter().position(|node| is_next(node, &left)) {
            order.push(left.remove(next));
        }
        left.sort_unstable();
        order.extend(&left);
        (order, !left.is_empty())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_preferred_node_comes_next_whatever_the_edges(
            edges in prop::collection::vec((0..40_usize, 0..40_usize), 0..60),
            preferred in Just((0..40).collect::<Vec<_>>()).prop_shuffle(),
            forwards in any::<bool>(),
        ) {
            let mut edges = edges;
            if forwards {
                // So that no loop holds most of them up.
                edges.retain(|(first, then)| first != then);
                edges = edges.into_iter().map(|(a, b)| (a.max(b), a.min(b))).collect();
            }
            prop_assert_eq!(sort(&edges, &preferred), searched(&edges, &preferred));
        }
    }
}
