//! Why the hookimpls of a hook stand in the order in which they do.

use std::fmt;

use crate::hook::caller::HookCaller;
use crate::hook::constraints::{self, OrderConstraints, OrderNode};
use crate::hook::hookimpl::HookImpl;
use crate::info::{HookImplInfo, HookInfo, PluginRef, Precedence};
use crate::ordering::Side;

impl<S: ?Sized + 'static> HookCaller<S> {
    /// Why the hookimpls stand in the order in which a call goes through them.
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
    /// assert!(polite.constraints().is_empty(), "by the rule alone");
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
        let places = [places(wrappers, others), places(others, wrappers)].concat();
        CallOrder { hook: self.info(), places }
    }
}

/// Those of one kind, given in pluggy's order, in call order. `others` are those of the other kind.
fn places(nodes: &[OrderNode], others: &[OrderNode]) -> Vec<OrderedImpl> {
    let constraints = OrderConstraints::among(nodes);
    let order = constraints::order(nodes, &constraints).order;
    let effect = |place: usize, side, name| {
        let is_meant = |other: &OrderNode| other.is_meant(name, &nodes[place]);
        if !nodes.iter().any(is_meant) {
            return if others.iter().any(is_meant) {
                ConstraintOutcome::TargetOtherKind
            } else {
                ConstraintOutcome::TargetMissing
            };
        }
        let without =
            constraints::order(nodes, &constraints.without(nodes, place, side, name)).order;
        if without == order { ConstraintOutcome::Redundant } else { ConstraintOutcome::Applied }
    };
    let places = order.iter().map(|&place| {
        let OrderNode { plugin, info } = &nodes[place];
        let before = info.before.iter().map(|name| (Side::Before, *name));
        let after = info.after.iter().map(|name| (Side::After, *name));
        let reasons = before.chain(after).map(|(side, target)| DeclaredConstraint {
            side,
            target,
            effect: effect(place, side, target),
        });
        OrderedImpl { plugin: plugin.clone(), hookimpl: info, reasons: reasons.collect() }
    });
    places.collect()
}

/// Why the hookimpls of a hook stand in their order: what [`HookCaller::explain`] returns.
///
/// Shown, it has a line for each hookimpl and one for each of its wishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallOrder {
    hook: &'static HookInfo,
    places: Vec<OrderedImpl>,
}

impl CallOrder {
    /// The hook.
    pub fn hook(&self) -> &'static HookInfo {
        self.hook
    }

    /// Its hookimpls, in call order.
    pub fn hookimpls(&self) -> &[OrderedImpl] {
        &self.places
    }
}

/// A hookimpl in an [`CallOrder`], where one is in the example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderedImpl {
    plugin: PluginRef,
    hookimpl: &'static HookImplInfo,
    reasons: Vec<DeclaredConstraint>,
}

impl OrderedImpl {
    /// The plugin.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// The hookimpl, whose precedence is the first reason of its place.
    pub fn hookimpl(&self) -> &'static HookImplInfo {
        self.hookimpl
    }

    /// Its wishes, and what became of them.
    pub fn constraints(&self) -> &[DeclaredConstraint] {
        &self.reasons
    }
}

/// A wish of a hookimpl, and what became of it: part of an [`CallOrder`], where one is in the
/// example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeclaredConstraint {
    side: Side,
    target: &'static str,
    effect: ConstraintOutcome,
}

impl DeclaredConstraint {
    /// `before` or `after`.
    pub fn word(&self) -> &'static str {
        self.side.word()
    }

    /// The plugin or capability that the wish is about.
    pub fn target(&self) -> &'static str {
        self.target
    }

    /// What became of it.
    pub fn outcome(&self) -> ConstraintOutcome {
        self.effect
    }
}

/// What became of a wish about order.
///
/// ```
/// # use plugin_core::order::ConstraintOutcome;
/// fn is_idle(effect: ConstraintOutcome) -> bool {
///     matches!(effect, ConstraintOutcome::TargetMissing | ConstraintOutcome::TargetOtherKind)
/// }
/// # assert!(is_idle(ConstraintOutcome::TargetMissing));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConstraintOutcome {
    /// Without the wish, the order would be another.
    Applied,
    /// It is met, and the order would be the same without it.
    Redundant,
    /// No other plugin that has or provides this name implements the hook.
    TargetMissing,
    /// The other plugin wraps the hook and this one answers, or the other way round: wrappers stand
    /// before all others anyway.
    TargetOtherKind,
}

impl fmt::Display for CallOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, in call order", self.hook)?;
        if self.places.is_empty() {
            return f.write_str(": no plugin implements it");
        }
        let width = self.places.iter().map(|it| it.plugin.id().as_str().len()).max().unwrap_or(0);
        for (place, n) in self.places.iter().zip(1..) {
            let OrderedImpl { plugin, hookimpl, reasons } = place;
            let wrapper = if hookimpl.is_wrapper() { "wrapper, " } else { "" };
            let rule = match hookimpl.precedence() {
                Precedence::TryFirst => "tryfirst: the newest of them first",
                Precedence::Normal => "plain: the newest of them first",
                Precedence::TryLast => "trylast: the oldest of them first",
            };
            let id = plugin.id();
            write!(f, "\n{n:>3}. {id:<width$}  {wrapper}{rule} ({})", hookimpl.location())?;
            for reason in reasons {
                write!(f, "\n     {:<width$}  {reason}", "")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for DeclaredConstraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let effect = match self.effect {
            ConstraintOutcome::Applied => "as it constraints",
            ConstraintOutcome::Redundant => "as it constraints, and would without",
            ConstraintOutcome::TargetMissing => {
                "no effect, as no other plugin of that name implements the hook"
            }
            ConstraintOutcome::TargetOtherKind => "no effect, as wrappers stand before all others",
        };
        write!(f, "{} `{}`: {effect}", self.word(), self.target)
    }
}
