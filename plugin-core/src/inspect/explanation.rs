//! Why the hookimpls of a hook stand in the order in which they do.

use std::fmt;

use crate::hook::caller::HookCaller;
use crate::hook::hookimpl::{Hookimpl, HookimplInfo};
use crate::hook::order::Precedence;
use crate::hook::spec::{HookInfo, Hookspec};
use crate::hook::wishes::{Seat, Side, Wishes, arrange};
use crate::plugin::Descriptor;

impl<S: Hookspec + ?Sized> HookCaller<S> {
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
    /// manager.register(Polite)?;
    /// manager.register(Curt)?;
    /// let explanation = manager.hook::<dyn Greetings>().greet.explain();
    ///
    /// let [polite, curt] = explanation.places() else { panic!() };
    /// assert!(polite.reasons().is_empty(), "by the rule alone");
    /// assert_eq!(curt.reasons()[0].target(), "polite");
    /// assert!(explanation.to_string().contains("after `polite`"));
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn explain(&self) -> Explanation {
        let mut by_rank: Vec<_> = self.hookimpls().iter().collect();
        by_rank.sort_by_key(|it| it.rank());
        let seats: Vec<_> = by_rank.into_iter().map(Hookimpl::seat).collect();
        let inside = seats.partition_point(|it| it.info.is_wrapper());
        let (wrappers, others) = seats.split_at(inside);
        let places = [places(wrappers, others), places(others, wrappers)].concat();
        Explanation { hook: self.info(), places }
    }
}

/// Those of one kind, given in pluggy's order, in call order. `others` are those of the other kind.
fn places(seats: &[Seat], others: &[Seat]) -> Vec<Place> {
    let wishes = Wishes::among(seats);
    let order = arrange(seats, &wishes).order;
    let effect = |place: usize, side, name| {
        let is_meant = |other: &Seat| other.is_meant(name, &seats[place]);
        if !seats.iter().any(is_meant) {
            return if others.iter().any(is_meant) { Effect::OtherKind } else { Effect::Absent };
        }
        let without = arrange(seats, &wishes.without(seats, place, side, name)).order;
        if without == order { Effect::Met } else { Effect::Moved }
    };
    let places = order.iter().map(|&place| {
        let Seat { plugin, info } = &seats[place];
        let before = info.before.iter().map(|name| (Side::Before, *name));
        let after = info.after.iter().map(|name| (Side::After, *name));
        let reasons = before.chain(after).map(|(side, target)| Reason {
            side,
            target,
            effect: effect(place, side, target),
        });
        Place { plugin: plugin.clone(), hookimpl: info, reasons: reasons.collect() }
    });
    places.collect()
}

/// Why the hookimpls of a hook stand in their order: what [`HookCaller::explain`] returns.
///
/// Shown, it has a line for each hookimpl and one for each of its wishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    hook: &'static HookInfo,
    places: Vec<Place>,
}

impl Explanation {
    /// The hook.
    pub fn hook(&self) -> &'static HookInfo {
        self.hook
    }

    /// Its hookimpls, in call order.
    pub fn places(&self) -> &[Place] {
        &self.places
    }
}

/// A hookimpl in an [`Explanation`], where one is in the example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    plugin: Descriptor,
    hookimpl: &'static HookimplInfo,
    reasons: Vec<Reason>,
}

impl Place {
    /// The plugin.
    pub fn plugin(&self) -> &Descriptor {
        &self.plugin
    }

    /// The hookimpl, whose precedence is the first reason of its place.
    pub fn hookimpl(&self) -> &'static HookimplInfo {
        self.hookimpl
    }

    /// Its wishes, and what became of them.
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }
}

/// A wish of a hookimpl, and what became of it: part of an [`Explanation`], where one is in the
/// example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    side: Side,
    target: &'static str,
    effect: Effect,
}

impl Reason {
    /// `before` or `after`.
    pub fn word(&self) -> &'static str {
        self.side.word()
    }

    /// The plugin or capability that the wish is about.
    pub fn target(&self) -> &'static str {
        self.target
    }

    /// What became of it.
    pub fn effect(&self) -> Effect {
        self.effect
    }
}

/// What became of a wish about order.
///
/// ```
/// # use plugin_core::Effect;
/// fn is_idle(effect: Effect) -> bool {
///     matches!(effect, Effect::Absent | Effect::OtherKind)
/// }
/// # assert!(is_idle(Effect::Absent));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Effect {
    /// Without the wish, the order would be another.
    Moved,
    /// It is met, and the order would be the same without it.
    Met,
    /// No other plugin that has or provides this name implements the hook.
    Absent,
    /// The other plugin wraps the hook and this one answers, or the other way round: wrappers stand
    /// before all others anyway.
    OtherKind,
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, in call order", self.hook)?;
        if self.places.is_empty() {
            return f.write_str(": no plugin implements it");
        }
        let width = self.places.iter().map(|it| it.plugin.id().as_str().len()).max().unwrap_or(0);
        for (place, n) in self.places.iter().zip(1..) {
            let Place { plugin, hookimpl, reasons } = place;
            let wrapper = if hookimpl.is_wrapper() { "wrapper, " } else { "" };
            let rule = match hookimpl.precedence() {
                Precedence::TryFirst => "tryfirst: the newest of them first",
                Precedence::Plain => "plain: the newest of them first",
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

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let effect = match self.effect {
            Effect::Moved => "as it wishes",
            Effect::Met => "as it wishes, and would without",
            Effect::Absent => "no effect, as no other plugin of that name implements the hook",
            Effect::OtherKind => "no effect, as wrappers stand before all others",
        };
        write!(f, "{} `{}`: {effect}", self.word(), self.target)
    }
}
