//! Explains the call order of a hook.

use std::fmt;

use crate::hook::caller::HookCaller;
use crate::hook::constraints::{self, OrderConstraints, OrderNode};
use crate::hook::hookimpl::HookImpl;
use crate::info::{HookImplInfo, HookInfo, PluginRef, Precedence};
use crate::ordering::Side;

impl<S: ?Sized + 'static> HookCaller<S> {
    /// Explains the call order of the hookimpls: the precedence of each, and the outcome of its
    /// ordering constraints.
    ///
    /// ```
    /// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
    ///
    /// #[hookspec]
    /// trait Greetings { fn greet(&self) -> String; }
    ///
    /// #[derive(Plugin, Default)]
    /// struct Curt;
    ///
    /// #[hookimpl(after("polite", "rude"))]
    /// impl Greetings for Curt { fn greet(&self) -> String { "hi".to_owned() } }
    ///
    /// #[derive(Plugin, Default)]
    /// struct Polite;
    ///
    /// #[hookimpl]
    /// impl Greetings for Polite { fn greet(&self) -> String { "good day".to_owned() } }
    ///
    /// let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite)?.expect_active();
    /// manager.register(Curt)?.expect_active();
    /// let call_order = manager.hook::<dyn Greetings>().greet.explain();
    ///
    /// let [polite, curt] = call_order.hookimpls() else { panic!() };
    /// assert!(polite.constraints().is_empty());
    /// assert_eq!(curt.constraints()[0].target(), "polite");
    /// assert!(call_order.to_string().contains("after `polite`"));
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn explain(&self) -> CallOrder {
        let mut by_rank: Vec<_> = self.hookimpls().iter().collect();
        by_rank.sort_by_key(|it| it.rank());
        let nodes: Vec<_> = by_rank.into_iter().map(HookImpl::node).collect();
        let inside = nodes.partition_point(|it| it.info.is_wrapper());
        let (wrappers, others) = nodes.split_at(inside);
        let hookimpls = [ordered(wrappers, others), ordered(others, wrappers)].concat();
        CallOrder { hook: self.info(), hookimpls }
    }
}

/// Returns the hookimpls of one kind in call order. `nodes` are in pluggy's order, and `others` are
/// the hookimpls of the other kind.
fn ordered(nodes: &[OrderNode], others: &[OrderNode]) -> Vec<OrderedImpl> {
    let constraints = OrderConstraints::among(nodes);
    let order = constraints::order(nodes, &constraints).order;
    let outcome = |index: usize, side, name| {
        let is_target = |other: &OrderNode| other.is_target(name, &nodes[index]);
        if !nodes.iter().any(is_target) {
            return if others.iter().any(is_target) {
                ConstraintOutcome::TargetOtherKind
            } else {
                ConstraintOutcome::TargetMissing
            };
        }
        let without =
            constraints::order(nodes, &constraints.without(nodes, index, side, name)).order;
        if without == order { ConstraintOutcome::Redundant } else { ConstraintOutcome::Applied }
    };
    let ordered = order.iter().map(|&index| {
        let OrderNode { plugin, info } = &nodes[index];
        let constraints = nodes[index].declared().map(|(side, target)| DeclaredConstraint {
            side,
            target,
            outcome: outcome(index, side, target),
        });
        OrderedImpl { plugin: plugin.clone(), hookimpl: info, constraints: constraints.collect() }
    });
    ordered.collect()
}

/// The call order of a hook, with the reasons for it. [`HookCaller::explain`] returns it.
///
/// A host shows it to find out why one hookimpl runs before another. Its `Display` writes a line
/// for each hookimpl, and one for each of its ordering constraints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallOrder {
    hook: &'static HookInfo,
    hookimpls: Vec<OrderedImpl>,
}

impl CallOrder {
    /// The hook.
    pub fn hook(&self) -> &'static HookInfo {
        self.hook
    }

    /// The hookimpls of the hook, in call order.
    pub fn hookimpls(&self) -> &[OrderedImpl] {
        &self.hookimpls
    }
}

