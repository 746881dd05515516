//! What the compiler works out of a set and one of its hookspecs: who is called when.
//!
//! The order of a call is that of a manager. To call in that order, those that answer are cut into
//! *passes*: in the first one the newest plugin comes first, in the second the oldest, and so on by
//! turns. So a call goes through the tree of the plugins once for each pass, and one pass or two
//! are enough unless options and wishes mix everything up. Wrappers are called one in the other,
//! each by its number from outside.

#![allow(missing_docs, reason = "named by generated code only")]

use std::marker::PhantomData;

use super::arrange::{self, Seat};
use super::number::Number;
use super::text::is;
use super::tree::Span;
use crate::hook::hookimpl::{Decl, HookimplInfo, Hookimpls, Kind};
use crate::hook::order::Precedence;
use crate::hook::spec::{HookInfo, Hookspec, HookspecInfo};
use crate::plugin::{Plugin, PluginInfo};

/// A set that has the hookspec `S` among its own.
#[diagnostic::on_unimplemented(
    message = "plugin set `{Self}` does not list the hookspec `{S}`",
    label = "not among the set's `hookspecs(..)`",
    note = "the order of a set's plugins is worked out when it is compiled: write \
            `#[plugin_set(hookspecs(..))]` with each hookspec that is called on it"
)]
pub trait Holds<S: Hookspec + ?Sized>: Sized + 'static {
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
    type Plugin: Plugin;

    fn field(&self) -> &Self::Plugin;
}

#[derive(Debug)]
pub struct Plan {
    /// The hookimpls of each plugin, one plugin after the other.
    hookimpls: &'static [Placed],
    /// Where those of each plugin begin, and where the last one's end.
    starts: &'static [usize],
    hooks: &'static [HookPlan],
}

#[derive(Debug, Clone, Copy)]
struct Placed {
    /// The place of the hook in its hookspec.
    hook: usize,
    role: Role,
    /// Which of the plugin's implementations of the hook it is: see [`Decl`].
    number: usize,
}

/// When a hookimpl is called.
#[derive(Debug, Clone, Copy)]
enum Role {
    /// In this pass.
    Answers(usize),
    /// As the one with this number, counted from outside.
    Wraps(usize),
}

#[derive(Debug, Clone, Copy)]
struct HookPlan {
    passes: usize,
    wrappers: usize,
    /// How many may answer.
    answers: usize,
}

/// A [`Plan`] with its arrays.
#[derive(Debug)]
pub struct Planned<const HOOKIMPLS: usize, const STARTS: usize, const HOOKS: usize> {
    hookimpls: [Placed; HOOKIMPLS],
    starts: [usize; STARTS],
    hooks: [HookPlan; HOOKS],
    /// The passes of the hook that has most.
    pub passes: usize,
    /// The wrappers of the hook that has most.
    pub wrappers: usize,
}

