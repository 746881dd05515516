//! What a wrapper wraps, as far as it must be known when the wrapper panics.

use std::cell::RefCell;

/// Whether a wrapper has called its `next`, and what that returned.
#[derive(Debug)]
pub struct Next<T>(RefCell<NextState<T>>);

#[derive(Debug)]
pub(crate) enum NextState<T> {
    NotCalled,
    Running,
    /// A copy, if the type allows one.
    Returned(Option<T>),
}

impl<T> Default for Next<T> {
    fn default() -> Self {
        Self(RefCell::new(NextState::NotCalled))
    }
}

impl<T> Next<T> {
    /// Calls `next`, and keeps a copy of what it returns, if there is something to keep it in.
    pub fn keep(keeper: Option<&Self>, next: impl FnOnce() -> T, copy: fn(&T) -> Option<T>) -> T {
        let Some(Self(state)) = keeper else { return next() };
        state.replace(NextState::Running);
        let outcome = next();
        state.replace(NextState::Returned(copy(&outcome)));
        outcome
    }

    pub(crate) fn is_running(&self) -> bool {
        matches!(*self.0.borrow(), NextState::Running)
    }

    pub(crate) fn into_state(self) -> NextState<T> {
        self.0.into_inner()
    }
}

/// What calls return.
pub trait Outcomes {
    /// What a call returns to which nobody has an answer.
    fn nothing() -> Self;
}

impl Outcomes for () {
    fn nothing() {}
}

impl<T> Outcomes for Vec<T> {
    fn nothing() -> Self {
        Self::new()
    }
}

impl<T> Outcomes for Option<T> {
    fn nothing() -> Self {
        None
    }
}

impl<T: Outcomes, E> Outcomes for Result<T, E> {
    fn nothing() -> Self {
        Ok(T::nothing())
    }
}
