//! The ordering constraints among the plugins of a set, found by the compiler: which hookimpls they
//! name, and how a cycle is reported. The rule by which they order is in [`crate::ordering`].

use super::text::{Message, digest, is};
use crate::info::{HookImplInfo, HookInfo, PluginInfo, Precedence};
use crate::ordering::{self, Buffers, Constraint, Side};

/// One of those to be ordered.
#[derive(Clone, Copy)]
pub(super) struct OrderNode {
    pub(super) plugin: &'static PluginInfo,
    pub(super) info: &'static HookImplInfo,
}

impl OrderNode {
    /// Whether it is of a plugin of this name, another than that of `wisher`.
    const fn is_meant(&self, name: &str, source: &Self) -> bool {
        self.plugin.is_named(name) && !is(self.plugin.id, source.plugin.id)
    }
}

/// What tells most seats that are not meant from those that may be, as the compiler takes its time
/// to compare texts.
struct Names<const W: usize> {
    digests: [u32; W],
    /// Whether the plugin has relations, among which there may be names.
    others: [bool; W],
}

impl<const W: usize> Names<W> {
    const fn of(nodes: &[OrderNode]) -> Self {
        let mut all = Self { digests: [0; W], others: [false; W] };
        let mut place = 0;
        while place < nodes.len() {
            all.digests[place] = digest(nodes[place].plugin.id);
            all.others[place] = !nodes[place].plugin.relations.is_empty();
            place += 1;
        }
        all
    }
}

pub(super) const fn has_constraints(info: &HookImplInfo) -> bool {
    !info.before.is_empty() || !info.after.is_empty()
}

/// The constraints among the seats, sorted by the one that has them.
struct Constraints<const W: usize> {
    /// Each pair of seats has one on each side at most.
    all: [[[Constraint; W]; W]; 2],
    len: usize,
}

impl<const W: usize> Constraints<W> {
    const fn among(nodes: &[OrderNode]) -> Self {
        let none = Constraint { constrained: 0, side: Side::Before, target: 0 };
        let mut these = Self { all: [[[none; W]; W]; 2], len: 0 };
        let names = Names::of(nodes);
        let mut constrained = 0;
        while constrained < nodes.len() {
            these.add(nodes, &names, constrained, Side::Before);
            these.add(nodes, &names, constrained, Side::After);
            constrained += 1;
        }
        these
    }

    /// Adds those of one seat on one side.
    const fn add(&mut self, nodes: &[OrderNode], names: &Names<W>, constrained: usize, side: Side) {
        let own = self.len;
        let OrderNode { info, .. } = nodes[constrained];
        let (about, mut i) = (if side.is_before() { info.before } else { info.after }, 0);
        while i < about.len() {
            let (digest, mut target) = (digest(about[i]), 0);
            while target < nodes.len() {
                if (names.digests[target] == digest || names.others[target])
                    && nodes[target].is_meant(about[i], &nodes[constrained])
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

    /// Whether one of those from this number on has the target, by another of its names.
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

/// Reports a cycle among these seats, which cycles hold up.
#[track_caller]
const fn refuse_cycle(
    hook: &HookInfo,
    nodes: &[OrderNode],
    constraints: &[Constraint],
    held_up: &[usize],
) -> ! {
    // Each of them waits for another: going back, one comes into the cycle.
    let (mut place, mut steps) = (held_up[0], 0);
    while steps <= nodes.len() {
        (_, place) = one_before(place, constraints, held_up);
        steps += 1;
    }
    let mut message = Message::new()
        .with("ordering constraints of hook `")
        .with(hook.spec)
        .with("::")
        .with(hook.name)
        .with("` form a cycle");
    let end = place;
    loop {
        let (constraint, first) = one_before(place, constraints, held_up);
        let Constraint { constrained, side, target } = constraint;
        message = message
            .with("\n    `")
            .with(nodes[constrained].plugin.id)
            .with("` must run ")
            .with(side.word())
            .with(" `")
            .with(nodes[target].plugin.id)
            .with("`");
        place = first;
        if place == end {
            message.refuse();
        }
    }
}

/// The first of these places that must come before another one, and the constraint that says so:
/// that of the first place, if both have one.
const fn one_before(
    place: usize,
    constraints: &[Constraint],
    held_up: &[usize],
) -> (Constraint, usize) {
    let (mut found, mut i) = (None, 0);
    loop {
        let mut next = 0;
        while next < constraints.len() {
            let (first, then) = constraints[next].first_and_then();
            if first == held_up[i] && then == place {
                found = match found {
                    Some(_) if !constraints[next].side.is_before() => found,
                    _ => Some(constraints[next]),
                };
            }
            next += 1;
        }
        if let Some(constraint) = found {
            return (constraint, held_up[i]);
        }
        i += 1;
    }
}

/// Places in pluggy's order, in the order that meets all constraints. `seats` are those of one kind,
/// in pluggy's order, and fewer than `W`.
#[track_caller]
pub(super) const fn order<const W: usize>(hook: &HookInfo, nodes: &[OrderNode]) -> [usize; W] {
    let mut tryfirst = 0;
    while tryfirst < nodes.len() && matches!(nodes[tryfirst].info.precedence, Precedence::TryFirst)
    {
        tryfirst += 1;
    }
    let constraints = Constraints::<W>::among(nodes);
    let constraints = constraints.as_slice();
    // Those that keep unconstrained seats in order fit in as well: no seat has itself as a target.
    let (mut edges, mut links) = ([[[(0, 0); W]; W]; 2], [[[0; W]; W]; 2]);
    let mut numbers = [[0; W]; Buffers::PER_NODE];
    let buffers = Buffers {
        nodes: numbers.as_flattened_mut(),
        edges: edges.as_flattened_mut().as_flattened_mut(),
        links: links.as_flattened_mut().as_flattened_mut(),
    };
    let mut order = [0; W];
    let ordered = ordering::order(nodes.len(), tryfirst, constraints, buffers, &mut order);
    let (places, _) = order.split_at(nodes.len());
    let (_, held_up) = places.split_at(ordered.free);
    if !held_up.is_empty() {
        refuse_cycle(hook, nodes, constraints, held_up);
    }
    order
}
