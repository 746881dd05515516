//! Sorting along edges, in buffers that the caller provides: constants cannot allocate.

use super::NONE;

/// The buffers of a sort. Their contents before it do not matter.
pub(crate) struct Buffers<'a> {
    /// For each node, [`PER_NODE`](Self::PER_NODE) numbers.
    nodes: &'a mut [usize],
    /// For each edge, the number of the next one that leaves the same node.
    next_edge: &'a mut [usize],
}

impl<'a> Buffers<'a> {
    /// How many numbers a sort keeps for each node.
    pub(crate) const PER_NODE: usize = 4;

    /// There must be [`PER_NODE`](Self::PER_NODE) numbers for each node, and one for each edge.
    pub(crate) const fn new(nodes: &'a mut [usize], edges: &'a mut [usize]) -> Self {
        Self { nodes, next_edge: edges }
    }

    /// Puts the nodes into an order in which edges, `(first, then)`, lead forwards only. Of the
    /// nodes that may come next, the one that comes first in `preferred`, which has each node once,
    /// is taken. Nodes that loops hold up come last, by number. Returns how many come before them.
    pub(crate) const fn sort(
        &mut self,
        edges: &[(usize, usize)],
        preferred: &[usize],
        order: &mut [usize],
    ) -> usize {
        let nodes = preferred.len();
        let (ranks, rest) = self.nodes.split_at_mut(nodes);
        let (first_edge, rest) = rest.split_at_mut(nodes);
        let (waits_for, rest) = rest.split_at_mut(nodes);
        let mut free = Heap { entries: rest, len: 0 };

        let mut rank = 0;
        while rank < nodes {
            ranks[preferred[rank]] = rank;
            (first_edge[rank], waits_for[rank]) = (NONE, 0);
            rank += 1;
        }
        let mut edge = 0;
        while edge < edges.len() {
            let (first, then) = edges[edge];
            (self.next_edge[edge], first_edge[first]) = (first_edge[first], edge);
            waits_for[then] += 1;
            edge += 1;
        }
        let mut rank = 0;
        while rank < nodes {
            if waits_for[preferred[rank]] == 0 {
                free.push(rank);
            }
            rank += 1;
        }

        let mut len = 0;
        while let Some(rank) = free.pop() {
            let next = preferred[rank];
            order[len] = next;
            len += 1;
            let mut edge = first_edge[next];
            while edge != NONE {
                let (_, then) = edges[edge];
                waits_for[then] -= 1;
                if waits_for[then] == 0 {
                    free.push(ranks[then]);
                }
                edge = self.next_edge[edge];
            }
        }
        let (sorted, mut node) = (len, 0);
        while node < nodes && len < nodes {
            if waits_for[node] > 0 {
                order[len] = node;
                len += 1;
            }
            node += 1;
        }
        sorted
    }
}

/// The least of several numbers comes out first: a binary heap, as that of the standard library can
/// neither be used in constants nor do without an allocation.
struct Heap<'a> {
    entries: &'a mut [usize],
    len: usize,
}

impl Heap<'_> {
    const fn push(&mut self, entry: usize) {
        let mut place = self.len;
        self.len += 1;
        while place > 0 && self.entries[(place - 1) / 2] > entry {
            self.entries[place] = self.entries[(place - 1) / 2];
            place = (place - 1) / 2;
        }
        self.entries[place] = entry;
    }

    const fn pop(&mut self) -> Option<usize> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        let (popped, moved, mut place) = (self.entries[0], self.entries[self.len], 0);
        loop {
            let mut child = 2 * place + 1;
            if child + 1 < self.len && self.entries[child + 1] < self.entries[child] {
                child += 1;
            }
            if child >= self.len || self.entries[child] >= moved {
                self.entries[place] = moved;
                return Some(popped);
            }
            self.entries[place] = self.entries[child];
            place = child;
        }
    }
}
