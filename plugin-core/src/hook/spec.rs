//! What a contract says: the hookspec and its hooks, as constant data.

use std::fmt;

use super::caller::Callers;
use super::erased::Erased;
use crate::info::HookSpecInfo;

/// A contract between a host and its plugins. `#[hookspec]` implements it for `dyn Trait`.
///
/// Everything that is asked of a manager by contract names it as a trait object:
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
    label = "not a trait under `#[hookspec]`",
    note = "write `#[hookspec]` on the trait; where a type is wanted, name it as `dyn Trait`"
)]
pub trait HookSpec: Send + Sync + 'static {
    /// The contract's name, project and hooks.
    const INFO: &'static HookSpecInfo;

    /// What a host calls the hooks on: one method and one field per hook.
    type Relay: fmt::Debug + Send + Sync + 'static;

    /// Builds the relay from one caller per hook.
    #[doc(hidden)]
    fn relay(callers: Callers<'_, Self>) -> Self::Relay;

    /// The hookspec without its type; not a constant, which would be compiled where it is used.
    #[doc(hidden)]
    fn erased() -> Erased;
}
