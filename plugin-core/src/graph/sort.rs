//! Topological sorting. The caller provides the buffers, because constants cannot allocate.

use super::NONE;

/// The buffers of a sort. Their previous contents do not matter.
pub(crate) struct Buffers<'a> {
    /// [`PER_NODE`](Self::PER_NODE) numbers for each node.
    nodes: &'a mut [usize],
    /// For each edge, the index of the next edge that leaves the same node.
    next_edge: &'a mut [usize],
}

impl<'a> Buffers<'a> {
    /// How many numbers a sort keeps for each node.
    pub(crate) const PER_NODE: usize = 4;

    /// `nodes` must have [`PER_NODE`](Self::PER_NODE) numbers for each node, and `edges` one for
    /// each edge.
    pub(crate) const fn new(nodes: &'a mut [usize], edges: &'a mut [usize]) -> Self {
        Self { nodes, next_edge: edges }
    }

    /// Writes the nodes to `order` such that edges, `(first, then)`, lead forwards only. Of the
    /// nodes that may come next, the first in `preferred` comes next; `preferred` contains each
    /// node once. Nodes in cycles, and those after them, come last, by number. Returns the number
    /// of nodes before them.
    pub(crate) const fn sort(
        &mut self,
        edges: &[(usize, usize)],
        preferred: &[usize],
        order: &mut [usize],
    ) -> usize {
        let nodes = preferred.len();
        let (ranks, rest) = self.nodes.split_at_mut(nodes);
        let (first_edge, rest) = rest.split_at_mut(nodes);
        let (predecessors, rest) = rest.split_at_mut(nodes);
        let mut free = Heap { entries: rest, len: 0 };

        let mut rank = 0;
        while rank < nodes {
            ranks[preferred[rank]] = rank;
            (first_edge[rank], predecessors[rank]) = (NONE, 0);
            rank += 1;
        }
        let mut edge = 0;
        while edge < edges.len() {
            let (first, then) = edges[edge];
            (self.next_edge[edge], first_edge[first]) = (first_edge[first], edge);
            predecessors[then] += 1;
            edge += 1;
        }
        let mut rank = 0;
        while rank < nodes {
            if predecessors[preferred[rank]] == 0 {
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
                predecessors[then] -= 1;
                if predecessors[then] == 0 {
                    free.push(ranks[then]);
                }
                edge = self.next_edge[edge];
            }
        }
        let (sorted, mut node) = (len, 0);
        while node < nodes && len < nodes {
            if predecessors[node] > 0 {
                order[len] = node;
                len += 1;
            }
            node += 1;
        }
        sorted
    }
}

/// A binary heap whose least number is popped first. The standard library's heap cannot be used in
/// constants, and allocates.
struct Heap<'a> {
    entries: &'a mut [usize],
    len: usize,
}

impl Heap<'_> {
    const fn push(&mut self, entry: usize) {
        let mut index = self.len;
        self.len += 1;
        while index > 0 && self.entries[(index - 1) / 2] > entry {
            self.entries[index] = self.entries[(index - 1) / 2];
            index = (index - 1) / 2;
        }
        self.entries[index] = entry;
    }

    const fn pop(&mut self) -> Option<usize> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        let (popped, moved, mut index) = (self.entries[0], self.entries[self.len], 0);
        loop {
            let mut child = 2 * index + 1;
            if child + 1 < self.len && self.entries[child + 1] < self.entries[child] {
                child += 1;
            }
            if child >= self.len || self.entries[child] >= moved {
                self.entries[index] = moved;
                return Some(popped);
            }
            self.entries[index] = self.entries[child];
            index = child;
        }
    }
}
