//! What the types of a contract, and hookimpls, are checked against.

#![allow(missing_docs, clippy::must_use_candidate, reason = "named by generated code only")]

use std::borrow::{Borrow, ToOwned};

/// A parameter that every hookimpl gets a copy of.
#[diagnostic::on_unimplemented(
    message = "a hook cannot hand `{Self}` to several plugins",
    label = "not `Clone`",
    note = "each plugin gets its own copy of a parameter that is passed by value: implement \
            `Clone`, or pass a reference"
)]
pub trait Duplicable: Sized {
    #[must_use]
    fn copy(&self) -> Self;
}

impl<T: Clone> Duplicable for T {
    #[inline]
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// A parameter of a historic hook, or what a reference among them refers to.
#[diagnostic::on_unimplemented(
    message = "a historic hook cannot keep `{Self}`",
    label = "cannot be kept for plugins that come later",
    note = "parameters of a historic hook are kept as owned values: the type, or what the \
            reference refers to, must be `Clone + Send + Sync + 'static`"
)]
pub trait KeptInHistory {
    type Kept: Borrow<Self> + Send + Sync + 'static;

    fn to_kept(&self) -> Self::Kept;
}

impl<T: ToOwned<Owned: Send + Sync + 'static> + ?Sized> KeptInHistory for T {
    type Kept = T::Owned;

    fn to_kept(&self) -> T::Owned {
        self.to_owned()
    }
}

pub fn keep<T: KeptInHistory + ?Sized>(value: &T) -> T::Kept {
    value.to_kept()
}

/// What stands for the wrappers of a hook.
#[diagnostic::on_unimplemented(
    message = "a historic hook takes no wrapper",
    label = "this hook is historic",
    note = "its calls reach each plugin alone, also later: there is nothing to wrap"
)]
pub trait Wrappable {}

/// A hook that takes wrappers.
#[derive(Debug)]
pub struct Wraps;

impl Wrappable for Wraps {}

/// A historic hook.
#[derive(Debug)]
pub struct Historic;

pub fn assert_wrappable<W: Wrappable>(_: W) {}

/// Uses the parameters of a hook that a plugin leaves out.
pub fn ignore<T>(_: T) {}

/// What is given: in the place of a closure that does nothing, which would be another one each time.
pub fn itself<T>(it: T) -> T {
    it
}
