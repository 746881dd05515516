//! Records what a wrapper's `next` did, for the case that the wrapper panics.

use std::cell::RefCell;

/// Whether a wrapper has called its `next`, and what `next` returned.
#[derive(Debug)]
pub struct Next<T>(RefCell<NextState<T>>);

#[derive(Debug)]
pub(crate) enum NextState<T> {
    NotCalled,
    Running,
    /// A copy of the result, if its type can be cloned.
    Returned(Option<T>),
}

impl<T> Default for Next<T> {
    fn default() -> Self {
        Self(RefCell::new(NextState::NotCalled))
    }
}

impl<T> Next<T> {
    /// Calls `next`. If there is a record, stores a copy of the result in it.
    pub fn keep(record: Option<&Self>, next: impl FnOnce() -> T, copy: fn(&T) -> Option<T>) -> T {
        let Some(Self(state)) = record else { return next() };
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

/// The return type of a call.
pub trait Outcomes {
    /// What a call returns if no hookimpl returns a result.
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
