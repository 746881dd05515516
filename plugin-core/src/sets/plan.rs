//! What the compiler works out of a set and one of its hookspecs: who is called when.
//!
//! The order of a call is that of a manager. To call in that order, those that answer are cut into
//! *passes*: in the first one the newest plugin comes first, in the second the oldest, and so on by
//! turns. So a call goes through the tree of the plugins once for each pass, and one pass or two
//! are enough unless options and wishes mix everything up. Wrappers are called one in the other,
//! each by its number from outside.

#![allow(missing_docs, reason = "named by generated code only")]

use std::marker::PhantomData;

use super::constraints::{self, OrderNode};
use super::number::Number;
use super::tree::Span;
use crate::hook::hookimpl::{Decl, HookImpls};
use crate::hook::spec::HookSpec;
use crate::info::{HookImplInfo, HookInfo, HookSpecInfo, Kind, PluginInfo, Precedence};

/// A set that has the hookspec `S` among its own.
#[diagnostic::on_unimplemented(
    message = "plugin set `{Self}` does not list the hookspec `{S}`",
    label = "not among the set's `hookspecs(..)`",
    note = "the order of a set's plugins is worked out when it is compiled: write \
            `#[plugin_set(hookspecs(..))]` with each hookspec that is called on it"
)]
pub trait Holds<S: ?Sized>: Sized + 'static {
    /// The fused relay. Named by the set, so that nothing more is told of one that it does not have.
    type Relay<'set>;

    fn relay(&self) -> Self::Relay<'_>;

    /// Its plugins.
    type Tree;

    /// As many as the passes of the hook that has most.
    type Passes: Number;

    /// As many as the wrappers of the hook that has most.
    type Wrappers: Number;

    const PLAN: Plan;
}

/// The plugin of a set with this number.
pub trait Field<const NUMBER: usize> {
    type Plugin;

    fn field(&self) -> &Self::Plugin;
}

#[derive(Debug)]
pub struct Plan {
    /// One hook after the other, each in call order: wrappers, then those that answer.
    hookimpls: &'static [Placed],
    /// For each hook from where its answers are: where its passes begin.
    passes: &'static [usize],
    hooks: &'static [HookPlan],
}

#[derive(Debug, Clone, Copy)]
struct Placed {
    /// The plugin's number.
    plugin: usize,
    /// Which of the plugin's implementations of the hook it is: see [`Decl`].
    number: usize,
}

/// Where a hook's part of the plan is.
#[derive(Debug, Clone, Copy)]
struct HookPlan {
    wrappers: usize,
    answers: usize,
    end: usize,
    /// How many there are.
    passes: usize,
}

impl Plan {
    /// Which implementation the part of a tree has between two places of the plan, where plugins
    /// stand with their numbers rising, or else falling: if there are several, any.
    const fn find(
        &self,
        mut from: usize,
        mut to: usize,
        rises: bool,
        part: (usize, usize),
    ) -> usize {
        while from < to {
            let middle = usize::midpoint(from, to);
            let Placed { plugin, number } = self.hookimpls[middle];
            if part.0 <= plugin && plugin < part.1 {
                return number;
            }
            if (plugin < part.0) == rises {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        NONE
    }
}

/// A [`Plan`] with its arrays.
#[derive(Debug)]
pub struct PlanArrays<const HOOKIMPLS: usize, const HOOKS: usize> {
    hookimpls: [Placed; HOOKIMPLS],
    starts: [usize; HOOKIMPLS],
    hooks: [HookPlan; HOOKS],
    /// The passes of the hook that has most.
    pub passes: usize,
    /// The wrappers of the hook that has most.
    pub wrappers: usize,
}

impl<const HOOKIMPLS: usize, const HOOKS: usize> PlanArrays<HOOKIMPLS, HOOKS> {
    pub const fn plan(&'static self) -> Plan {
        Plan { hookimpls: &self.hookimpls, passes: &self.starts, hooks: &self.hooks }
    }
}

/// The plugins of a set with their hookimpls for one hookspec, each in the order of the set.
#[allow(missing_debug_implementations, reason = "named by generated code only")]
pub struct Plugins<S: ?Sized + 'static> {
    pub infos: &'static [&'static PluginInfo],
    pub tables: &'static [&'static [Decl<S>]],
}

