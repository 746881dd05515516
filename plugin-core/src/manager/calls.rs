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
    /// The hooks of the hookspec `S` as of this moment: one method per hook.
    ///
    /// `S` may be any hookspec, even one that no plugin implements. The first call for a hookspec
    /// builds its dispatch table; later calls cost a look-up without a lock. Calling a hook costs
    /// as much as a loop over the plugins that implement it. To see later changes, call this method
    /// again.
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

    /// Calls hooks on all plugins except those with these ids. The ids need not be registered: an
    /// id that no plugin has is ignored.
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

    /// Adds a monitor, which observes all calls from outside all wrappers until the returned guard
    /// is dropped. The monitor that was added last is the outermost. [`Hooks`] that were created
    /// earlier are not observed. See [`Monitor`] for an example.
    pub fn monitor(&self, monitor: impl Monitor) -> MonitorGuard {
        let number = self.state().next_number();
        let monitor = Arc::new(monitor);
        let replaced = self.observe(|monitors| monitors.with(number, monitor));
        drop(replaced);
        MonitorGuard::new(self.clone(), number)
    }
}
