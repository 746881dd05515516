//! Ordering constraints to stand before or after another plugin: who has one about whom, and the order that meets
//! them all.
//!
//! Who has no wish keeps pluggy's order. Who has one moves to the nearest place that will do: right
//! after the last of those that it wishes to stand after, or right before the first of those that
//! it wishes to stand before. (Where wishes leave no order in which the others keep theirs, they
//! move as well.)

use std::collections::BTreeMap;
use std::fmt;

use crate::graph;
use crate::info::{HookImplInfo, PluginRef, Precedence};

/// A hookimpl and its plugin, as far as order is concerned.
#[derive(Clone, Debug)]
pub(crate) struct OrderNode {
    pub(crate) plugin: PluginRef,
    pub(crate) info: &'static HookImplInfo,
}

impl OrderNode {
    /// Whether it is of a plugin of this name, another than that of `wisher`.
    pub(crate) fn is_meant(&self, name: &str, source: &Self) -> bool {
        self.plugin.id() != source.plugin.id() && self.plugin.names().any(|it| it == name)
    }
}

/// The wish of a hookimpl to stand before or after another plugin: `before = ".."`, `after = ".."`.
///
/// ```
/// use plugin_core::{Plugin, PluginManager, Problem, hookimpl, hookspec};
///
/// #[hookspec]
/// trait Greetings { fn greet(&self) -> String; }
///
/// #[derive(Plugin, Default)]
/// struct Polite;
///
/// #[hookimpl(before = "curt")]
/// impl Greetings for Polite { fn greet(&self) -> String { "good day".to_owned() } }
///
/// #[derive(Plugin, Default)]
/// struct Curt;
///
/// #[hookimpl(before = "polite")]
/// impl Greetings for Curt { fn greet(&self) -> String { "hi".to_owned() } }
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(Polite)?.expect_active();
/// let error = manager.register(Curt).err().unwrap();
/// let [Problem::OrderCycle { constraints, .. }] = error.problems() else { panic!("{error}") };
/// assert_eq!((constraints[0].plugin().id().as_str(), constraints[0].word()), ("curt", "before"));
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderConstraint {
    source: PluginRef,
    hookimpl: &'static HookImplInfo,
    side: Side,
    target: PluginRef,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
}

impl Side {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }
}

impl OrderConstraint {
    /// The plugin that wishes.
    pub fn plugin(&self) -> &PluginRef {
        &self.source
    }

    /// Its hookimpl.
    pub fn hookimpl(&self) -> &'static HookImplInfo {
        self.hookimpl
    }

    /// `before` or `after`.
    pub fn word(&self) -> &'static str {
        self.side.word()
    }

    /// The plugin that it wishes to stand before or after.
    pub fn target(&self) -> &PluginRef {
        &self.target
    }
}

impl fmt::Display for OrderConstraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (source, target, at) = (self.source.id(), self.target.id(), self.hookimpl.location());
        write!(f, "`{source}` constraints to stand {} `{target}` ({at})", self.word())
    }
}

/// The wishes among the hookimpls of one hook, by their places.
#[derive(Default)]
pub(crate) struct OrderConstraints(Vec<Placed>);

/// Of two places, the first wishes something about the second.
#[derive(Clone, Copy)]
struct Placed {
    source: usize,
    side: Side,
    target: usize,
}

impl Placed {
    fn first_and_then(&self) -> (usize, usize) {
        match self.side {
            Side::Before => (self.source, self.target),
            Side::After => (self.target, self.source),
        }
    }
}

impl OrderConstraints {
    /// Wrappers have wishes about wrappers, and those that answer about those that answer. Nobody
    /// has one about its own plugin.
    pub(crate) fn among(nodes: &[OrderNode]) -> Self {
        if !nodes.iter().any(|node| node.info.has_constraints()) {
            return Self::default();
        }
        let mut named: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, node) in nodes.iter().enumerate() {
            for name in node.plugin.names() {
                named.entry(name).or_default().push(place);
            }
        }
        let mut constraints = Vec::new();
        for (source, node) in nodes.iter().enumerate() {
            let before = node.info.before.iter().map(|name| (Side::Before, name));
            let after = node.info.after.iter().map(|name| (Side::After, name));
            for (side, name) in before.chain(after) {
                let targets = named.get(name).into_iter().flatten().copied();
                let others = targets.filter(|target| {
                    let other = &nodes[*target];
                    other.info.kind == node.info.kind && other.plugin.id() != node.plugin.id()
                });
                constraints.extend(others.map(|target| Placed { source, side, target }));
            }
        }
        Self(constraints)
    }

    /// All but the wish of the hookimpl at this place about this name.
    pub(crate) fn without(
        &self,
        nodes: &[OrderNode],
        source: usize,
        side: Side,
        name: &str,
    ) -> Self {
        let is_it = |it: &&Placed| {
            let target = &nodes[it.target].plugin;
            (it.source, it.side) == (source, side) && target.names().any(|it| it == name)
        };
        Self(self.0.iter().filter(|it| !is_it(it)).copied().collect())
    }

    /// Ordering constraints that go round in a circle.
    pub(crate) fn contradictions(&self, nodes: &[OrderNode]) -> Vec<Vec<OrderConstraint>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let edges: Vec<_> = self.0.iter().map(Placed::first_and_then).collect();
        let loops = graph::loops(nodes.len(), &edges).into_iter();
        loops
            .map(|it| it.into_iter().map(|constraint| self.0[constraint].shown(nodes)).collect())
            .collect()
    }
}