impl<S: ?Sized + 'static> Plugins<S> {
    /// How many hookimpls there are.
    pub const fn count(&self) -> usize {
        let (mut count, mut plugin) = (0, 0);
        while plugin < self.tables.len() {
            count += self.tables[plugin].len();
            plugin += 1;
        }
        count
    }

    /// How many there are of the hook that has most, and one more.
    pub const fn width<const HOOKS: usize>(&self) -> usize {
        let (mut counts, mut most, mut plugin) = ([0; HOOKS], 0, 0);
        while plugin < self.tables.len() {
            let mut place = 0;
            while place < self.tables[plugin].len() {
                let hook = self.tables[plugin][place].info.hook_index;
                counts[hook] += 1;
                if counts[hook] > most {
                    most = counts[hook];
                }
                place += 1;
            }
            plugin += 1;
        }
        most + 1
    }

    /// Works out who is called when. `HOOKIMPLS` is [`count`](Self::count), and `WIDTH` is
    /// [`width`](Self::width).
    #[track_caller]
    pub const fn planned<const HOOKIMPLS: usize, const WIDTH: usize, const HOOKS: usize>(
        &self,
        spec: &HookSpecInfo,
    ) -> PlanArrays<HOOKIMPLS, HOOKS> {
        let mut planned = PlanArrays {
            hookimpls: [Placed { plugin: 0, number: 0 }; HOOKIMPLS],
            starts: [0; HOOKIMPLS],
            hooks: [HookPlan { wrappers: 0, answers: 0, end: 0, passes: 0 }; HOOKS],
            passes: 0,
            wrappers: 0,
        };
        let mut found = [Found { hook: 0, owner: 0, place: 0 }; HOOKIMPLS];
        let (mut len, mut owner) = (0, 0);
        while owner < self.tables.len() {
            let mut place = 0;
            while place < self.tables[owner].len() {
                let hook = self.tables[owner][place].info.hook_index;
                found[len] = Found { hook, owner, place };
                len += 1;
                place += 1;
            }
            owner += 1;
        }
        let found = found.split_at(len).0;
        let (mut hook, mut end) = (0, 0);
        while hook < HOOKS {
            let (mut ours, mut len, mut i) = ([0; WIDTH], 0, 0);
            while i < found.len() {
                if found[i].hook == hook {
                    ours[len] = i;
                    len += 1;
                }
                i += 1;
            }
            let name = &spec.hooks[hook];
            let ours = ours.split_at(len).0;
            let wrappers = self.ordered::<WIDTH>(found, ours, Kind::Wrapper, name);
            let answering = self.ordered::<WIDTH>(found, ours, Kind::Plain, name);
            let answers = self.place(&mut planned, end, found, wrappers.all());
            let from = end;
            end = self.place(&mut planned, answers, found, answering.all());
            planned.hooks[hook] = HookPlan { wrappers: from, answers, end, passes: 0 };
            planned.cut_into_passes(hook);
            hook += 1;
        }
        planned
    }

    /// Notes hookimpls that are given in call order, and returns where the next ones come.
    const fn place<const HOOKIMPLS: usize, const HOOKS: usize>(
        &self,
        planned: &mut PlanArrays<HOOKIMPLS, HOOKS>,
        from: usize,
        found: &[Found],
        ordered: &[usize],
    ) -> usize {
        let mut i = 0;
        while i < ordered.len() {
            let Found { owner, place, .. } = found[ordered[i]];
            let number = self.tables[owner][place].number;
            planned.hookimpls[from + i] = Placed { plugin: owner, number };
            i += 1;
        }
        from + ordered.len()
    }

    const fn info(&self, found: Found) -> &'static HookImplInfo {
        &self.tables[found.owner][found.place].info
    }

    /// Those of one kind among the hookimpls of a hook, in call order.
    #[track_caller]
    const fn ordered<const WIDTH: usize>(
        &self,
        found: &[Found],
        ours: &[usize],
        kind: Kind,
        hook: &HookInfo,
    ) -> Ordered<WIDTH> {
        let mut ordered = Ordered { order: [0; WIDTH], len: 0 };
        let mut has_constraints = false;
        let classes = [Precedence::TryFirst, Precedence::Normal, Precedence::TryLast];
        let mut class = 0;
        while class < classes.len() {
            let mut i = 0;
            while i < ours.len() {
                let oldest_first = matches!(classes[class], Precedence::TryLast);
                let this = ours[if oldest_first { i } else { ours.len() - 1 - i }];
                let info = self.info(found[this]);
                if info.kind as u8 == kind as u8 && info.precedence as u8 == classes[class] as u8 {
                    ordered.order[ordered.len] = this;
                    ordered.len += 1;
                    has_constraints = has_constraints || constraints::has_constraints(info);
                }
                i += 1;
            }
            class += 1;
        }
        if has_constraints { self.apply_constraints(found, hook, &ordered) } else { ordered }
    }

    #[track_caller]
    const fn apply_constraints<const WIDTH: usize>(
        &self,
        found: &[Found],
        hook: &HookInfo,
        ordered: &Ordered<WIDTH>,
    ) -> Ordered<WIDTH> {
        let first = found[ordered.order[0]];
        let mut nodes =
            [OrderNode { plugin: self.infos[first.owner], info: self.info(first) }; WIDTH];
        let mut i = 0;
        while i < ordered.len {
            let this = found[ordered.order[i]];
            nodes[i] = OrderNode { plugin: self.infos[this.owner], info: self.info(this) };
            i += 1;
        }
        let places = constraints::order::<WIDTH>(hook, nodes.split_at(ordered.len).0);
        let mut arranged = Ordered { order: [0; WIDTH], len: ordered.len };
        let mut i = 0;
        while i < ordered.len {
            arranged.order[i] = ordered.order[places[i]];
            i += 1;
        }
        arranged
    }
}

