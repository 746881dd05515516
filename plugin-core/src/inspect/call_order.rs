//! Explains the call order of the hookimpls of a hook.

use std::fmt;

use crate::hook::caller::HookCaller;
use crate::hook::constraints::{self, OrderConstraints, OrderNode};
use crate::hook::hookimpl::HookImpl;
use crate::info::{HookImplInfo, HookInfo, PluginRef, Precedence};
use crate::ordering::Side;

impl<S: ?Sized + 'static> HookCaller<S> {
    /// Explains the call order of the hookimpls: the precedence and the ordering constraints of each.
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
    /// assert!(polite.constraints().is_empty(), "ordered by precedence alone");
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
        let hookimpls = [explain(wrappers, others), explain(others, wrappers)].concat();
        CallOrder { hook: self.info(), hookimpls }
    }
}

/// Explains the hookimpls of one kind, in call order. `nodes` must be in pluggy's order. `others` are the
/// hookimpls of the other kind.
fn explain(nodes: &[OrderNode], others: &[OrderNode]) -> Vec<OrderedImpl> {
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
    let hookimpls = order.iter().map(|&index| {
        let OrderNode { plugin, info } = &nodes[index];
        let before = info.before.iter().map(|name| (Side::Before, *name));
        let after = info.after.iter().map(|name| (Side::After, *name));
        let constraints = before.chain(after).map(|(side, target)| DeclaredConstraint {
            side,
            target,
            outcome: outcome(index, side, target),
        });
        OrderedImpl { plugin: plugin.clone(), hookimpl: info, constraints: constraints.collect() }
    });
    hookimpls.collect()
}

/// The explained call order of a hook: what [`HookCaller::explain`] returns.
///
/// The `Display` form has a line for each hookimpl, and a line for each of its ordering constraints.
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

    /// The hookimpls, in call order.
    pub fn hookimpls(&self) -> &[OrderedImpl] {
        &self.hookimpls
    }
}

/// A hookimpl in a [`CallOrder`]. See [`HookCaller::explain`] for an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderedImpl {
    plugin: PluginRef,
    hookimpl: &'static HookImplInfo,
    constraints: Vec<DeclaredConstraint>,
}

impl OrderedImpl {
    /// The plugin.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// The hookimpl. Its precedence decides its position, unless constraints apply.
    pub fn hookimpl(&self) -> &'static HookImplInfo {
        self.hookimpl
    }

    /// The ordering constraints of the hookimpl, with their outcomes.
    pub fn constraints(&self) -> &[DeclaredConstraint] {
        &self.constraints
    }
}

/// An ordering constraint of a hookimpl, with its outcome: part of a [`CallOrder`]. See
/// [`HookCaller::explain`] for an example.
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

    /// The plugin or capability that the constraint names.
    pub fn target(&self) -> &'static str {
        self.target
    }

    /// The outcome of the constraint.
    pub fn outcome(&self) -> ConstraintOutcome {
        self.outcome
    }
}

/// The outcome of an ordering constraint.
///
/// ```
/// # use plugin_core::order::ConstraintOutcome;
/// fn has_no_target(outcome: ConstraintOutcome) -> bool {
///     matches!(outcome, ConstraintOutcome::TargetMissing | ConstraintOutcome::TargetOtherKind)
/// }
/// # assert!(has_no_target(ConstraintOutcome::TargetMissing));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConstraintOutcome {
    /// The constraint changes the order.
    Applied,
    /// The constraint is satisfied, but the order would be the same without it.
    Redundant,
    /// No other plugin that has this id or provides this capability implements the hook.
    TargetMissing,
    /// One of the two hookimpls is a wrapper and the other one is not. Wrappers always run before
    /// non-wrappers.
    TargetOtherKind,
}

impl fmt::Display for CallOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, in call order", self.hook)?;
        if self.hookimpls.is_empty() {
            return f.write_str(": no plugin implements it");
        }
        let width =
            self.hookimpls.iter().map(|it| it.plugin.id().as_str().len()).max().unwrap_or(0);
        for (ordered, n) in self.hookimpls.iter().zip(1..) {
            let OrderedImpl { plugin, hookimpl, constraints } = ordered;
            let wrapper = if hookimpl.is_wrapper() { "wrapper, " } else { "" };
            let rule = match hookimpl.precedence() {
                Precedence::TryFirst => "tryfirst, newest first",
                Precedence::Normal => "normal, newest first",
                Precedence::TryLast => "trylast, oldest first",
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
            ConstraintOutcome::Redundant => "satisfied, but the order would be the same without it",
            ConstraintOutcome::TargetMissing => {
                "no effect, because no other plugin with this name implements the hook"
            }
            ConstraintOutcome::TargetOtherKind => {
                "no effect, because wrappers always run before non-wrappers"
            }
        };
        write!(f, "{} `{}`: {outcome}", self.word(), self.target)
    }
}
