//! The ordering constraints among the hookimpls of a manager: which hookimpls they name, and which of
//! them form a cycle. The rule by which they order is in [`crate::ordering`].

use std::collections::BTreeMap;
use std::fmt;

use crate::graph;
use crate::info::{HookImplInfo, PluginRef, Precedence};
use crate::ordering::{self, Buffers, Constraint, Side};

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

/// The ordering constraints among the hookimpls of one hook, sorted by the hookimpl that has them.
#[derive(Default)]
pub(crate) struct OrderConstraints(Vec<Constraint>);

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
        for (constrained, node) in nodes.iter().enumerate() {
            let before = node.info.before.iter().map(|name| (Side::Before, name));
            let after = node.info.after.iter().map(|name| (Side::After, name));
            for (side, name) in before.chain(after) {
                let targets = named.get(name).into_iter().flatten().copied();
                let others = targets.filter(|target| {
                    let other = &nodes[*target];
                    other.info.kind == node.info.kind && other.plugin.id() != node.plugin.id()
                });
                constraints.extend(others.map(|target| Constraint { constrained, side, target }));
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
        let is_it = |it: &&Constraint| {
            let target = &nodes[it.target].plugin;
            (it.constrained, it.side) == (source, side) && target.names().any(|it| it == name)
        };
        Self(self.0.iter().filter(|it| !is_it(it)).copied().collect())
    }

    /// Ordering constraints that go round in a circle.
    pub(crate) fn contradictions(&self, nodes: &[OrderNode]) -> Vec<Vec<OrderConstraint>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let edges: Vec<_> = self.0.iter().map(Constraint::first_and_then).collect();
        let loops = graph::loops(nodes.len(), &edges).into_iter();
        loops
            .map(|it| it.into_iter().map(|constraint| shown(self.0[constraint], nodes)).collect())
            .collect()
    }
}

fn shown(constraint: Constraint, nodes: &[OrderNode]) -> OrderConstraint {
    let OrderNode { plugin, info } = &nodes[constraint.constrained];
    let target = nodes[constraint.target].plugin.clone();
    OrderConstraint { source: plugin.clone(), hookimpl: info, side: constraint.side, target }
}

/// An order that meets all wishes.
pub(crate) struct ConstrainedOrder {
    /// Places in pluggy's order, in the new one.
    pub(crate) order: Vec<usize>,
    /// How many come before the place of the newest one that is not `tryfirst` and has no wish.
    pub(crate) tryfirst: usize,
}

/// The order that meets these wishes. `seats` are those of one kind, in pluggy's order.
pub(crate) fn order(nodes: &[OrderNode], constraints: &OrderConstraints) -> ConstrainedOrder {
    let tryfirst = nodes.partition_point(|it| it.info.precedence == Precedence::TryFirst);
    if constraints.0.is_empty() {
        return ConstrainedOrder { order: (0..nodes.len()).collect(), tryfirst };
    }
    let count = nodes.len() + 1;
    let edges = constraints.0.len() + count;
    let buffers = Buffers {
        nodes: &mut vec![0; Buffers::PER_NODE * count],
        edges: &mut vec![(0, 0); edges],
        links: &mut vec![0; edges],
    };
    let mut order = vec![0; count];
    // Constraints that form a cycle are refused before it comes to this.
    let ordered = ordering::order(nodes.len(), tryfirst, &constraints.0, buffers, &mut order);
    order.truncate(nodes.len());
    ConstrainedOrder { order, tryfirst: ordered.tryfirst }
}

#[cfg(test)]
mod tests;