/// Where a hookimpl was found: its plugin, and its place in that one's table.
#[derive(Clone, Copy)]
struct Found {
    /// The place of the hook in its hookspec.
    hook: usize,
    owner: usize,
    place: usize,
}

/// Hookimpls by their numbers.
struct Ordered<const WIDTH: usize> {
    order: [usize; WIDTH],
    len: usize,
}

impl<const WIDTH: usize> Ordered<WIDTH> {
    const fn all(&self) -> &[usize] {
        self.order.split_at(self.len).0
    }
}

impl<const HOOKIMPLS: usize, const HOOKS: usize> PlanArrays<HOOKIMPLS, HOOKS> {
    /// Notes where the passes of a hook begin, the hookimpls of which are in place.
    const fn cut_into_passes(&mut self, hook: usize) {
        let HookPlan { wrappers, answers, end, .. } = self.hooks[hook];
        let (mut passes, mut i) = (0, answers);
        while i < end {
            let goes_on = i > answers && {
                let (last, next) = (self.hookimpls[i - 1].plugin, self.hookimpls[i].plugin);
                if is_newest_first(passes - 1) { next < last } else { next > last }
            };
            if !goes_on {
                self.starts[answers + passes] = i;
                passes += 1;
            }
            i += 1;
        }
        self.hooks[hook].passes = passes;
        if passes > self.passes {
            self.passes = passes;
        }
        if answers - wrappers > self.wrappers {
            self.wrappers = answers - wrappers;
        }
    }
}

const fn is_newest_first(pass: usize) -> bool {
    pass.is_multiple_of(2)
}

// ---- what a call asks, once for each place in the tree -----------------------------------------

/// Whether a plugin, which is a fake then, does not implement the hook though its type does.
#[inline]
pub fn leaves_out<P: HookImpls<S> + Send + Sync, S: ?Sized + 'static>(
    plugin: &P,
    hook: usize,
) -> bool {
    P::LEAVES_OUT.is_some_and(|leaves_out| leaves_out(plugin, hook))
}

/// Not a number: of no implementation, of no hook.
pub const NONE: usize = usize::MAX;

/// A question about one hook: `L` is the set, and the numbers of passes and wrappers are counted
/// down from the most that a hook has.
#[derive(Debug)]
pub struct Ask<L, S: ?Sized>(PhantomData<(L, PhantomData<S>)>);

impl<L: Holds<S>, S: HookSpec + ?Sized> Ask<L, S> {
    /// Whether there is one more pass.
    pub const fn has_pass<P: Number>(hook: usize) -> bool {
        L::Passes::VALUE - P::VALUE < L::PLAN.hooks[hook].passes
    }

    /// Whether the plugins with the higher numbers come first in a pass.
    pub const fn is_newest_first<P: Number>() -> bool {
        is_newest_first(L::Passes::VALUE - P::VALUE)
    }

    /// Whether there is one more wrapper.
    pub const fn has_wrapper<W: Number>(hook: usize) -> bool {
        let HookPlan { wrappers, answers, .. } = L::PLAN.hooks[hook];
        L::Wrappers::VALUE - W::VALUE < answers - wrappers
    }

    /// How many may answer.
    pub const fn room(hook: usize) -> usize {
        L::PLAN.hooks[hook].end - L::PLAN.hooks[hook].answers
    }

    /// Who answers in a pass, in a part of the tree: the number of the implementation, if the part is
    /// one plugin, or [`NONE`].
    pub const fn answers<P: Number, T: Span>(hook: usize) -> usize {
        let (plan, pass) = (&L::PLAN, L::Passes::VALUE - P::VALUE);
        let HookPlan { answers, end, passes, .. } = plan.hooks[hook];
        if pass >= passes {
            return NONE;
        }
        let to = if pass + 1 < passes { plan.passes[answers + pass + 1] } else { end };
        plan.find(plan.passes[answers + pass], to, !is_newest_first(pass), (T::FROM, T::TO))
    }

    /// Who is this wrapper, likewise.
    pub const fn wraps<W: Number, T: Span>(hook: usize) -> usize {
        let (plan, wrapper) = (&L::PLAN, L::Wrappers::VALUE - W::VALUE);
        let place = plan.hooks[hook].wrappers + wrapper;
        if place >= plan.hooks[hook].answers {
            return NONE;
        }
        plan.find(place, place + 1, true, (T::FROM, T::TO))
    }
}

#[cfg(test)]
mod tests;
