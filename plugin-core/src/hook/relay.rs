//! The relay as of one moment, which is what a host calls hooks on.

use std::fmt;
use std::ops::Deref;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Weak;

use super::caller::{Callers, HookCaller};
use super::spec::HookSpec;
use crate::counted::{Counted, CountedRef};

/// A relay as of one moment: what [`PluginManager::hook`](crate::PluginManager::hook) returns.
/// Cheap to clone.
///
/// It derefs to the relay of the hookspec `S`. Calls through it go to the plugins that were
/// registered when it was made, without looking anything up; what they borrow from a plugin lives
/// as long as it. [`hook`](crate::PluginManager::hook) called again sees what has changed since.
/// (Calls of a historic hook always go to the plugins of the moment: each plugin must get each
/// of them once. For that, the relay of a hookspec with historic hooks keeps the plugins of the
/// moment as well.)
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
/// let greetings: Vec<&str> = hooks.greeting(); // borrowed from the plugin, which is still there
/// assert_eq!(greetings, ["good day"]);
/// assert!(manager.hook::<dyn Greetings>().greeting().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Hooks<S: HookSpec + ?Sized>(CountedRef<Pinned<S>>);

struct Pinned<S: HookSpec + ?Sized> {
    relay: S::Relay,
    callers: Vec<HookCaller<S>>,
}

impl<S: HookSpec + ?Sized> Hooks<S> {
    /// What stands behind each hook, in the order of the hookspec.
    ///
    /// An associated function, not a method: those are the hooks.
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
    pub fn callers(relay: &Self) -> &[HookCaller<S>] {
        &relay.0.callers
    }
}

/// The relay that a line-up has for all who ask.
pub(crate) struct Relay<S: HookSpec + ?Sized>(Counted<Pinned<S>>);

impl<S: HookSpec + ?Sized> Relay<S> {
    pub(crate) fn new(callers: Vec<HookCaller<S>>) -> Self {
        let relay = S::relay(Callers::new(&callers));
        Self(Counted::new(Pinned { relay, callers }))
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

/// Knows a relay without keeping it, or its plugins.
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

// A panic that passes through a call leaves a relay as it was: it is immutable, and the locks of
// histories are not held while plugin code runs.
impl<S: HookSpec + ?Sized> UnwindSafe for Hooks<S> {}

impl<S: HookSpec + ?Sized> RefUnwindSafe for Hooks<S> {}

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
