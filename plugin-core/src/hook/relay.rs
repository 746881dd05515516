//! The hooks of a hookspec as of one moment. A host calls hooks on them.

use std::fmt;
use std::ops::Deref;
use std::panic::AssertUnwindSafe;
use std::sync::Weak;

use super::caller::{Callers, HookCaller};
use super::spec::{HasRelay, HookSpec};
use crate::counted::{Counted, CountedRef};

/// The hooks of the hookspec `S` as of one moment: what
/// [`PluginManager::hook`](crate::PluginManager::hook) returns. Cheap to clone.
///
/// It dereferences to the generated relay of the hookspec, which has a method and a field for each
/// hook. A call goes to the plugins that were registered when the `Hooks` were created, without a
/// look-up. Results that borrow from a plugin live as long as the `Hooks`. To see later changes,
/// call [`hook`](crate::PluginManager::hook) again.
///
/// A call of a historic hook always goes to the plugins that are registered at the time of the
/// call, because each plugin must get each of these calls exactly once. So the `Hooks` of a
/// hookspec with historic hooks also keep the currently registered plugins alive.
///
/// ```
/// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
/// #[hookspec]
/// trait Greetings {
///     fn greeting(&self) -> &str;
/// }
/// # #[derive(Plugin, Default)]
/// # struct Polite;
/// # #[hookimpl]
/// # impl Greetings for Polite { fn greeting(&self) -> &str { "good day" } }
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(Polite)?.expect_active();
/// let hooks = manager.hook::<dyn Greetings>();
/// manager.unregister("polite")?;
///
/// let greetings: Vec<&str> = hooks.greeting(); // borrowed from the plugin, which `hooks` keep alive
/// assert_eq!(greetings, ["good day"]);
/// assert!(manager.hook::<dyn Greetings>().greeting().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Hooks<S: HookSpec + ?Sized>(CountedRef<Pinned<S>>);

/// A panic that unwinds through a call does not change the hooks: they are immutable, and the locks
/// of histories are not held while plugin code runs.
// An `impl UnwindSafe for Hooks<S>` would hold for `'static` only. rustc needs it for any lifetime to
// check a future that holds `Hooks`.
type Pinned<S> = AssertUnwindSafe<PinnedHooks<S>>;

/// No field may have a type that depends on [`HookSpec`] itself: see [`HasRelay`].
struct PinnedHooks<S: HookSpec + ?Sized> {
    relay: <S as HasRelay>::Relay,
    callers: Vec<HookCaller<S>>,
}

impl<S: HookSpec + ?Sized> Hooks<S> {
    /// The callers of the hooks, in the order of the hookspec.
    ///
    /// This is an associated function, because methods are hooks.
    ///
    /// ```
    /// # use plugin_core::{Hooks, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); fn on_shutdown(&self); }
    /// # let manager = PluginManager::new::<dyn GatewayHooks>();
    /// let hooks = manager.hook::<dyn GatewayHooks>();
    /// for caller in Hooks::callers(&hooks) {
    ///     println!("{}: {} hookimpls", caller.info().name(), caller.hookimpls().len());
    /// }
    /// # assert_eq!(Hooks::callers(&hooks).len(), 2);
    /// ```
    pub fn callers(hooks: &Self) -> &[HookCaller<S>] {
        &hooks.0.callers
    }
}

/// The hooks in a dispatch table, from which every `Hooks` is created.
pub(crate) struct Relay<S: HookSpec + ?Sized>(Counted<Pinned<S>>);

impl<S: HookSpec + ?Sized> Relay<S> {
    pub(crate) fn new(callers: Vec<HookCaller<S>>) -> Self {
        let relay = S::relay(Callers::new(&callers));
        Self(Counted::new(AssertUnwindSafe(PinnedHooks { relay, callers })))
    }

    #[inline]
    pub(crate) fn pin(&self) -> Hooks<S> {
        Hooks(self.0.hold())
    }

    pub(crate) fn callers(&self) -> &[HookCaller<S>] {
        &self.0.callers
    }

    pub(crate) fn downgrade(&self) -> RelayRef<S> {
        RelayRef(self.0.downgrade())
    }
}

/// A weak reference to a [`Relay`]. It does not keep the plugins alive.
pub(crate) struct RelayRef<S: HookSpec + ?Sized>(Weak<Pinned<S>>);

impl<S: HookSpec + ?Sized> RelayRef<S> {
    pub(crate) fn is_of(&self, relay: &Relay<S>) -> bool {
        relay.0.is(&self.0)
    }
}

impl<S: HookSpec + ?Sized> Clone for RelayRef<S> {
    fn clone(&self) -> Self {
        Self(Weak::clone(&self.0))
    }
}

impl<S: HookSpec + ?Sized> Deref for Hooks<S> {
    type Target = S::Relay;

    #[inline]
    fn deref(&self) -> &S::Relay {
        &self.0.relay
    }
}

impl<S: HookSpec + ?Sized> Clone for Hooks<S> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<S: HookSpec + ?Sized> fmt::Debug for Hooks<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0.relay, f)
    }
}
