//! How a call goes through its hookimpls when there is more to it than to ask them one after the other:
//! wrappers, extras, monitors, isolation.

use super::{HookCaller, Live};
use crate::hook::hookimpl::HookImpl;
use crate::hook::monitor::{ImplObservation, Outcome};
use crate::hook::next::{Next, NextState, Outcomes};
use crate::isolate::{Phase, contain};

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
        step: &mut dyn FnMut(Step<'a, '_, S, T>) -> T,
        show: Show<T>,
    ) -> T {
        let next = Next::default();
        let keeper = wrapper.plugin.faults().map(|_| &next);
        let run = &mut || step(Step::Wrapper(&*wrapper.implementation, keeper));
        // A panic from within is of what is not isolated.
        match self.call_observed(wrapper, run, show, &|| next.is_running()) {
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
    pub fn answers<'a, 'f, T>(
        &'a self,
        extras: usize,
        ask: &'f mut (dyn FnMut(Target<'a, S>) -> T + 'f),
        show: Show<T>,
    ) -> impl Iterator<Item = T> {
        let hookimpls = &self.hookimpls[self.wrappers..];
        let first = self.tryfirst - self.wrappers;
        (0..hookimpls.len() + extras).filter_map(move |place| {
            let hookimpl = match place {
                _ if place < first => &hookimpls[place],
                _ if place < first + extras => {
                    // The last one given comes first.
                    return Some(ask(Target::Extra(first + extras - 1 - place)));
                }
                _ => &hookimpls[place - extras],
            };
            self.answer(hookimpl, &mut || ask(Target::HookImpl(&*hookimpl.implementation)), show)
        })
    }

    /// As [`answers`](Self::answers), for a call of a historic hook.
    pub fn live_answers<'a, 'f, T>(
        &'a self,
        live: &'a Live<S>,
        ask: &'f mut (dyn FnMut(&'a S) -> T + 'f),
        show: Show<T>,
    ) -> impl Iterator<Item = T> {
        let asked = live.hookimpls.iter();
        asked.filter_map(move |it| self.answer(it, &mut || ask(&*it.implementation), show))
    }

    fn answer<T>(
        &self,
        hookimpl: &HookImpl<S>,
        ask: &mut dyn FnMut() -> T,
        show: Show<T>,
    ) -> Option<T> {
        if !self.is_observed {
            return Some(ask());
        }
        self.call_observed(hookimpl, ask, show, &|| false)
    }

    /// Calls a hookimpl, contains its panic if its plugin is isolated and the panic is not one of
    /// the host, and tells the monitors. `None` if it panicked or is out of service.
    fn call_observed<T>(
        &self,
        hookimpl: &HookImpl<S>,
        call: &mut dyn FnMut() -> T,
        show: Show<T>,
        is_host_panic: &dyn Fn() -> bool,
    ) -> Option<T> {
        // Dropped before its end, it tells of a panic.
        let mut telling = self.monitors.observe_impl(self.hook, &hookimpl.plugin, hookimpl.info);
        let mut answer = None;
        call_contained(&mut telling, &mut || answer = Some(call()), is_host_panic);
        if let Some(answer) = &answer {
            telling.end(&show(answer));
        }
        answer
    }
}

/// What monitors see of what was returned.
pub(crate) type Show<T> = fn(&T) -> Outcome<'_>;

/// The part of [`HookCaller::call_observed`] that does not depend on the hook, compiled once.
fn call_contained(
    telling: &mut ImplObservation<'_>,
    call: &mut dyn FnMut(),
    is_host_panic: &dyn Fn() -> bool,
) {
    let (hook, plugin, info) = telling.hookimpl();
    match plugin.faults() {
        None => call(),
        Some(faults) if faults.is_suspended() => telling.cancel(),
        Some(faults) => match contain(call) {
            Ok(()) => {}
            Err(panic) if is_host_panic() => panic.pass(),
            // Before anyone is told, who may panic in turn.
            Err(panic) => {
                faults.record(plugin.plugin_ref().clone(), Phase::Call(hook), Some(info), panic);
            }
        },
    }
}

/// One of those that a call asks: a hookimpl, or one of the extras of this call.
#[derive(Debug)]
pub enum Target<'a, S: ?Sized> {
    /// A hookimpl of a plugin.
    HookImpl(&'a S),
    /// One for this call only, by its place among them.
    Extra(usize),
}

/// What a relay does for a wrapper.
#[derive(Debug)]
pub enum Step<'a, 'n, S: ?Sized, T> {
    /// Calls the wrapper, and keeps what `next` returned to it if there is something to keep it in.
    Wrapper(&'a S, Option<&'n Next<T>>),
    /// Calls what it wraps.
    Next,
}
