//! Calling hooks, and observing the calls.

use std::sync::Arc;

use super::monitor_guard::MonitorGuard;
use super::shared::PluginManager;
use super::subset::Subset;
use crate::hook::monitor::Monitor;
use crate::hook::relay::Hooks;
use crate::hook::spec::HookSpec;

/// Calling hooks.
impl PluginManager {
    /// The relay of the hookspec `S` as of this moment: one method per hook.
    ///
    /// Any hookspec may be asked for; one that no plugin implements has a relay as well. To ask
    /// costs a look-up without a lock, except for the first time, when the relay is made; calls
    /// through it cost what a loop over the implementing plugins costs. Ask again to see later
    /// changes.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self, name: &str) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # #[hookimpl]
    /// # impl Greetings for Polite { fn greet(&self, name: &str) -> String { format!("good day, {name}") } }
    /// let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite)?.expect_active();
    /// assert_eq!(manager.hook::<dyn Greetings>().greet("Ada"), ["good day, Ada"]);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn hook<S: HookSpec + ?Sized>(&self) -> Hooks<S> {
        self.shared.tables.hooks()
    }

    /// Calls to all plugins but those with the given ids, which need not be registered now: an id
    /// that nobody has excludes nobody.
    ///
    /// ```standalone_crate
    /// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # #[hookimpl]
    /// # impl Greetings for Polite { fn greet(&self) -> String { "good day".to_owned() } }
    /// # #[derive(Plugin, Default)]
    /// # struct Curt;
    /// # #[hookimpl]
    /// # impl Greetings for Curt { fn greet(&self) -> String { "hi".to_owned() } }
    /// let manager = PluginManager::discover::<dyn Greetings>()?;
    /// let formal = manager.subset_hook_caller::<dyn Greetings>(["curt"]);
    /// assert_eq!(formal.hook().greet(), ["good day"]);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn subset_hook_caller<S: HookSpec + ?Sized>(
        &self,
        excluded: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Subset<S> {
        let excluded = excluded.into_iter().map(|id| id.as_ref().to_owned()).collect();
        Subset::new(self.clone(), excluded)
    }

    /// Has all calls watched, from outside all wrappers, until the returned handle is dropped.
    /// The last added monitor is the outermost. Relays that were asked for earlier stay as they
    /// were. See [`Monitor`] for an example.
    pub fn monitor(&self, monitor: impl Monitor) -> MonitorGuard {
        let number = self.state().next_number();
        let monitor = Arc::new(monitor);
        let replaced = self.observe(|monitors| monitors.with(number, monitor));
        drop(replaced);
        MonitorGuard::new(self.clone(), number)
    }
}
