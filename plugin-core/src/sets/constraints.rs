//! The ordering constraints among the plugins of a set, which the compiler evaluates: the hookimpls
//! that they name, and the report of a cycle. [`crate::ordering`] contains the rule by which they
//! order.

use super::text::{Message, digest, is_same};
use crate::info::{HookImplInfo, HookInfo, PluginInfo, Precedence};
use crate::ordering::{self, Buffers, Constraint, Side};

/// A hookimpl that is ordered, with its plugin.
#[derive(Clone, Copy)]
pub(super) struct OrderNode {
    pub(super) plugin: &'static PluginInfo,
    pub(super) info: &'static HookImplInfo,
}

impl OrderNode {
    /// Whether a constraint of `source` with this name means this node: its plugin must have or
    /// provide the name, and must not be that of `source`.
    const fn is_target(&self, name: &str, source: &Self) -> bool {
        self.plugin.is_named(name) && !is_same(self.plugin.id, source.plugin.id)
    }
}

/// A filter that rejects most nodes which a name does not mean: comparing texts takes the compiler
/// long.
struct Names<const W: usize> {
    digests: [u32; W],
    /// Whether the plugin has relations, which may provide further names.
    has_relations: [bool; W],
}

impl<const W: usize> Names<W> {
    const fn new(nodes: &[OrderNode]) -> Self {
        let mut names = Self { digests: [0; W], has_relations: [false; W] };
        let mut node = 0;
        while node < nodes.len() {
            names.digests[node] = digest(nodes[node].plugin.id);
            names.has_relations[node] = !nodes[node].plugin.relations.is_empty();
            node += 1;
        }
        names
    }

    /// Whether a name with this digest may mean the node.
    const fn may_match(&self, node: usize, digest: u32) -> bool {
        self.digests[node] == digest || self.has_relations[node]
    }
}

pub(super) const fn has_constraints(info: &HookImplInfo) -> bool {
    !info.before.is_empty() || !info.after.is_empty()
}

/// The constraints among the nodes, sorted by the node that has them.
struct Constraints<const W: usize> {
    /// Each pair of nodes has at most one constraint on each side.
    all: [[[Constraint; W]; W]; 2],
    len: usize,
}

impl<const W: usize> Constraints<W> {
    const fn among(nodes: &[OrderNode]) -> Self {
        let none = Constraint { constrained: 0, side: Side::Before, target: 0 };
        let mut constraints = Self { all: [[[none; W]; W]; 2], len: 0 };
        let names = Names::new(nodes);
        let mut constrained = 0;
        while constrained < nodes.len() {
            constraints.add(nodes, &names, constrained, Side::Before);
            constraints.add(nodes, &names, constrained, Side::After);
            constrained += 1;
        }
        constraints
    }

    /// Adds the constraints of one node on one side.
    const fn add(&mut self, nodes: &[OrderNode], names: &Names<W>, constrained: usize, side: Side) {
        let own = self.len;
        let OrderNode { info, .. } = nodes[constrained];
        let (targets, mut i) = (if side.is_before() { info.before } else { info.after }, 0);
        while i < targets.len() {
            let (digest, mut target) = (digest(targets[i]), 0);
            while target < nodes.len() {
                if names.may_match(target, digest)
                    && nodes[target].is_target(targets[i], &nodes[constrained])
                    && !self.has_target(own, target)
                {
                    let added = Constraint { constrained, side, target };
                    self.all.as_flattened_mut().as_flattened_mut()[self.len] = added;
                    self.len += 1;
                }
                target += 1;
            }
            i += 1;
        }
    }

    /// Whether a constraint from this index on has the target already, by another of its names.
    const fn has_target(&self, from: usize, target: usize) -> bool {
        let (all, mut i) = (self.as_slice(), from);
        while i < all.len() {
            if all[i].target == target {
                return true;
            }
            i += 1;
        }
        false
    }

    const fn as_slice(&self) -> &[Constraint] {
        self.all.as_flattened().as_flattened().split_at(self.len).0
    }
}

/// Reports a cycle of constraints. `unsorted` are the nodes in cycles, and those after
/// them.
///
/// # Panics
///
/// Always.
#[track_caller]
const fn report_cycle(
    hook: &HookInfo,
    nodes: &[OrderNode],
    constraints: &[Constraint],
    unsorted: &[usize],
) -> ! {
    // Each unsorted node has an unsorted predecessor, so enough steps back lead into a cycle.
    let (mut node, mut steps) = (unsorted[0], 0);
    while steps <= nodes.len() {
        (_, node) = predecessor(node, constraints, unsorted);
        steps += 1;
    }
    let mut message = Message::new()
        .with("ordering constraints of hook `")
        .with(hook.spec)
        .with("::")
        .with(hook.name)
        .with("` form a cycle");
    let end = node;
    loop {
        let (constraint, first) = predecessor(node, constraints, unsorted);
        let Constraint { constrained, side, target } = constraint;
        message = message
            .with("\n    `")
            .with(nodes[constrained].plugin.id)
            .with("` must run ")
            .with(side.word())
            .with(" `")
            .with(nodes[target].plugin.id)
            .with("`");
        node = first;
        if node == end {
            message.with("\n    help: remove one of these constraints").panic();
        }
    }
}

/// Returns the first unsorted node that must run before a node, and the constraint that requires
/// it: if both nodes have one, that of the predecessor.
const fn predecessor(
    node: usize,
    constraints: &[Constraint],
    unsorted: &[usize],
) -> (Constraint, usize) {
    let (mut found, mut i) = (None, 0);
    loop {
        let mut next = 0;
        while next < constraints.len() {
            let (first, then) = constraints[next].first_and_then();
            if first == unsorted[i] && then == node {
                found = match found {
                    Some(_) if !constraints[next].side.is_before() => found,
                    _ => Some(constraints[next]),
                };
            }
            next += 1;
        }
        if let Some(constraint) = found {
            return (constraint, unsorted[i]);
        }
        i += 1;
    }
}

/// Returns the order that meets all constraints, as indices into `nodes`. `nodes` are the nodes of
/// one kind in pluggy's order, and there are fewer than `W`.
///
/// # Panics
///
/// If the constraints form a cycle.
#[track_caller]
pub(super) const fn order<const W: usize>(hook: &HookInfo, nodes: &[OrderNode]) -> [usize; W] {
    let mut tryfirst = 0;
    while tryfirst < nodes.len() && matches!(nodes[tryfirst].info.precedence, Precedence::TryFirst)
    {
        tryfirst += 1;
    }
    let constraints = Constraints::<W>::among(nodes);
    let constraints = constraints.as_slice();
    // The buffers also have room for the edges that keep unconstrained nodes in order: as no node
    // is its own target, the constraints do not fill them.
    let (mut edges, mut links) = ([[[(0, 0); W]; W]; 2], [[[0; W]; W]; 2]);
    let mut numbers = [[0; W]; Buffers::PER_NODE];
    let buffers = Buffers {
        nodes: numbers.as_flattened_mut(),
        edges: edges.as_flattened_mut().as_flattened_mut(),
        links: links.as_flattened_mut().as_flattened_mut(),
    };
    let mut order = [0; W];
    let ordered = ordering::order(nodes.len(), tryfirst, constraints, buffers, &mut order);
    let (indices, _) = order.split_at(nodes.len());
    let (_, unsorted) = indices.split_at(ordered.sorted);
    if !unsorted.is_empty() {
        report_cycle(hook, nodes, constraints, unsorted);
    }
    order
}
