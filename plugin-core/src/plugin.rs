//! The trait `Plugin`, which `#[derive(Plugin)]` implements.

use std::any::TypeId;

use crate::hook::erased::HookImplsEntry;
use crate::hook::hookimpl::{HookImpls, ImplTable};
use crate::hook::spec::{HookSpec, erased_of};
use crate::info::PluginInfo;

/// A type that can be registered in a [`PluginManager`](crate::PluginManager).
///
/// Only `#[derive(Plugin)]` implements this trait. Do not implement it by hand: the macro collects
/// the facts of [`PluginInfo`] from the type and from its Cargo package.
///
/// ```
/// use plugin_core::Plugin;
///
/// /// Checks bearer tokens.
/// #[derive(Plugin, Default)]
/// struct BearerAuth;
///
/// assert_eq!(BearerAuth::info().id(), "bearer-auth");
/// assert_eq!(BearerAuth::info().description(), "Checks bearer tokens.");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a plugin",
    label = "this type needs `#[derive(Plugin)]`",
    note = "only a plugin can be registered, have hookimpls, or be in a plugin set: write \
            `#[derive(Plugin)]` on the type"
)]
pub trait Plugin: Send + Sync + 'static {
    // Required and named for the error message of an impl that is written by hand.
    #[doc(hidden)]
    const __DERIVE_PLUGIN_WRITES_THIS: &'static PluginInfo;

    /// The facts of this plugin type.
    fn info() -> &'static PluginInfo {
        Self::__DERIVE_PLUGIN_WRITES_THIS
    }

    /// The hookimpls that a generic type lists. They cannot register themselves at link time.
    #[doc(hidden)]
    fn listed() -> Vec<HookImplsEntry> {
        Vec::new()
    }
}

/// The registry entry for the hookimpls of `P` for the hookspec `S`: the table that `#[hookimpl]`
/// wrote for `impl S for P`.
#[must_use]
pub fn hookimpls<P: Plugin + HookImpls<S>, S: HookSpec + ?Sized>() -> HookImplsEntry {
    let table = const { &ImplTable::<S> { hookimpls: P::TABLE, omits_hook: P::OMITS_HOOK } };
    HookImplsEntry::new(TypeId::of::<P>(), P::info(), erased_of::<S>(), table)
}

/// Implemented for a generic plugin that lists the hookspec `S`.
#[diagnostic::on_unimplemented(
    message = "generic plugin `{Self}` does not list the hookspec `{S}`",
    label = "this hookspec is not in the plugin's `hookspecs(..)`",
    note = "a generic plugin cannot register its hookimpls at link time: write \
            `#[plugin(manual, hookspecs(..))]` with each hookspec that it implements"
)]
pub trait Lists<S: ?Sized> {}

/// Compiles only if `P` lists the hookspec `S`.
pub const fn assert_listed<P: Lists<S>, S: ?Sized>() {}