/// A hookimpl in a [`CallOrder`], with the reasons for its position: its precedence, and its
/// ordering constraints. [`HookCaller::explain`] has an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderedImpl {
    plugin: PluginRef,
    hookimpl: &'static HookImplInfo,
    constraints: Vec<DeclaredConstraint>,
}

impl OrderedImpl {
    /// The plugin of the hookimpl.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// The facts of the hookimpl. Its precedence decides its position before constraints move it.
    pub fn hookimpl(&self) -> &'static HookImplInfo {
        self.hookimpl
    }

    /// The ordering constraints that the hookimpl declares, with their outcomes.
    pub fn constraints(&self) -> &[DeclaredConstraint] {
        &self.constraints
    }
}

/// An ordering constraint as a hookimpl declares it, with its outcome: part of an [`OrderedImpl`].
///
/// Its target is a name, which may mean several plugins or none. An
/// [`OrderConstraint`](crate::order::OrderConstraint), in contrast, is between two plugins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeclaredConstraint {
    side: Side,
    target: &'static str,
    outcome: ConstraintOutcome,
}

impl DeclaredConstraint {
    /// `before` or `after`.
    pub fn word(&self) -> &'static str {
        self.side.word()
    }

    /// The id or capability that the constraint names.
    pub fn target(&self) -> &'static str {
        self.target
    }

    /// The effect of the constraint on the order.
    pub fn outcome(&self) -> ConstraintOutcome {
        self.outcome
    }
}

/// The effect of an ordering constraint on the call order of a hook.
///
/// ```
/// # use plugin_core::order::ConstraintOutcome;
/// fn has_no_effect(outcome: ConstraintOutcome) -> bool {
///     matches!(outcome, ConstraintOutcome::TargetMissing | ConstraintOutcome::TargetOtherKind)
/// }
/// # assert!(has_no_effect(ConstraintOutcome::TargetMissing));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConstraintOutcome {
    /// The constraint is met, and the order would be different without it.
    Applied,
    /// The constraint is met, and the order would be the same without it.
    Redundant,
    /// No other plugin that has or provides the name implements the hook.
    TargetMissing,
    /// One of the two hookimpls is a wrapper and the other is not. Constraints never apply across
    /// kinds: wrappers always run before other hookimpls.
    TargetOtherKind,
}

impl fmt::Display for CallOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.hookimpls.is_empty() {
            return write!(f, "{}: no plugin implements this hook", self.hook);
        }
        write!(f, "{}, in call order", self.hook)?;
        let width =
            self.hookimpls.iter().map(|it| it.plugin.id().as_str().len()).max().unwrap_or(0);
        for (ordered, n) in self.hookimpls.iter().zip(1..) {
            let OrderedImpl { plugin, hookimpl, constraints } = ordered;
            let wrapper = if hookimpl.is_wrapper() { "wrapper, " } else { "" };
            let rule = match hookimpl.precedence() {
                Precedence::TryFirst => "tryfirst: newest first",
                Precedence::Normal => "normal: newest first",
                Precedence::TryLast => "trylast: oldest first",
            };
            let id = plugin.id();
            write!(f, "\n{n:>3}. {id:<width$}  {wrapper}{rule} ({})", hookimpl.location())?;
            for constraint in constraints {
                write!(f, "\n     {:<width$}  {constraint}", "")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for DeclaredConstraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let outcome = match self.outcome {
            ConstraintOutcome::Applied => "applied",
            ConstraintOutcome::Redundant => "redundant: the order would be the same without it",
            ConstraintOutcome::TargetMissing => {
                "no effect, because no other plugin with this id or capability implements the hook"
            }
            ConstraintOutcome::TargetOtherKind => {
                "no effect, because wrappers always run before other hookimpls"
            }
        };
        write!(f, "{} `{}`: {outcome}", self.word(), self.target)
    }
}
