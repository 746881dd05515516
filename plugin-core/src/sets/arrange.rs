//! The order that meets the wishes of a set's plugins, found by the compiler.
//!
//! The rule is that of [`wishes`](crate::hook::wishes), where it is told. It stands here a second
//! time as constants can neither allocate nor iterate, while managers have too many plugins for
//! tables of everyone against everyone; a test holds them together.

use super::text::{Message, digest, is};
use crate::info::{HookImplInfo, HookInfo, PluginInfo, Precedence};

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

/// Who is wished to come before whom; `W` is more than there are seats.
struct Graph<const W: usize> {
    nodes: usize,
    /// `[first][then]`
    edges: [[bool; W]; W],
}

impl<const W: usize> Graph<W> {
    const fn new(nodes: usize) -> Self {
        Self { nodes, edges: [[false; W]; W] }
    }

    /// The nodes such that edges lead forwards only; of those that may come next, the one with the
    /// lowest rank does. Nodes that loops hold up come last, by number; the second value is how
    /// many come before them.
    const fn sort(&self, ranks: &[usize; W]) -> ([usize; W], usize) {
        let mut waits_for = [0_usize; W];
        let mut then = 0;
        while then < self.nodes {
            let mut first = 0;
            while first < self.nodes {
                waits_for[then] += self.edges[first][then] as usize;
                first += 1;
            }
            then += 1;
        }
        let (mut order, mut is_out, mut len) = ([0; W], [false; W], 0);
        while let Some(next) = self.next(&waits_for, &is_out, ranks) {
            (order[len], is_out[next]) = (next, true);
            len += 1;
            let mut then = 0;
            while then < self.nodes {
                waits_for[then] -= self.edges[next][then] as usize;
                then += 1;
            }
        }
        let (free, mut node) = (len, 0);
        while node < self.nodes {
            if !is_out[node] {
                order[len] = node;
                len += 1;
            }
            node += 1;
        }
        (order, free)
    }

    const fn next(
        &self,
        waits_for: &[usize; W],
        is_out: &[bool; W],
        ranks: &[usize; W],
    ) -> Option<usize> {
        let (mut next, mut node) = (None, 0);
        while node < self.nodes {
            if waits_for[node] == 0 && !is_out[node] {
                next = match next {
                    Some(other) if ranks[other] < ranks[node] => Some(other),
                    _ => Some(node),
                };
            }
            node += 1;
        }
        next
    }

    /// One of these nodes that is to come before another.
    const fn one_before(&self, node: usize, those: &[bool; W]) -> usize {
        let mut first = 0;
        while !(those[first] && self.edges[first][node]) {
            first += 1;
        }
        first
    }
}

/// The wishes among the seats, with one more that has none and stands for whatever comes right
/// after `tryfirst`, as in a manager.
struct OrderConstraints<const W: usize> {
    /// `[wisher][target]`
    before: [[bool; W]; W],
    after: [[bool; W]; W],
    is_source: [bool; W],
    nodes: usize,
    /// The place before which the one that stands for what comes after `tryfirst` is.
    boundary: usize,
}

impl<const W: usize> OrderConstraints<W> {
    const fn among(nodes: &[OrderNode], boundary: usize) -> Self {
        let mut all = Self {
            before: [[false; W]; W],
            after: [[false; W]; W],
            is_source: [false; W],
            nodes: nodes.len() + 1,
            boundary,
        };
        let names = Names::of(nodes);
        let mut place = 0;
        while place < nodes.len() {
            all.note(nodes, &names, place, true);
            all.note(nodes, &names, place, false);
            place += 1;
        }
        all
    }

    /// The wishes of one seat in one direction.
    const fn note(&mut self, nodes: &[OrderNode], names: &Names<W>, place: usize, is_before: bool) {
        let OrderNode { info, .. } = nodes[place];
        let (about, mut i) = (if is_before { info.before } else { info.after }, 0);
        while i < about.len() {
            let (digest, mut other) = (digest(about[i]), 0);
            while other < nodes.len() {
                if (names.digests[other] == digest || names.others[other])
                    && nodes[other].is_meant(about[i], &nodes[place])
                {
                    let (source, target) = (node(place, self.boundary), node(other, self.boundary));
                    if is_before {
                        self.before[source][target] = true;
                    } else {
                        self.after[source][target] = true;
                    }
                    self.is_source[source] = true;
                }
                other += 1;
            }
            i += 1;
        }
    }

    /// An edge for each wish.
    const fn graph(&self) -> Graph<W> {
        let mut graph = Graph::new(self.nodes);
        let mut source = 0;
        while source < self.nodes {
            let mut target = 0;
            while target < self.nodes && self.is_source[source] {
                if self.before[source][target] {
                    graph.edges[source][target] = true;
                }
                if self.after[source][target] {
                    graph.edges[target][source] = true;
                }
                target += 1;
            }
            source += 1;
        }
        graph
    }

