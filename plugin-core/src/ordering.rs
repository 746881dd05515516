//! The rule of ordering constraints: the order of a hook's implementations that meets them.
//!
//! Unconstrained implementations keep pluggy's order. Constrained ones move as little as possible:
//! each to the nearest place that meets its constraints, right after the last of the targets of its
//! `after`, or right before the first of the targets of its `before`. (Where constraints leave no
//! order in which the unconstrained ones keep theirs, those move as well.)
//!
//! The rule is written once, as functions over buffers of the caller, for it runs in two places:
//! in managers, as plugins register, and in the compiler, which orders the plugins of a set. The
//! caller finds which implementations a constraint names, and reports cycles.

use crate::graph::{self, NONE};

/// What a constraint says of the implementation that has it.
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

/// One implementation runs before or after another: each is named by its place in pluggy's order.
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

/// The buffers of [`order`]. Their contents before it do not matter.
pub(crate) struct Buffers<'a> {
    /// [`PER_NODE`](Self::PER_NODE) numbers for each implementation, and for one more.
    pub(crate) nodes: &'a mut [usize],
    /// One for each constraint, for each implementation, and for one more.
    pub(crate) edges: &'a mut [(usize, usize)],
    /// As many as `edges`.
    pub(crate) links: &'a mut [usize],
}

impl Buffers<'_> {
    pub(crate) const PER_NODE: usize = 3 + graph::Buffers::PER_NODE;
}

/// What [`order`] says of the order.
pub(crate) struct Ordered {
    /// How many come before the place of the newest implementation that is unconstrained and not
    /// `tryfirst`.
    pub(crate) tryfirst: usize,
    /// How many come before those that cycles of constraints hold up: all, if there is no cycle.
    #[cfg_attr(not(feature = "sets"), expect(dead_code, reason = "managers find cycles first"))]
    pub(crate) free: usize,
}

/// Writes the order that meets the constraints into `order`, which has room for one more than there
/// are implementations: the places that these have in pluggy's order, and after them a number
/// without a meaning. `tryfirst` is how many of the implementations are. The constraints are sorted
/// by the implementation that has them.
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
    let (places, numbers) = numbers.split_at_mut(nodes.count);
    let mut sorting = graph::Buffers::new(numbers, links);

    nodes.write_own(own);
    nodes.write_edges_from_targets(edges);
    nodes.write_preferred_sequence(own, list);
    sorting.sort(edges.split_at(constraints.len()).0, list, order);
    nodes.move_to_targets(order, own, list, places);

    let with_others = nodes.write_edges_of_calls(own, edges);
    let mut sorted = sorting.sort(edges.split_at(with_others).0, list, order);
    if sorted < nodes.count {
        sorted = sorting.sort(edges.split_at(constraints.len()).0, list, order);
    }
    Ordered { tryfirst: nodes.without_boundary(order), free: sorted - 1 }
}

/// The implementations, and one more that is unconstrained and represents whatever comes right
/// after `tryfirst`, as nodes: numbered in pluggy's order.
struct Nodes<'a> {
    count: usize,
    /// The number of the one that is added.
    boundary: usize,
    constraints: &'a [Constraint],
}

impl Nodes<'_> {
    const fn node(&self, place: usize) -> usize {
        if place < self.boundary { place } else { place + 1 }
    }

    /// Writes where the constraints of each node begin, [`NONE`] for those that have none.
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

    /// Writes the edges along which implementations move one after the other.
    const fn write_edges_from_targets(&self, edges: &mut [(usize, usize)]) {
        let mut i = 0;
        while i < self.constraints.len() {
            let Constraint { constrained, target, .. } = self.constraints[i];
            edges[i] = (self.node(target), self.node(constrained));
            i += 1;
        }
    }

    /// Writes the order in which implementations move if none is the target of another. Of several
    /// that move to before one target, the first in pluggy's order moves first; of several that
    /// move to after it, the last does: that way they keep their order.
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

    /// Whether a constraint with this number is one of the node. [`NONE`] is not.
    const fn is_own(&self, constraint: usize, node: usize) -> bool {
        constraint < self.constraints.len()
            && self.node(self.constraints[constraint].constrained) == node
    }

    /// Whether a node must come after a target that comes later in pluggy's order.
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

    /// Moves the constrained nodes, in the sequence given, to the nearest place that meets their
    /// constraints, in a list that begins with pluggy's order.
    const fn move_to_targets(
        &self,
        sequence: &[usize],
        own: &[usize],
        list: &mut [usize],
        places: &mut [usize],
    ) {
        let mut node = 0;
        while node < self.count {
            (list[node], places[node]) = (node, node);
            node += 1;
        }
        let mut i = 0;
        while i < self.count {
            if own[sequence[i]] != NONE {
                let next = self.nearest(sequence[i], own, places);
                shift(sequence[i], next, list, places);
            }
            i += 1;
        }
    }

    /// The place nearest to that of a constrained node which meets its constraints.
    const fn nearest(&self, node: usize, own: &[usize], places: &[usize]) -> usize {
        let place = places[node];
        let (mut earliest, mut latest, mut i) = (place, place, own[node]);
        while self.is_own(i, node) {
            let Constraint { side, target, .. } = self.constraints[i];
            let target = places[self.node(target)];
            if side.is_before() && target < latest {
                latest = target;
            }
            if !side.is_before() && target > earliest {
                earliest = target;
            }
            i += 1;
        }
        if earliest > place { earliest } else { latest }
    }

    /// Writes the edges of the constraints, and behind them those that keep the unconstrained nodes
    /// in pluggy's order. Returns how many edges these are.
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

    /// Makes places of nodes, without the boundary, and returns where that was.
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

/// Moves a node to another place of the list. Those between shift by one.
const fn shift(moved: usize, next: usize, list: &mut [usize], places: &mut [usize]) {
    let mut place = places[moved];
    while place != next {
        let neighbor = if place < next { place + 1 } else { place - 1 };
        (list[place], places[list[neighbor]]) = (list[neighbor], place);
        place = neighbor;
    }
    (list[next], places[moved]) = (moved, next);
}

#[cfg(test)]
mod tests;
