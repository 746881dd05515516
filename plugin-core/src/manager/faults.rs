//! The faults of plugins, and what a host can do about them.

use super::candidate::Candidate;
use super::shared::PluginManager;
use crate::error::Problem;
use crate::info::PluginRef;
use crate::isolate::{Fault, InitPanic, Phase, PluginFaults, contain};
use crate::registered::RegisteredPlugin;
use crate::util::BoxError;

/// Faults, in a manager that [isolates](crate::PluginManagerBuilder::isolate) its plugins.
impl PluginManager {
    /// The panics of plugins, the latest last. The manager stores the last 256 different faults,
    /// including those of plugins that are no longer registered, and the first 4096 characters of
    /// each message. See [`Fault`] for an example.
    pub fn faults(&self) -> Vec<Fault> {
        self.shared.faults.as_ref().map(|faults| faults.all()).unwrap_or_default()
    }

    /// The plugins that calls skip because they had too many faults, in registration order.
    pub fn suspended_plugins(&self) -> Vec<RegisteredPlugin> {
        let mut plugins = self.plugins();
        plugins.retain(RegisteredPlugin::is_suspended);
        plugins
    }

    /// Reinstates a suspended plugin: calls reach it again, and its count of faults is reset.
    /// Returns whether it was suspended. Its recorded [faults](Self::faults) are not removed.
    ///
    /// ```
    /// use plugin_core::fault::FaultLimit;
    /// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
    ///
    /// #[hookspec]
    /// trait Greetings { fn greet(&self, name: &str) -> String; }
    ///
    /// #[derive(Plugin, Default)]
    /// struct Shy;
    ///
    /// #[hookimpl]
    /// impl Greetings for Shy {
    ///     fn greet(&self, name: &str) -> String {
    ///         assert!(name == "Ada", "who is {name}?");
    ///         "hi Ada".to_owned()
    ///     }
    /// }
    ///
    /// let manager = PluginManager::builder::<dyn Greetings>().isolate_with(FaultLimit::after(1)).build();
    /// manager.register(Shy)?.expect_active();
    /// let hooks = manager.hook::<dyn Greetings>();
    /// assert_eq!(hooks.greet("Ada"), ["hi Ada"]);
    /// assert!(hooks.greet("Grace").is_empty());
    /// assert!(hooks.greet("Ada").is_empty(), "it is suspended");
    ///
    /// assert!(manager.reinstate("shy"));
    /// assert_eq!(hooks.greet("Ada"), ["hi Ada"]);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn reinstate(&self, id: &str) -> bool {
        self.get(id).is_some_and(|plugin| plugin.faults().is_some_and(PluginFaults::reinstate))
    }

    /// The fault counter for a new plugin.
    pub(super) fn new_plugin_faults(&self) -> Option<PluginFaults> {
        self.shared.faults.as_ref().map(PluginFaults::new)
    }

    /// Runs code that constructs a plugin or its configuration. If plugins are isolated, a panic is
    /// an error like any other.
    pub(super) fn construct<T>(
        &self,
        plugin: PluginRef,
        construct: impl FnOnce() -> Result<T, BoxError>,
    ) -> Result<T, Problem> {
        let info = plugin.info();
        let result = match &self.shared.faults {
            None => construct(),
            Some(faults) => contain(construct).unwrap_or_else(|panic| {
                Err(InitPanic(faults.record(plugin, Phase::Init, None, panic)).into())
            }),
        };
        result.map_err(|source| Problem::Init { plugin: info, source })
    }

    /// Drops a candidate, with the instance that the host may have constructed.
    pub(super) fn dismiss(&self, candidate: Candidate) {
        let Some(faults) = &self.shared.faults else { return drop(candidate) };
        let plugin = candidate.plugin().clone();
        if let Err(panic) = contain(|| drop(candidate)) {
            faults.record(plugin, Phase::Drop, None, panic);
        }
    }
}
