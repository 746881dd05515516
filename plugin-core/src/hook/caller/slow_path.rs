//! How a call goes through its hookimpls when there is more to it than to ask them one after the other:
//! wrappers, extras, monitors, isolation.

use super::{HookCaller, Live};
use crate::hook::hookimpl::HookImpl;
use crate::hook::monitor::Outcome;
use crate::hook::next::{Next, NextState, Outcomes};
use crate::isolate::contain;

/// For the code that `#[hookspec]` writes.
#[doc(hidden)]
impl<S: ?Sized + 'static> HookCaller<S> {
    /// The wrapper with this number, counted from the outermost.
    pub fn wrapper(&self, number: usize) -> Option<&HookImpl<S>> {
        self.hookimpls[..self.wrappers].get(number)
    }

    /// What a wrapper makes of the call: `step` runs it, or passes it over.
    pub fn wrap<'a, T: Outcomes>(
        &'a self,
        wrapper: &'a HookImpl<S>,
        mut step: impl FnMut(Step<'a, '_, S, T>) -> T,
        show: impl Fn(&T) -> Outcome<'_>,
    ) -> T {
        let next = Next::default();
        let keeper = wrapper.plugin.faults().map(|_| &next);
        let run = || step(Step::Wrapper(&*wrapper.implementation, keeper));
        // A panic from within is of what is not isolated.
        match self.call_observed(wrapper, run, show, || next.is_running()) {
            Some(outcome) => outcome,
            // As if it were not there: what it wraps is called once, by it or now.
            None => match next.into_state() {
                NextState::Returned(outcome) => outcome.unwrap_or_else(T::nothing),
                NextState::NotCalled | NextState::Running => step(Step::Next),
            },
        }
    }

    /// The answers of those that are asked, with the extra ones in their place. Each is asked when
    /// its answer is. One that panics has none, if its plugin is isolated.
    pub fn answers<'a, E: ?Sized, T>(
        &'a self,
        extras: &'a [&'a E],
        mut ask: impl FnMut(Target<'a, S, E>) -> T,
        show: impl Fn(&T) -> Outcome<'_>,
    ) -> impl Iterator<Item = T> {
        let (first, others) =
            self.hookimpls[self.wrappers..].split_at(self.tryfirst - self.wrappers);
        let first = first.iter().map(Asked::HookImpl);
        let others = others.iter().map(Asked::HookImpl);
        let asked = first.chain(extras.iter().rev().map(|it| Asked::Extra(*it))).chain(others);
        asked.filter_map(move |asked| match asked {
            Asked::Extra(extra) => Some(ask(Target::Extra(extra))),
            Asked::HookImpl(it) => {
                self.answer(it, || ask(Target::HookImpl(&*it.implementation)), &show)
            }
        })
    }

    /// As [`answers`](Self::answers), for a call of a historic hook.
    pub fn live_answers<'a, T>(
        &'a self,
        live: &'a Live<S>,
        mut ask: impl FnMut(&'a S) -> T,
        show: impl Fn(&T) -> Outcome<'_>,
    ) -> impl Iterator<Item = T> {
        let asked = live.hookimpls.iter();
        asked.filter_map(move |it| self.answer(it, || ask(&*it.implementation), &show))
    }

    #[inline]
    fn answer<T>(
        &self,
        hookimpl: &HookImpl<S>,
        ask: impl FnOnce() -> T,
        show: impl Fn(&T) -> Outcome<'_>,
    ) -> Option<T> {
        if !self.is_observed {
            return Some(ask());
        }
        self.call_observed(hookimpl, ask, show, || false)
    }

    /// Calls a hookimpl, contains its panic if its plugin is isolated and the panic is not one of
    /// the host, and tells the monitors. `None` if it panicked or is out of service.
    fn call_observed<T>(
        &self,
        hookimpl: &HookImpl<S>,
        call: impl FnOnce() -> T,
        show: impl Fn(&T) -> Outcome<'_>,
        is_hosts: impl FnOnce() -> bool,
    ) -> Option<T> {
        let (plugin, info) = (&hookimpl.plugin, hookimpl.info);
        // Dropped before its end, it tells of a panic.
        let mut telling = self.monitors.answering(self.hook, plugin, info);
        let answer = match plugin.faults() {
            None => call(),
            Some(faults) if faults.is_suspended() => {
                telling.cancel();
                return None;
            }
            Some(faults) => match contain(call) {
                Ok(answer) => answer,
                Err(panic) if is_hosts() => panic.pass(),
                Err(panic) => {
                    // Before anyone is told, who may panic in turn.
                    hookimpl.record(faults, self.hook, panic);
                    return None;
                }
            },
        };
        telling.end(&show(&answer));
        Some(answer)
    }
}

/// One of those that a call asks: a hookimpl, or one of the extras of this call.
#[derive(Debug)]
pub enum Target<'a, S: ?Sized, E: ?Sized> {
    /// A hookimpl of a plugin.
    HookImpl(&'a S),
    /// One for this call only.
    Extra(&'a E),
}

/// A hookimpl, or one of the extras of a call.
enum Asked<'a, S: ?Sized, E: ?Sized> {
    HookImpl(&'a HookImpl<S>),
    Extra(&'a E),
}

/// What a relay does for a wrapper.
#[derive(Debug)]
pub enum Step<'a, 'n, S: ?Sized, T> {
    /// Calls the wrapper, and keeps what `next` returned to it if there is something to keep it in.
    Wrapper(&'a S, Option<&'n Next<T>>),
    /// Calls what it wraps.
    Next,
}