impl<const HOOKIMPLS: usize, const STARTS: usize, const HOOKS: usize>
    Planned<HOOKIMPLS, STARTS, HOOKS>
{
    pub const fn plan(&'static self) -> Plan {
        Plan { hookimpls: &self.hookimpls, starts: &self.starts, hooks: &self.hooks }
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
    pub const fn width<const HOOKS: usize>(&self, spec: &HookspecInfo) -> usize {
        let (mut counts, mut most, mut plugin) = ([0; HOOKS], 0, 0);
        while plugin < self.tables.len() {
            let mut place = 0;
            while place < self.tables[plugin].len() {
                let hook = place_of(spec, self.tables[plugin][place].info.hook);
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

    /// Works out who is called when. `HOOKIMPLS` is [`count`](Self::count), `WIDTH` is
    /// [`width`](Self::width), and `STARTS` is one more than there are plugins.
    #[track_caller]
    pub const fn planned<
        const HOOKIMPLS: usize,
        const WIDTH: usize,
        const STARTS: usize,
        const HOOKS: usize,
    >(
        &self,
        spec: &HookspecInfo,
    ) -> Planned<HOOKIMPLS, STARTS, HOOKS> {
        let mut planned = Planned {
            hookimpls: [Placed { hook: NOBODY, role: Role::Answers(0), number: 0 }; HOOKIMPLS],
            starts: [0; STARTS],
            hooks: [HookPlan { passes: 0, wrappers: 0, answers: 0 }; HOOKS],
            passes: 0,
            wrappers: 0,
        };
        let mut found = [Found { owner: 0, place: 0 }; HOOKIMPLS];
        let (mut len, mut owner) = (0, 0);
        while owner < self.tables.len() {
            let mut place = 0;
            while place < self.tables[owner].len() {
                let decl = &self.tables[owner][place];
                planned.hookimpls[len].hook = place_of(spec, decl.info.hook);
                planned.hookimpls[len].number = decl.number;
                found[len] = Found { owner, place };
                len += 1;
                place += 1;
            }
            owner += 1;
            planned.starts[owner] = len;
        }
        let mut hook = 0;
        while hook < HOOKS {
            let (mut ours, mut len, mut i) = ([0; WIDTH], 0, 0);
            while i < HOOKIMPLS {
                if planned.hookimpls[i].hook == hook {
                    ours[len] = i;
                    len += 1;
                }
                i += 1;
            }
            let name = &spec.hooks[hook];
            let ours = ours.split_at(len).0;
            let wrappers = self.ordered::<WIDTH>(&found, ours, Kind::Wrapper, name);
            let answering = self.ordered::<WIDTH>(&found, ours, Kind::Plain, name);
            planned.place(hook, &found, wrappers.all(), answering.all());
            hook += 1;
        }
        planned
    }

    const fn info(&self, found: Found) -> &'static HookimplInfo {
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
        let mut has_wishes = false;
        let classes = [Precedence::TryFirst, Precedence::Plain, Precedence::TryLast];
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
                    has_wishes = has_wishes || arrange::has_wishes(info);
                }
                i += 1;
            }
            class += 1;
        }
        if has_wishes { self.as_wished(found, hook, &ordered) } else { ordered }
    }

    #[track_caller]
    const fn as_wished<const WIDTH: usize>(
        &self,
        found: &[Found],
        hook: &HookInfo,
        ordered: &Ordered<WIDTH>,
    ) -> Ordered<WIDTH> {
        let first = found[ordered.order[0]];
        let mut seats = [Seat { plugin: self.infos[first.owner], info: self.info(first) }; WIDTH];
        let mut i = 0;
        while i < ordered.len {
            let this = found[ordered.order[i]];
            seats[i] = Seat { plugin: self.infos[this.owner], info: self.info(this) };
            i += 1;
        }
        let places = arrange::arrange::<WIDTH>(hook, seats.split_at(ordered.len).0);
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

impl<const HOOKIMPLS: usize, const STARTS: usize, const HOOKS: usize>
    Planned<HOOKIMPLS, STARTS, HOOKS>
{
    /// Notes when the hookimpls of a hook are called, given in call order.
    const fn place(
        &mut self,
        hook: usize,
        found: &[Found],
        wrappers: &[usize],
        answering: &[usize],
    ) {
        let mut number = 0;
        while number < wrappers.len() {
            self.hookimpls[wrappers[number]].role = Role::Wraps(number);
            number += 1;
        }
        let (mut pass, mut i) = (0, 0);
        while i < answering.len() {
            if i > 0 {
                let (last, next) = (found[answering[i - 1]].owner, found[answering[i]].owner);
                let goes_on = if is_newest_first(pass) { next < last } else { next > last };
                pass += !goes_on as usize;
            }
            self.hookimpls[answering[i]].role = Role::Answers(pass);
            i += 1;
        }
        let passes = if answering.is_empty() { 0 } else { pass + 1 };
        self.hooks[hook] = HookPlan { passes, wrappers: wrappers.len(), answers: answering.len() };
        if passes > self.passes {
            self.passes = passes;
        }
        if wrappers.len() > self.wrappers {
            self.wrappers = wrappers.len();
        }
    }
}

const fn is_newest_first(pass: usize) -> bool {
    pass.is_multiple_of(2)
}

// ---- what a call asks, once for each place in the tree -----------------------------------------

/// Whether a plugin, which is a fake then, does not implement the hook though its type does.
#[inline]
pub fn leaves_out<P: Plugin + Hookimpls<S>, S: ?Sized + 'static>(plugin: &P, hook: &str) -> bool {
    P::LEAVES_OUT.is_some_and(|leaves_out| leaves_out(plugin, hook))
}

/// The place of a hook in its hookspec.
pub const fn place_of(spec: &HookspecInfo, hook: &str) -> usize {
    let mut place = 0;
    while !is(spec.hooks[place].name, hook) {
        place += 1;
    }
    place
}

/// Not a number: of no implementation, of no hook.
pub const NOBODY: usize = usize::MAX;

/// A question about one hook: `L` is the set, and the numbers of passes and wrappers are counted
/// down from the most that a hook has.
#[derive(Debug)]
pub struct Ask<L, S: ?Sized>(PhantomData<(L, PhantomData<S>)>);

impl<L: Holds<S>, S: Hookspec + ?Sized> Ask<L, S> {
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
        L::Wrappers::VALUE - W::VALUE < L::PLAN.hooks[hook].wrappers
    }

    /// How many may answer.
    pub const fn room(hook: usize) -> usize {
        L::PLAN.hooks[hook].answers
    }

    /// Who answers in a pass, in a part of the tree: the number of the implementation, if the part is
    /// one plugin, or [`NOBODY`].
    pub const fn answers<P: Number, T: Span>(hook: usize) -> usize {
        let (plan, pass) = (&L::PLAN, L::Passes::VALUE - P::VALUE);
        let mut i = plan.starts[T::FROM];
        while i < plan.starts[T::TO] {
            match plan.hookimpls[i] {
                Placed { hook: its, role: Role::Answers(at), number }
                    if its == hook && at == pass =>
                {
                    return number;
                }
                _ => i += 1,
            }
        }
        NOBODY
    }

    /// Who is this wrapper, likewise.
    pub const fn wraps<W: Number, T: Span>(hook: usize) -> usize {
        let (plan, wrapper) = (&L::PLAN, L::Wrappers::VALUE - W::VALUE);
        let mut i = plan.starts[T::FROM];
        while i < plan.starts[T::TO] {
            match plan.hookimpls[i] {
                Placed { hook: its, role: Role::Wraps(at), number }
                    if its == hook && at == wrapper =>
                {
                    return number;
                }
                _ => i += 1,
            }
        }
        NOBODY
    }
}

#[cfg(test)]
mod tests;