impl Placed {
    fn shown(&self, nodes: &[OrderNode]) -> OrderConstraint {
        let OrderNode { plugin, info } = &nodes[self.source];
        let target = nodes[self.target].plugin.clone();
        OrderConstraint { source: plugin.clone(), hookimpl: info, side: self.side, target }
    }
}

/// An order that meets all wishes.
pub(crate) struct Arrangement {
    /// Places in pluggy's order, in the new one.
    pub(crate) order: Vec<usize>,
    /// How many come before the place of the newest one that is not `tryfirst` and has no wish.
    pub(crate) tryfirst: usize,
}

/// The order that meets these wishes. `seats` are those of one kind, in pluggy's order.
pub(crate) fn arrange(nodes: &[OrderNode], constraints: &OrderConstraints) -> Arrangement {
    let tryfirst = nodes.partition_point(|it| it.info.precedence == Precedence::TryFirst);
    if constraints.0.is_empty() {
        return Arrangement { order: (0..nodes.len()).collect(), tryfirst };
    }
    // One more takes part, that has no wish and stands for whatever comes right after `tryfirst`.
    let number = |place| if place < tryfirst { place } else { place + 1 };
    let constraints = constraints.0.iter().map(|it| Placed {
        source: number(it.source),
        target: number(it.target),
        ..*it
    });
    let mut order = ordered(nodes.len() + 1, &constraints.collect::<Vec<_>>());
    let boundary = order.iter().position(|it| *it == tryfirst).unwrap_or(tryfirst);
    order.remove(boundary);
    let place = |number| if number < tryfirst { number } else { number - 1 };
    Arrangement { order: order.into_iter().map(place).collect(), tryfirst: boundary }
}

fn ordered(count: usize, constraints: &[Placed]) -> Vec<usize> {
    let mut is_source = vec![false; count];
    for constraint in constraints {
        is_source[constraint.source] = true;
    }
    let mut edges: Vec<_> = constraints.iter().map(Placed::first_and_then).collect();
    let others: Vec<_> = (0..count).filter(|it| !is_source[*it]).collect();
    let mut with_others = edges.clone();
    with_others.extend(others.windows(2).map(|pair| (pair[0], pair[1])));
    if graph::loops(count, &with_others).is_empty() {
        edges = with_others;
    }
    // Ordering constraints that contradict each other are refused before it comes to this.
    graph::sort(&edges, &near_targets(count, constraints)).0
}

/// Moves each that wishes to the nearest place that will do, those that others have wishes about
/// before the others, and returns the places.
fn near_targets(count: usize, constraints: &[Placed]) -> Vec<usize> {
    let mut of: BTreeMap<usize, Vec<&Placed>> = BTreeMap::new();
    for constraint in constraints {
        of.entry(constraint.source).or_default().push(constraint);
    }
    let mut list: Vec<usize> = (0..count).collect();
    for source in targets_first(count, constraints) {
        let Some(constraints) = of.get(&source) else { continue };
        let place_of = places(&list);
        let targets = |side| {
            let constraints = constraints.iter().filter(move |it| it.side == side);
            constraints.map(|it| place_of[it.target])
        };
        let (earliest, latest) = (targets(Side::After).max(), targets(Side::Before).min());
        let place = place_of[source];
        let next = match (earliest, latest) {
            // Taken out, it leaves those behind it one place further in front.
            (Some(after), _) if after > place => after,
            (_, Some(before)) if before < place => before,
            _ => place,
        };
        list.remove(place);
        list.insert(next, source);
    }
    places(&list)
}

/// In which order those that wish are moved. Of several that come to stand before one target, the
/// first in pluggy's order goes first; of several that come to stand after it, the last does: that
/// way they keep their order.
fn targets_first(count: usize, constraints: &[Placed]) -> Vec<usize> {
    let edges: Vec<_> = constraints.iter().map(|it| (it.target, it.source)).collect();
    let mut ranks: Vec<usize> = (0..count).collect();
    for constraint in
        constraints.iter().filter(|it| it.side == Side::After && it.target > it.source)
    {
        ranks[constraint.source] = 2 * count - constraint.source;
    }
    graph::sort(&edges, &ranks).0
}

/// Where each number stands in the list.
fn places(list: &[usize]) -> Vec<usize> {
    let mut places = vec![0; list.len()];
    for (place, number) in list.iter().enumerate() {
        places[*number] = place;
    }
    places
}

#[cfg(test)]
mod tests;
