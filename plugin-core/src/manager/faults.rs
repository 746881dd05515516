//! What a host sees of plugins that panicked, and does about them.

use super::candidate::Candidate;
use super::shared::PluginManager;
use crate::error::Problem;
use crate::info::PluginRef;
use crate::isolate::{Fault, Phase, PluginFaults, contain};
use crate::registered::RegisteredPlugin;
use crate::util::BoxError;

/// Panics, in a manager that [isolates](crate::PluginManagerBuilder::isolate) its plugins.
impl PluginManager {
    /// What plugins have panicked with, what happened last at the end. The last 256 different ones are
    /// kept, also those of plugins that have left, and the first 4096 characters of what they say. See
    /// [`Fault`] for an example.
    pub fn faults(&self) -> Vec<Fault> {
        self.shared.faults.as_ref().map(|faults| faults.all()).unwrap_or_default()
    }

    /// The plugins that calls pass over, as they had too many faults, in the order of their
    /// registration.
    pub fn suspended_plugins(&self) -> Vec<RegisteredPlugin> {
        let mut plugins = self.plugins();
        plugins.retain(RegisteredPlugin::is_suspended);
        plugins
    }

    /// Puts a plugin back into service, with no faults counted, and returns whether it was out of
    /// service. Its faults stay [known](Self::faults).
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
    /// assert!(hooks.greet("Ada").is_empty(), "it is out of service");
    ///
    /// assert!(manager.reinstate("shy"));
    /// assert_eq!(hooks.greet("Ada"), ["hi Ada"]);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn reinstate(&self, id: &str) -> bool {
        self.get(id).is_some_and(|plugin| plugin.faults().is_some_and(PluginFaults::reinstate))
    }

    /// The faults of a plugin that is to be registered.
    pub(super) fn faults_of_new(&self) -> Option<PluginFaults> {
        self.shared.faults.as_ref().map(PluginFaults::new)
    }

    /// Constructs a plugin, or what it is constructed of. If it panics and plugins are isolated, that
    /// is why it failed.
    pub(super) fn construct<T>(
        &self,
        plugin: PluginRef,
        construct: impl FnOnce() -> Result<T, BoxError>,
    ) -> Result<T, Problem> {
        let info = plugin.info();
        let result = match &self.shared.faults {
            None => construct(),
            Some(faults) => contain(construct).unwrap_or_else(|panic| {
                Err(faults.record(plugin, Phase::Init, None, panic).to_string().into())
            }),
        };
        result.map_err(|source| Problem::Init { plugin: info, source })
    }

    /// Drops a candidate, and with it a plugin that was given.
    pub(super) fn dismiss(&self, candidate: Candidate) {
        let Some(faults) = &self.shared.faults else { return drop(candidate) };
        let plugin = candidate.plugin().clone();
        if let Err(panic) = contain(|| drop(candidate)) {
            faults.record(plugin, Phase::Drop, None, panic);
        }
    }
}
