//! The traits that `#[hookspec]` implements for every contract.

use std::fmt;

use super::caller::Callers;
use super::erased::Erased;
use crate::info::HookSpecInfo;

/// A contract between a host and its plugins.
///
/// Only `#[hookspec]` implements this trait, for `dyn Trait`. Do not implement it by hand. Methods
/// of a manager that take a contract name it as a trait object:
///
/// ```
/// use plugin_core::{HookSpec, hookspec};
///
/// #[hookspec(project = "gateway")]
/// pub trait GatewayHooks {
///     fn on_startup(&self);
/// }
///
/// let spec = <dyn GatewayHooks>::INFO;
/// assert_eq!((spec.name(), spec.project()), ("GatewayHooks", "gateway"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a hookspec",
    label = "this is not a trait with `#[hookspec]`",
    note = "write `#[hookspec]` on the trait; where a type is expected, write `dyn Trait`"
)]
pub trait HookSpec: HasRelay + Send + Sync + 'static {
    /// The facts of the contract: its name, its project and its hooks.
    const INFO: &'static HookSpecInfo;

    /// Builds the relay from one caller per hook.
    #[doc(hidden)]
    fn relay(callers: Callers<'_, Self>) -> Self::Relay;

    /// The hookspec without its type. A function, because a constant would be compiled where it is
    /// used.
    // Required and named for the error message of an impl that is written by hand.
    #[doc(hidden)]
    fn __hookspec_writes_this() -> Erased;
}

/// A hookspec that has a relay, as every [`HookSpec`] does.
///
/// Only `#[hookspec]` implements this trait. Do not implement it by hand. It is a trait of its own
/// for hosts that are asynchronous. rustc checks whether a future is `Send` without knowing the
/// lifetimes of what the future holds. So the relay in [`Hooks`](crate::Hooks) must be known for
/// `dyn Trait + 'a` with any `'a`, and a `HookSpec` is always `'static`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a hookspec",
    label = "this is not a trait with `#[hookspec]`",
    note = "write `#[hookspec]` on the trait; where a type is expected, write `dyn Trait`"
)]
pub trait HasRelay {
    /// The generated type on which a host calls the hooks: it has one method and one field per
    /// hook. [`Hooks`](crate::Hooks) dereferences to it.
    type Relay: fmt::Debug + Send + Sync + 'static;
}

/// The hookspec `S` without its type.
pub(crate) fn erased_of<S: HookSpec + ?Sized>() -> Erased {
    S::__hookspec_writes_this()
}
