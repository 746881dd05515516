//! Traits that the types of a contract and its hookimpls must implement.

#![allow(missing_docs, clippy::must_use_candidate, reason = "named by generated code only")]

use std::borrow::{Borrow, ToOwned};

/// A parameter that is passed by value. Every hookimpl gets a copy of it.
#[diagnostic::on_unimplemented(
    message = "a hook cannot pass `{Self}` to several plugins",
    label = "this type does not implement `Clone`",
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

/// A parameter of a historic hook, or the type that a reference parameter refers to.
#[diagnostic::on_unimplemented(
    message = "a historic hook cannot store `{Self}`",
    label = "this value cannot be stored for plugins that are registered later",
    note = "parameters of a historic hook are stored as owned values: the type, or the type that a \
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

/// Whether a hook can have wrappers: implemented by [`Wraps`], but not by [`Historic`].
#[diagnostic::on_unimplemented(
    message = "a historic hook cannot have wrappers",
    label = "this hook is historic",
    note = "its calls are replayed to each plugin separately, so there is no call to wrap"
)]
pub trait Wrappable {}

/// Marks a hook that can have wrappers.
#[derive(Debug)]
pub struct Wraps;

impl Wrappable for Wraps {}

/// Marks a historic hook, which cannot have wrappers.
#[derive(Debug)]
pub struct Historic;

pub fn assert_wrappable<W: Wrappable>(_: W) {}

/// Uses the parameters of a hook that a plugin does not implement, so that they do not count as
/// unused.
pub fn ignore<T>(_: T) {}

/// Returns its argument. Used instead of an identity closure, because each closure has its own
/// type.
pub fn itself<T>(it: T) -> T {
    it
}
