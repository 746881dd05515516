//! How a call runs if it does more than call hookimpls one after the other: with wrappers, extras,
//! monitors or isolation.

use super::{HookCaller, LiveHookImpls};
use crate::hook::hookimpl::HookImpl;
use crate::hook::monitor::{ImplObservation, Outcome};
use crate::hook::next::{Next, NextState, Outcomes};
use crate::isolate::{Phase, contain};

/// The methods for code that `#[hookspec]` generates. rustdoc heeds the attribute here, and editors heed
/// those of the methods.
#[doc(hidden)]
impl<S: ?Sized + 'static> HookCaller<S> {
    /// Returns the wrapper with this index, counted from the outermost one.
    #[doc(hidden)]
    pub fn wrapper(&self, number: usize) -> Option<&HookImpl<S>> {
        self.hookimpls[..self.wrappers].get(number)
    }

    /// Calls a wrapper, and returns its outcome. `step` calls the wrapper, or skips it and calls
    /// what it wraps.
    #[doc(hidden)]
    pub fn wrap<'a, T: Outcomes>(
        &'a self,
        wrapper: &'a HookImpl<S>,
        step: &mut dyn FnMut(Step<'a, '_, S, T>) -> T,
        show: Show<T>,
    ) -> T {
        let next = Next::default();
        let keeper = wrapper.plugin.faults().map(|_| &next);
        let run = &mut || step(Step::Wrapper(&*wrapper.implementation, keeper));
        // A panic that comes out of `next` is that of something that is not isolated.
        match self.call_observed(wrapper, run, show, &|| next.is_running()) {
            Some(outcome) => outcome,
            // The call continues as if there were no such wrapper. What it wraps is called once:
            // the wrapper has called it already, or it is called now.
            None => match next.into_state() {
                NextState::Returned(outcome) => outcome.unwrap_or_else(T::nothing),
                NextState::NotCalled | NextState::Running => step(Step::Next),
            },
        }
    }

    /// Returns the results of the hookimpls and the extras, in call order. Each one is called when
    /// the iterator gets to it. A hookimpl that panics has no result if its plugin is isolated.
    #[doc(hidden)]
    pub fn results<'a, 'f, T>(
        &'a self,
        extras: usize,
        call: &'f mut (dyn FnMut(Target<'a, S>) -> T + 'f),
        show: Show<T>,
    ) -> impl Iterator<Item = T> {
        let hookimpls = &self.hookimpls[self.wrappers..];
        let first = self.tryfirst - self.wrappers;
        (0..hookimpls.len() + extras).filter_map(move |index| {
            let hookimpl = match index {
                _ if index < first => &hookimpls[index],
                _ if index < first + extras => {
                    // The last extra in the list is called first.
                    return Some(call(Target::Extra(first + extras - 1 - index)));
                }
                _ => &hookimpls[index - extras],
            };
            let call = &mut || call(Target::HookImpl(&*hookimpl.implementation));
            self.result(hookimpl, call, show)
        })
    }

    /// The same as [`results`](Self::results), for a call of a historic hook.
    #[doc(hidden)]
    pub fn live_results<'a, 'f, T>(
        &'a self,
        live: &'a LiveHookImpls<S>,
        call: &'f mut (dyn FnMut(&'a S) -> T + 'f),
        show: Show<T>,
    ) -> impl Iterator<Item = T> {
        let hookimpls = live.hookimpls.iter();
        hookimpls.filter_map(move |it| self.result(it, &mut || call(&*it.implementation), show))
    }

    fn result<T>(
        &self,
        hookimpl: &HookImpl<S>,
        call: &mut dyn FnMut() -> T,
        show: Show<T>,
    ) -> Option<T> {
        if !self.is_observed {
            return Some(call());
        }
        self.call_observed(hookimpl, call, show, &|| false)
    }

    /// Calls a hookimpl, and reports the call to the monitors. Contains a panic if the plugin is
    /// isolated and the panic is not the host's. Returns `None` if the hookimpl panicked, or if its
    /// plugin is suspended.
    fn call_observed<T>(
        &self,
        hookimpl: &HookImpl<S>,
        call: &mut dyn FnMut() -> T,
        show: Show<T>,
        is_host_panic: &dyn Fn() -> bool,
    ) -> Option<T> {
        // It reports a panic if it is dropped before its `end` is called.
        let mut observation =
            self.monitors.observe_impl(self.hook, &hookimpl.plugin, hookimpl.info);
        let mut result = None;
        call_contained(&mut observation, &mut || result = Some(call()), is_host_panic);
        if let Some(result) = &result {
            observation.end(&show(result));
        }
        result
    }
}

/// Converts a returned value into the outcome that monitors get.
pub(crate) type Show<T> = fn(&T) -> Outcome<'_>;

/// The part of [`HookCaller::call_observed`] that does not depend on the hook: it is compiled once.
fn call_contained(
    observation: &mut ImplObservation<'_>,
    call: &mut dyn FnMut(),
    is_host_panic: &dyn Fn() -> bool,
) {
    let (hook, plugin, info) = observation.hookimpl();
    match plugin.faults() {
        None => call(),
        Some(faults) if faults.is_suspended() => observation.cancel(),
        Some(faults) => match contain(call) {
            Ok(()) => {}
            Err(panic) if is_host_panic() => panic.pass(),
            // The fault is recorded before the monitors are notified, as they may panic in turn.
            Err(panic) => {
                faults.record(plugin.plugin_ref().clone(), Phase::Call(hook), Some(info), panic);
            }
        },
    }
}

/// An implementation that a call calls: a hookimpl, or an extra of this call.
#[derive(Debug)]
pub enum Target<'a, S: ?Sized> {
    /// A hookimpl of a plugin.
    HookImpl(&'a S),
    /// An extra, by its index in the list of the caller.
    Extra(usize),
}

/// A step of a call at a wrapper.
#[derive(Debug)]
pub enum Step<'a, 'n, S: ?Sized, T> {
    /// Calls the wrapper. If there is a keeper, it keeps the outcome that `next` returns to the
    /// wrapper.
    Wrapper(&'a S, Option<&'n Next<T>>),
    /// Calls what the wrapper wraps.
    Next,
}
