//! The traits that check the types of a contract, and its hookimpls.

#![allow(missing_docs, clippy::must_use_candidate, reason = "named by generated code only")]

use std::borrow::{Borrow, ToOwned};

/// A parameter of which each hookimpl gets a copy.
#[diagnostic::on_unimplemented(
    message = "a hook cannot pass `{Self}` to several plugins",
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

/// A parameter of a historic hook, or the type that a reference parameter refers to.
#[diagnostic::on_unimplemented(
    message = "a historic hook cannot keep `{Self}`",
    label = "cannot be kept for plugins that are registered later",
    note = "the arguments of a historic hook are kept as owned values: the type, or the type that \
            the reference refers to, must be `Clone + Send + Sync + 'static`"
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

/// The marker of a hook that can have wrappers.
#[diagnostic::on_unimplemented(
    message = "a historic hook cannot have wrappers",
    label = "this hook is historic",
    note = "a historic call is replayed to each plugin separately, so there is no single call to \
            wrap: remove `wrapper`"
)]
pub trait Wrappable {}

/// Marks a hook that can have wrappers.
#[derive(Debug)]
pub struct NotHistoric;

impl Wrappable for NotHistoric {}

/// Marks a historic hook, which cannot.
#[derive(Debug)]
pub struct Historic;

pub fn assert_wrappable<W: Wrappable>(_: W) {}

/// What `#[hookimpl]` writes into an impl, and no value that a user would write.
#[diagnostic::on_unimplemented(
    message = "an impl of a hookspec requires `#[hookimpl]`",
    label = "only the attribute writes this type",
    note = "remove the type, and write `#[hookimpl]` above the impl; without the attribute, the impl \
            would never be called"
)]
pub trait WrittenByHookimpl {}

/// The type that `#[hookimpl]` writes.
#[derive(Debug)]
pub struct HookimplAttribute;

#[diagnostic::do_not_recommend]
impl WrittenByHookimpl for HookimplAttribute {}

/// Uses the parameters of a hook that a plugin does not implement, so that no lint reports them.
pub fn ignore<T>(_: T) {}
