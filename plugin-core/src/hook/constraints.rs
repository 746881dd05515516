//! The ordering constraints among the hookimpls of a manager: the hookimpls that they name, and the
//! cycles that they form. [`crate::ordering`] contains the rule by which they order.

use std::collections::BTreeMap;
use std::fmt;

use crate::graph;
use crate::info::{HookImplInfo, PluginRef, Precedence};
use crate::ordering::{self, Buffers, Constraint, Side};

/// A hookimpl that is ordered, with its plugin.
#[derive(Clone, Debug)]
pub(crate) struct OrderNode {
    pub(crate) plugin: PluginRef,
    pub(crate) info: &'static HookImplInfo,
}

impl OrderNode {
    /// The constraints that the hookimpl declares.
    pub(crate) fn declared(&self) -> impl Iterator<Item = (Side, &'static str)> {
        let before = self.info.before.iter().map(|name| (Side::Before, *name));
        let after = self.info.after.iter().map(|name| (Side::After, *name));
        before.chain(after)
    }

    /// Whether a constraint of `source` with this name means this node: its plugin must have or
    /// provide the name, and must not be that of `source`.
    pub(crate) fn is_target(&self, name: &str, source: &Self) -> bool {
        self.plugin.id() != source.plugin.id() && self.plugin.names().any(|it| it == name)
    }
}

/// A constraint that a hookimpl must run before or after the hookimpl of another plugin.
///
/// `before = ".."` and `after = ".."` in `#[hookimpl(..)]` declare it. This type has both plugins:
/// a cycle of constraints is reported as a list of them.
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
    /// The plugin that declares the constraint.
    pub fn plugin(&self) -> &PluginRef {
        &self.source
    }

    /// The hookimpl that declares the constraint.
    pub fn hookimpl(&self) -> &'static HookImplInfo {
        self.hookimpl
    }

    /// `before` or `after`.
    pub fn word(&self) -> &'static str {
        self.side.word()
    }

    /// The other plugin, before or after which the hookimpl must run.
    pub fn target(&self) -> &PluginRef {
        &self.target
    }
}

impl fmt::Display for OrderConstraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (source, target, at) = (self.source.id(), self.target.id(), self.hookimpl.location());
        write!(f, "`{source}` must run {} `{target}` ({at})", self.word())
    }
}

/// The ordering constraints among the hookimpls of one hook, sorted by the hookimpl that has them.
#[derive(Default)]
pub(crate) struct OrderConstraints(Vec<Constraint>);

impl OrderConstraints {
    /// Constraints apply among wrappers and among non-wrappers, never across. A constraint on the
    /// hookimpl's own plugin has no effect.
    pub(crate) fn among(nodes: &[OrderNode]) -> Self {
        if !nodes.iter().any(|node| node.info.has_constraints()) {
            return Self::default();
        }
        let mut named: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, node) in nodes.iter().enumerate() {
            for name in node.plugin.names() {
                named.entry(name).or_default().push(index);
            }
        }
        let mut constraints = Vec::new();
        for (constrained, node) in nodes.iter().enumerate() {
            for (side, name) in node.declared() {
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

    /// Returns the constraints without the one that the hookimpl at this index declares for this
    /// name.
    pub(crate) fn without(
        &self,
        nodes: &[OrderNode],
        source: usize,
        side: Side,
        name: &str,
    ) -> Self {
        let is_removed = |it: &&Constraint| {
            let target = &nodes[it.target].plugin;
            (it.constrained, it.side) == (source, side) && target.names().any(|it| it == name)
        };
        Self(self.0.iter().filter(|it| !is_removed(it)).copied().collect())
    }

    /// Returns cycles of constraints: a shortest one of each group of hookimpls that must all run
    /// before each other.
    pub(crate) fn cycles(&self, nodes: &[OrderNode]) -> Vec<Vec<OrderConstraint>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let edges: Vec<_> = self.0.iter().map(Constraint::first_and_then).collect();
        let cycles = graph::cycles(nodes.len(), &edges).into_iter();
        cycles
            .map(|cycle| cycle.into_iter().map(|edge| described(self.0[edge], nodes)).collect())
            .collect()
    }
}

fn described(constraint: Constraint, nodes: &[OrderNode]) -> OrderConstraint {
    let OrderNode { plugin, info } = &nodes[constraint.constrained];
    let target = nodes[constraint.target].plugin.clone();
    OrderConstraint { source: plugin.clone(), hookimpl: info, side: constraint.side, target }
}

/// An order that meets all constraints.
pub(crate) struct ConstrainedOrder {
    /// The indices of the hookimpls in pluggy's order.
    pub(crate) order: Vec<usize>,
    /// The number of hookimpls before the position of the newest one that is unconstrained and not
    /// `tryfirst`.
    pub(crate) tryfirst: usize,
}

/// Returns the order that meets the constraints. `nodes` are the hookimpls of one kind, in pluggy's
/// order.
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
    // The constraints form no cycle: a plugin whose constraints do is not registered.
    let ordered = ordering::order(nodes.len(), tryfirst, &constraints.0, buffers, &mut order);
    order.truncate(nodes.len());
    ConstrainedOrder { order, tryfirst: ordered.tryfirst }
}

#[cfg(test)]
mod tests;
