//! The plan of a set and one of its hookspecs, which the compiler computes: the order of each call.
//!
//! The order is that of a manager. The non-wrappers are split into *passes*: in the first pass the
//! newest plugin is called first, in the second the oldest, and so on alternately. A call walks the
//! tree of the plugins once for each pass. One or two passes are enough, unless options and
//! constraints mix up the order. Wrappers are called one inside the other, each by its index from
//! the outside.

#![allow(missing_docs, reason = "named by generated code only")]

use std::marker::PhantomData;

use super::constraints::{self, OrderNode};
use super::number::Number;
use super::tree::Span;
use crate::hook::hookimpl::{Decl, HookImpls};
use crate::hook::spec::HookSpec;
use crate::info::{HookImplInfo, HookInfo, HookSpecInfo, Kind, PluginInfo, Precedence};

/// A plugin set that lists the hookspec `S`.
#[diagnostic::on_unimplemented(
    message = "plugin set `{Self}` does not list the hookspec `{S}`",
    label = "not among the set's `hookspecs(..)`",
    note = "the compiler orders the plugins of a set: list each hookspec that is called on the set in \
            `#[plugin_set(hookspecs(..))]`"
)]
pub trait Supports<S: ?Sized>: Sized + 'static {
    /// The hooks. The set names this type, and not the hookspec, so that rustc reports a hookspec
    /// that the set does not list only once.
    type Hooks<'set>;

    fn hooks(&self) -> Self::Hooks<'_>;

    /// The plugins, as a tree.
    type Tree;

    /// The greatest number of passes that a hook has.
    type Passes: Number;

    /// The greatest number of wrappers that a hook has.
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
    /// The hookimpls of one hook after the other. Those of a hook are in call order: wrappers, then
    /// non-wrappers.
    hookimpls: &'static [PlannedImpl],
    /// The indices at which the passes of a hook begin, from the index of its first non-wrapper on.
    passes: &'static [usize],
    hooks: &'static [HookPlan],
}

#[derive(Debug, Clone, Copy)]
struct PlannedImpl {
    /// The number of the plugin.
    plugin: usize,
    /// The number of the hookimpl among the plugin's hookimpls of the hook: see [`Decl`].
    number: usize,
}

/// The part of the plan that belongs to a hook.
#[derive(Debug, Clone, Copy)]
struct HookPlan {
    /// The index of the first wrapper.
    wrappers: usize,
    /// The index of the first non-wrapper.
    others: usize,
    /// The index after the last non-wrapper.
    end: usize,
    /// The number of passes.
    passes: usize,
}

impl Plan {
    /// Finds a hookimpl of a subtree in a range of the plan, in which the plugin numbers rise or
    /// else fall. Returns the number of the hookimpl, or [`NONE`]; if there are several, that of
    /// any of them.
    const fn find(
        &self,
        mut from: usize,
        mut to: usize,
        rises: bool,
        subtree: (usize, usize),
    ) -> usize {
        while from < to {
            let middle = usize::midpoint(from, to);
            let PlannedImpl { plugin, number } = self.hookimpls[middle];
            if subtree.0 <= plugin && plugin < subtree.1 {
                return number;
            }
            if (plugin < subtree.0) == rises {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        NONE
    }
}

/// The arrays of a [`Plan`].
#[derive(Debug)]
pub struct PlanArrays<const HOOKIMPLS: usize, const HOOKS: usize> {
    hookimpls: [PlannedImpl; HOOKIMPLS],
    starts: [usize; HOOKIMPLS],
    hooks: [HookPlan; HOOKS],
    /// The greatest number of passes that a hook has.
    pub passes: usize,
    /// The greatest number of wrappers that a hook has.
    pub wrappers: usize,
}

impl<const HOOKIMPLS: usize, const HOOKS: usize> PlanArrays<HOOKIMPLS, HOOKS> {
    pub const fn plan(&'static self) -> Plan {
        Plan { hookimpls: &self.hookimpls, passes: &self.starts, hooks: &self.hooks }
    }
}

/// The plugins of a set and their hookimpls for one hookspec, in the order of the set.
#[allow(missing_debug_implementations, reason = "named by generated code only")]
pub struct Plugins<S: ?Sized + 'static> {
    pub infos: &'static [&'static PluginInfo],
    pub tables: &'static [&'static [Decl<S>]],
}