    /// And those that keep the others in pluggy's order.
    const fn graph_with_others(&self) -> Graph<W> {
        let mut graph = self.graph();
        let (mut last, mut node): (Option<usize>, _) = (None, 0);
        while node < self.nodes {
            if !self.is_source[node] {
                if let Some(last) = last {
                    graph.edges[last][node] = true;
                }
                last = Some(node);
            }
            node += 1;
        }
        graph
    }

    /// In which order those that wish are moved.
    const fn targets_first(&self) -> [usize; W] {
        let (mut graph, mut ranks) = (Graph::new(self.nodes), [0; W]);
        let mut source = 0;
        while source < self.nodes {
            ranks[source] = source;
            let mut target = 0;
            while target < self.nodes && self.is_source[source] {
                if self.before[source][target] || self.after[source][target] {
                    graph.edges[target][source] = true;
                }
                if self.after[source][target] && target > source {
                    ranks[source] = 2 * self.nodes - source;
                }
                target += 1;
            }
            source += 1;
        }
        graph.sort(&ranks).0
    }

    /// Moves each that wishes to the nearest place that will do, and returns the places.
    const fn near_targets(&self) -> [usize; W] {
        let (mut places, mut i) = ([0; W], 0);
        while i < self.nodes {
            places[i] = i;
            i += 1;
        }
        let (order, mut i) = (self.targets_first(), 0);
        while i < self.nodes {
            if self.is_source[order[i]] {
                let next = self.next_place(order[i], &places);
                self.shift(&mut places, order[i], next);
            }
            i += 1;
        }
        places
    }

    const fn next_place(&self, source: usize, places: &[usize; W]) -> usize {
        let place = places[source];
        let (mut earliest, mut latest) = (place, place);
        let mut target = 0;
        while target < self.nodes {
            if self.after[source][target] && places[target] > earliest {
                earliest = places[target];
            }
            if self.before[source][target] && places[target] < latest {
                latest = places[target];
            }
            target += 1;
        }
        if earliest > place { earliest } else { latest }
    }

    /// Takes a node out and puts it in elsewhere.
    const fn shift(&self, places: &mut [usize; W], moved: usize, next: usize) {
        let (place, mut node) = (places[moved], 0);
        while node < self.nodes {
            if places[node] > place {
                places[node] -= 1;
            }
            if node != moved && places[node] >= next {
                places[node] += 1;
            }
            node += 1;
        }
        places[moved] = next;
    }

    /// Refuses wishes that go round in a circle.
    #[track_caller]
    const fn refuse_contradictions(&self, hook: &HookInfo, nodes: &[OrderNode]) {
        let graph = self.graph();
        let (order, free) = graph.sort(&[0; W]);
        if free == self.nodes {
            return;
        }
        // Whatever is held up waits for another that is: going back, one comes into the circle.
        let mut is_held_up = [false; W];
        let mut i = free;
        while i < self.nodes {
            is_held_up[order[i]] = true;
            i += 1;
        }
        let (mut node, mut steps) = (order[free], 0);
        while steps < self.nodes {
            node = graph.one_before(node, &is_held_up);
            steps += 1;
        }
        let mut message = Message::new()
            .with("no order of the hookimpls of `")
            .with(hook.spec)
            .with("::")
            .with(hook.name)
            .with("` meets all constraints");
        let end = node;
        loop {
            let first = graph.one_before(node, &is_held_up);
            let (source, word, target) = if self.before[first][node] {
                (first, "before", node)
            } else {
                (node, "after", first)
            };
            message = message
                .with("\n    `")
                .with(nodes[seat(source, self.boundary)].plugin.id)
                .with("` constraints to stand ")
                .with(word)
                .with(" `")
                .with(nodes[seat(target, self.boundary)].plugin.id)
                .with("`");
            node = first;
            if node == end {
                break;
            }
        }
        message.refuse();
    }
}

const fn node(place: usize, boundary: usize) -> usize {
    if place < boundary { place } else { place + 1 }
}

const fn seat(node: usize, boundary: usize) -> usize {
    if node < boundary { node } else { node - 1 }
}

/// Places in pluggy's order, in the order that meets all wishes. `seats` are those of one kind, in
/// pluggy's order.
#[track_caller]
pub(super) const fn arrange<const W: usize>(hook: &HookInfo, nodes: &[OrderNode]) -> [usize; W] {
    let mut boundary = 0;
    while boundary < nodes.len() && matches!(nodes[boundary].info.precedence, Precedence::TryFirst)
    {
        boundary += 1;
    }
    let constraints = OrderConstraints::<W>::among(nodes, boundary);
    constraints.refuse_contradictions(hook, nodes);
    let places = constraints.near_targets();
    let (mut order, free) = constraints.graph_with_others().sort(&places);
    if free < constraints.nodes {
        order = constraints.graph().sort(&places).0;
    }
    let (mut arranged, mut len, mut i) = ([0; W], 0, 0);
    while i < constraints.nodes {
        if order[i] != boundary {
            arranged[len] = seat(order[i], boundary);
            len += 1;
        }
        i += 1;
    }
    arranged
}
