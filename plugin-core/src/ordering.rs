//! The rule of ordering constraints: the order of a hook's implementations that meets them.
//!
//! Unconstrained implementations keep pluggy's order. Constrained ones move as little as possible:
//! each moves to the nearest position that meets its constraints, which is right after the last
//! target of its `after`, or right before the first target of its `before`. (If the constraints
//! allow no order in which the unconstrained implementations keep theirs, those move as well.)
//!
//! The rule is written once, as functions over buffers that the caller provides, because it runs in
//! two places: in managers, when plugins register, and in the compiler, which orders the plugins of
//! a set. The caller finds the implementations that a constraint names, and reports cycles.

use crate::graph::{self, NONE};

/// Whether a constrained implementation runs before or after its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// It runs before the target.
    Before,
    /// It runs after the target.
    After,
}

impl Side {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }

    pub(crate) const fn is_before(self) -> bool {
        matches!(self, Self::Before)
    }
}

/// One implementation must run before or after another. Both are named by their index in pluggy's
/// order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Constraint {
    pub(crate) constrained: usize,
    pub(crate) side: Side,
    pub(crate) target: usize,
}

impl Constraint {
    pub(crate) const fn first_and_then(&self) -> (usize, usize) {
        if self.side.is_before() {
            (self.constrained, self.target)
        } else {
            (self.target, self.constrained)
        }
    }
}

/// The buffers of [`order`]. Their previous contents do not matter.
pub(crate) struct Buffers<'a> {
    /// [`PER_NODE`](Self::PER_NODE) numbers for each implementation, and for one more.
    pub(crate) nodes: &'a mut [usize],
    /// One edge for each constraint, for each implementation, and for one more.
    pub(crate) edges: &'a mut [(usize, usize)],
    /// As many numbers as `edges`.
    pub(crate) links: &'a mut [usize],
}

impl Buffers<'_> {
    pub(crate) const PER_NODE: usize = 3 + graph::Buffers::PER_NODE;
}

/// What [`order`] returns beside the order.
pub(crate) struct Ordered {
    /// The number of implementations before the position of the newest implementation that is
    /// unconstrained and not `tryfirst`.
    pub(crate) tryfirst: usize,
    /// The number of implementations that could be sorted. Those in cycles of constraints, and
    /// those after them, come last. Without a cycle, it is the number of all implementations.
    #[cfg_attr(not(feature = "sets"), expect(dead_code, reason = "managers find cycles first"))]
    pub(crate) sorted: usize,
}

/// Writes the order that meets the constraints into `order`: the index of each implementation in
/// pluggy's order.
///
/// `order` has one element more than there are implementations; the last one gets a number without
/// a meaning. `tryfirst` is the number of `tryfirst` implementations. The constraints are sorted by
/// the implementation that has them.
pub(crate) const fn order(
    implementations: usize,
    tryfirst: usize,
    constraints: &[Constraint],
    buffers: Buffers<'_>,
    order: &mut [usize],
) -> Ordered {
    let Buffers { nodes: numbers, edges, links } = buffers;
    let nodes = Nodes { count: implementations + 1, boundary: tryfirst, constraints };
    let (own, numbers) = numbers.split_at_mut(nodes.count);
    let (list, numbers) = numbers.split_at_mut(nodes.count);
    let (positions, numbers) = numbers.split_at_mut(nodes.count);
    let mut sorting = graph::Buffers::new(numbers, links);

    nodes.write_own(own);
    nodes.write_edges_from_targets(edges);
    nodes.write_preferred_sequence(own, list);
    sorting.sort(edges.split_at(constraints.len()).0, list, order);
    nodes.move_to_targets(order, own, list, positions);

    let with_others = nodes.write_edges_of_calls(own, edges);
    let mut sorted = sorting.sort(edges.split_at(with_others).0, list, order);
    if sorted < nodes.count {
        sorted = sorting.sort(edges.split_at(constraints.len()).0, list, order);
    }
    Ordered { tryfirst: nodes.without_boundary(order), sorted: sorted - 1 }
}

/// The implementations as nodes, numbered in pluggy's order. One more node, the boundary, is
/// unconstrained: it represents the first implementation after those that are `tryfirst`, which
/// need not exist.
struct Nodes<'a> {
    count: usize,
    /// The number of the boundary.
    boundary: usize,
    constraints: &'a [Constraint],
}