impl<S: ?Sized + 'static> Plugins<S> {
    /// Returns the number of hookimpls.
    pub const fn count(&self) -> usize {
        let (mut count, mut plugin) = (0, 0);
        while plugin < self.tables.len() {
            count += self.tables[plugin].len();
            plugin += 1;
        }
        count
    }

    /// Returns one more than the greatest number of hookimpls that a hook has.
    pub const fn width<const HOOKS: usize>(&self) -> usize {
        let (mut counts, mut most, mut plugin) = ([0; HOOKS], 0, 0);
        while plugin < self.tables.len() {
            let mut index = 0;
            while index < self.tables[plugin].len() {
                let hook = self.tables[plugin][index].info.hook_index;
                counts[hook] += 1;
                if counts[hook] > most {
                    most = counts[hook];
                }
                index += 1;
            }
            plugin += 1;
        }
        most + 1
    }

    /// Computes the order of each call. `HOOKIMPLS` is [`count`](Self::count), and `WIDTH` is
    /// [`width`](Self::width).
    ///
    /// # Panics
    ///
    /// If the ordering constraints of a hook form a cycle.
    #[track_caller]
    pub const fn planned<const HOOKIMPLS: usize, const WIDTH: usize, const HOOKS: usize>(
        &self,
        spec: &HookSpecInfo,
    ) -> PlanArrays<HOOKIMPLS, HOOKS> {
        let mut planned = PlanArrays {
            hookimpls: [PlannedImpl { plugin: 0, number: 0 }; HOOKIMPLS],
            starts: [0; HOOKIMPLS],
            hooks: [HookPlan { wrappers: 0, others: 0, end: 0, passes: 0 }; HOOKS],
            passes: 0,
            wrappers: 0,
        };
        let mut entries = [TableEntry { hook: 0, plugin: 0, index: 0 }; HOOKIMPLS];
        let (mut len, mut plugin) = (0, 0);
        while plugin < self.tables.len() {
            let mut index = 0;
            while index < self.tables[plugin].len() {
                let hook = self.tables[plugin][index].info.hook_index;
                entries[len] = TableEntry { hook, plugin, index };
                len += 1;
                index += 1;
            }
            plugin += 1;
        }
        let entries = entries.split_at(len).0;
        let (mut hook, mut end) = (0, 0);
        while hook < HOOKS {
            let (mut of_hook, mut len, mut i) = ([0; WIDTH], 0, 0);
            while i < entries.len() {
                if entries[i].hook == hook {
                    of_hook[len] = i;
                    len += 1;
                }
                i += 1;
            }
            let info = &spec.hooks[hook];
            let of_hook = of_hook.split_at(len).0;
            let wrappers = self.ordered::<WIDTH>(entries, of_hook, Kind::Wrapper, info);
            let plain = self.ordered::<WIDTH>(entries, of_hook, Kind::Plain, info);
            let from = end;
            let others = self.write(&mut planned, from, entries, wrappers.as_slice());
            end = self.write(&mut planned, others, entries, plain.as_slice());
            planned.hooks[hook] = HookPlan { wrappers: from, others, end, passes: 0 };
            planned.split_into_passes(hook);
            hook += 1;
        }
        planned
    }

    /// Writes hookimpls, in call order, to the plan. Returns the index after them.
    const fn write<const HOOKIMPLS: usize, const HOOKS: usize>(
        &self,
        planned: &mut PlanArrays<HOOKIMPLS, HOOKS>,
        from: usize,
        entries: &[TableEntry],
        ordered: &[usize],
    ) -> usize {
        let mut i = 0;
        while i < ordered.len() {
            let TableEntry { plugin, index, .. } = entries[ordered[i]];
            let number = self.tables[plugin][index].number;
            planned.hookimpls[from + i] = PlannedImpl { plugin, number };
            i += 1;
        }
        from + ordered.len()
    }

    const fn info(&self, entry: TableEntry) -> &'static HookImplInfo {
        &self.tables[entry.plugin][entry.index].info
    }

    /// Returns the hookimpls of one kind among those of a hook, in call order.
    #[track_caller]
    const fn ordered<const WIDTH: usize>(
        &self,
        entries: &[TableEntry],
        of_hook: &[usize],
        kind: Kind,
        hook: &HookInfo,
    ) -> Ordered<WIDTH> {
        let mut ordered = Ordered { order: [0; WIDTH], len: 0 };
        let mut has_constraints = false;
        let classes = [Precedence::TryFirst, Precedence::Normal, Precedence::TryLast];
        let mut class = 0;
        while class < classes.len() {
            let mut i = 0;
            while i < of_hook.len() {
                let oldest_first = matches!(classes[class], Precedence::TryLast);
                let this = of_hook[if oldest_first { i } else { of_hook.len() - 1 - i }];
                let info = self.info(entries[this]);
                if info.kind as u8 == kind as u8 && info.precedence as u8 == classes[class] as u8 {
                    ordered.order[ordered.len] = this;
                    ordered.len += 1;
                    has_constraints = has_constraints || constraints::has_constraints(info);
                }
                i += 1;
            }
            class += 1;
        }
        if has_constraints { self.apply_constraints(entries, hook, &ordered) } else { ordered }
    }

    #[track_caller]
    const fn apply_constraints<const WIDTH: usize>(
        &self,
        entries: &[TableEntry],
        hook: &HookInfo,
        ordered: &Ordered<WIDTH>,
    ) -> Ordered<WIDTH> {
        let first = entries[ordered.order[0]];
        let mut nodes =
            [OrderNode { plugin: self.infos[first.plugin], info: self.info(first) }; WIDTH];
        let mut i = 0;
        while i < ordered.len {
            let this = entries[ordered.order[i]];
            nodes[i] = OrderNode { plugin: self.infos[this.plugin], info: self.info(this) };
            i += 1;
        }
        let indices = constraints::order::<WIDTH>(hook, nodes.split_at(ordered.len).0);
        let mut constrained = Ordered { order: [0; WIDTH], len: ordered.len };
        let mut i = 0;
        while i < ordered.len {
            constrained.order[i] = ordered.order[indices[i]];
            i += 1;
        }
        constrained
    }
}

