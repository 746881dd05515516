//! The ordering constraints among the hookimpls of a manager: which hookimpls they name, and which of
//! them form a cycle. The ordering algorithm is in [`crate::ordering`].

use std::collections::BTreeMap;
use std::fmt;

use crate::graph;
use crate::info::{HookImplInfo, PluginRef, Precedence};
use crate::ordering::{self, Buffers, Constraint, Side};

/// A hookimpl and its plugin, as ordering needs them.
#[derive(Clone, Debug)]
pub(crate) struct OrderNode {
    pub(crate) plugin: PluginRef,
    pub(crate) info: &'static HookImplInfo,
}

impl OrderNode {
    /// Whether a constraint of `source` on this name targets this hookimpl: its plugin has or provides the
    /// name, and is another plugin than that of `source`.
    pub(crate) fn is_target(&self, name: &str, source: &Self) -> bool {
        self.plugin.id() != source.plugin.id() && self.plugin.names().any(|it| it == name)
    }
}

/// An ordering constraint: a hookimpl must run before or after the hookimpl of another plugin
/// (`before = ".."`, `after = ".."`).
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

    /// The plugin whose hookimpl the constraint targets.
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

/// The ordering constraints among the hookimpls of one hook, sorted by the hookimpl that declares them.
#[derive(Default)]
pub(crate) struct OrderConstraints(Vec<Constraint>);

impl OrderConstraints {
    /// Finds the constraints among these hookimpls. Constraints apply among wrappers and among
    /// non-wrappers, never across. A constraint never targets a hookimpl of its own plugin.
    pub(crate) fn among(nodes: &[OrderNode]) -> Self {
        if !nodes.iter().any(|node| node.info.has_constraints()) {
            return Self::default();
        }
        let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, node) in nodes.iter().enumerate() {
            for name in node.plugin.names() {
                by_name.entry(name).or_default().push(index);
            }
        }
        let mut constraints = Vec::new();
        for (constrained, node) in nodes.iter().enumerate() {
            let before = node.info.before.iter().map(|name| (Side::Before, name));
            let after = node.info.after.iter().map(|name| (Side::After, name));
            for (side, name) in before.chain(after) {
                let targets = by_name.get(name).into_iter().flatten().copied();
                let others = targets.filter(|target| {
                    let other = &nodes[*target];
                    other.info.kind == node.info.kind && other.plugin.id() != node.plugin.id()
                });
                constraints.extend(others.map(|target| Constraint { constrained, side, target }));
            }
        }
        Self(constraints)
    }

    /// The same constraints, without the constraint of the hookimpl with this index on this name.
    pub(crate) fn without(
        &self,
        nodes: &[OrderNode],
        source: usize,
        side: Side,
        name: &str,
    ) -> Self {
        let is_excluded = |it: &&Constraint| {
            let target = &nodes[it.target].plugin;
            (it.constrained, it.side) == (source, side) && target.names().any(|it| it == name)
        };
        Self(self.0.iter().filter(|it| !is_excluded(it)).copied().collect())
    }

    /// The cycles that the constraints form.
    pub(crate) fn cycles(&self, nodes: &[OrderNode]) -> Vec<Vec<OrderConstraint>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let edges: Vec<_> = self.0.iter().map(Constraint::first_and_then).collect();
        let cycles = graph::loops(nodes.len(), &edges).into_iter();
        cycles
            .map(|it| it.into_iter().map(|edge| to_public(self.0[edge], nodes)).collect())
            .collect()
    }
}

fn to_public(constraint: Constraint, nodes: &[OrderNode]) -> OrderConstraint {
    let OrderNode { plugin, info } = &nodes[constraint.constrained];
    let target = nodes[constraint.target].plugin.clone();
    OrderConstraint { source: plugin.clone(), hookimpl: info, side: constraint.side, target }
}

/// An order that satisfies all constraints.
pub(crate) struct ConstrainedOrder {
    /// The indexes of the hookimpls in pluggy's order, in call order.
    pub(crate) order: Vec<usize>,
    /// How many hookimpls are called before the position of the newest hookimpl that is neither `tryfirst`
    /// nor constrained.
    pub(crate) tryfirst: usize,
}

/// Orders hookimpls by these constraints. `nodes` must be of one kind, in pluggy's order.
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
    // Registration has already failed if constraints form a cycle.
    let ordered = ordering::order(nodes.len(), tryfirst, &constraints.0, buffers, &mut order);
    order.truncate(nodes.len());
    ConstrainedOrder { order, tryfirst: ordered.tryfirst }
}

#[cfg(test)]
mod tests;