impl Nodes<'_> {
    const fn node(&self, index: usize) -> usize {
        if index < self.boundary { index } else { index + 1 }
    }

    /// Writes for each node the index of its first constraint, or [`NONE`] if it is unconstrained.
    const fn write_own(&self, own: &mut [usize]) {
        let mut node = 0;
        while node < self.count {
            own[node] = NONE;
            node += 1;
        }
        let mut i = self.constraints.len();
        while i > 0 {
            i -= 1;
            own[self.node(self.constraints[i].constrained)] = i;
        }
    }

    /// Writes the edges that determine the sequence in which implementations move: a target moves
    /// before the implementations that it is a target of.
    const fn write_edges_from_targets(&self, edges: &mut [(usize, usize)]) {
        let mut i = 0;
        while i < self.constraints.len() {
            let Constraint { constrained, target, .. } = self.constraints[i];
            edges[i] = (self.node(target), self.node(constrained));
            i += 1;
        }
    }

    /// Writes the sequence in which implementations move if none is the target of another. If
    /// several move before one target, the first in pluggy's order moves first. If several move
    /// after it, the last in pluggy's order moves first. So they keep their order.
    const fn write_preferred_sequence(&self, own: &[usize], list: &mut [usize]) {
        let (mut front, mut back, mut node) = (0, self.count, 0);
        while node < self.count {
            if self.follows_later_target(node, own) {
                back -= 1;
                list[back] = node;
            } else {
                list[front] = node;
                front += 1;
            }
            node += 1;
        }
    }

    /// Whether the constraint with this index is one of the node. [`NONE`] is not.
    const fn is_own(&self, constraint: usize, node: usize) -> bool {
        constraint < self.constraints.len()
            && self.node(self.constraints[constraint].constrained) == node
    }

    /// Whether a node must run after a target that is later in pluggy's order.
    const fn follows_later_target(&self, node: usize, own: &[usize]) -> bool {
        let mut i = own[node];
        while self.is_own(i, node) {
            let Constraint { constrained, side, target } = self.constraints[i];
            if !side.is_before() && target > constrained {
                return true;
            }
            i += 1;
        }
        false
    }

    /// Writes a list in pluggy's order, and moves the constrained nodes in it. They move in the
    /// given sequence, each to the nearest position that meets its constraints.
    const fn move_to_targets(
        &self,
        sequence: &[usize],
        own: &[usize],
        list: &mut [usize],
        positions: &mut [usize],
    ) {
        let mut node = 0;
        while node < self.count {
            (list[node], positions[node]) = (node, node);
            node += 1;
        }
        let mut i = 0;
        while i < self.count {
            if own[sequence[i]] != NONE {
                let next = self.nearest(sequence[i], own, positions);
                shift(sequence[i], next, list, positions);
            }
            i += 1;
        }
    }

    /// Returns the position that meets the constraints of a node and is nearest to its own.
    const fn nearest(&self, node: usize, own: &[usize], positions: &[usize]) -> usize {
        let position = positions[node];
        let (mut earliest, mut latest, mut i) = (position, position, own[node]);
        while self.is_own(i, node) {
            let Constraint { side, target, .. } = self.constraints[i];
            let target = positions[self.node(target)];
            if side.is_before() && target < latest {
                latest = target;
            }
            if !side.is_before() && target > earliest {
                earliest = target;
            }
            i += 1;
        }
        if earliest > position { earliest } else { latest }
    }

    /// Writes the edges of the constraints, and after them those that keep the unconstrained nodes
    /// in pluggy's order. Returns the number of all edges.
    const fn write_edges_of_calls(&self, own: &[usize], edges: &mut [(usize, usize)]) -> usize {
        let mut len = 0;
        while len < self.constraints.len() {
            let (first, then) = self.constraints[len].first_and_then();
            edges[len] = (self.node(first), self.node(then));
            len += 1;
        }
        let (mut last, mut node) = (NONE, 0);
        while node < self.count {
            if own[node] == NONE {
                if last != NONE {
                    edges[len] = (last, node);
                    len += 1;
                }
                last = node;
            }
            node += 1;
        }
        len
    }

    /// Converts an order of nodes into one of implementations: removes the boundary, and returns
    /// its position.
    const fn without_boundary(&self, order: &mut [usize]) -> usize {
        let (mut boundary, mut len, mut i) = (0, 0, 0);
        while i < self.count {
            let node = order[i];
            if node == self.boundary {
                boundary = i;
            } else {
                order[len] = if node < self.boundary { node } else { node - 1 };
                len += 1;
            }
            i += 1;
        }
        boundary
    }
}

/// Moves a node to another position of the list. The nodes between the two positions shift by one.
const fn shift(moved: usize, next: usize, list: &mut [usize], positions: &mut [usize]) {
    let mut position = positions[moved];
    while position != next {
        let neighbor = if position < next { position + 1 } else { position - 1 };
        (list[position], positions[list[neighbor]]) = (list[neighbor], position);
        position = neighbor;
    }
    (list[next], positions[moved]) = (moved, next);
}

#[cfg(test)]
mod tests;