/// A hookimpl, by its index in the table of its plugin.
#[derive(Clone, Copy)]
struct TableEntry {
    /// The index of the hook in its hookspec.
    hook: usize,
    /// The number of the plugin.
    plugin: usize,
    index: usize,
}

/// Hookimpls in call order, as indices of their entries.
struct Ordered<const WIDTH: usize> {
    order: [usize; WIDTH],
    len: usize,
}

impl<const WIDTH: usize> Ordered<WIDTH> {
    const fn as_slice(&self) -> &[usize] {
        self.order.split_at(self.len).0
    }
}

impl<const HOOKIMPLS: usize, const HOOKS: usize> PlanArrays<HOOKIMPLS, HOOKS> {
    /// Writes the indices at which the passes of a hook begin. Its hookimpls are already written.
    const fn split_into_passes(&mut self, hook: usize) {
        let HookPlan { wrappers, others, end, .. } = self.hooks[hook];
        let (mut passes, mut i) = (0, others);
        while i < end {
            let continues = i > others && {
                let (last, next) = (self.hookimpls[i - 1].plugin, self.hookimpls[i].plugin);
                if is_newest_first(passes - 1) { next < last } else { next > last }
            };
            if !continues {
                self.starts[others + passes] = i;
                passes += 1;
            }
            i += 1;
        }
        self.hooks[hook].passes = passes;
        if passes > self.passes {
            self.passes = passes;
        }
        if others - wrappers > self.wrappers {
            self.wrappers = others - wrappers;
        }
    }
}

const fn is_newest_first(pass: usize) -> bool {
    pass.is_multiple_of(2)
}

// ---- queries of a call, evaluated at compile time for each node of the tree ---------------------

/// Whether a plugin does not implement the hook, though its type does: the plugin is then a fake
/// without a closure for the hook.
#[inline]
pub fn omits_hook<P: HookImpls<S> + Send + Sync, S: ?Sized + 'static>(
    plugin: &P,
    hook: usize,
) -> bool {
    P::OMITS_HOOK.is_some_and(|omits_hook| omits_hook(plugin, hook))
}

/// The number of no hookimpl.
pub const NONE: usize = usize::MAX;

/// Queries about one hook of the set `L`. The numbers of passes and wrappers count down, from the
/// greatest number that a hook has.
#[derive(Debug)]
pub struct HookQuery<L, S: ?Sized>(PhantomData<(L, PhantomData<S>)>);

impl<L: Supports<S>, S: HookSpec + ?Sized> HookQuery<L, S> {
    /// Whether the hook has a pass with this number.
    pub const fn has_pass<P: Number>(hook: usize) -> bool {
        L::Passes::VALUE - P::VALUE < L::PLAN.hooks[hook].passes
    }

    /// Whether the plugins with higher numbers are called first in a pass.
    pub const fn is_newest_first<P: Number>() -> bool {
        is_newest_first(L::Passes::VALUE - P::VALUE)
    }

    /// Whether the hook has a wrapper with this number.
    pub const fn has_wrapper<W: Number>(hook: usize) -> bool {
        let HookPlan { wrappers, others, .. } = L::PLAN.hooks[hook];
        L::Wrappers::VALUE - W::VALUE < others - wrappers
    }

    /// The greatest number of results that a call can have.
    pub const fn capacity(hook: usize) -> usize {
        L::PLAN.hooks[hook].end - L::PLAN.hooks[hook].others
    }

    /// Returns the number of the hookimpl that a subtree has in a pass, or [`NONE`]. If the subtree
    /// is more than one plugin, it may be that of any of them.
    pub const fn implementation<P: Number, T: Span>(hook: usize) -> usize {
        let (plan, pass) = (&L::PLAN, L::Passes::VALUE - P::VALUE);
        let HookPlan { others, end, passes, .. } = plan.hooks[hook];
        if pass >= passes {
            return NONE;
        }
        let to = if pass + 1 < passes { plan.passes[others + pass + 1] } else { end };
        plan.find(plan.passes[others + pass], to, !is_newest_first(pass), (T::FROM, T::TO))
    }

    /// Returns the number of the wrapper, if it is in a subtree, or [`NONE`].
    pub const fn wrapper<W: Number, T: Span>(hook: usize) -> usize {
        let (plan, wrapper) = (&L::PLAN, L::Wrappers::VALUE - W::VALUE);
        let index = plan.hooks[hook].wrappers + wrapper;
        if index >= plan.hooks[hook].others {
            return NONE;
        }
        plan.find(index, index + 1, true, (T::FROM, T::TO))
    }
}

#[cfg(test)]
mod tests;
