//! Unregistering and blocking plugins.

use super::shared::PluginManager;
use super::state::State;
use crate::error::{ExclusionReason, UnregisterError};
use crate::registered::RegisteredPlugin;
use crate::resolve::{View, with_dependents};

/// Unregistering and blocking plugins.
impl PluginManager {
    /// Unregisters a plugin and returns it. Calls that are already running still reach it. Returns
    /// `None` if no plugin with this id is registered.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite)?;
    /// let polite = manager.unregister("polite")?.unwrap();
    /// manager.register(polite.downcast::<Polite>().unwrap())?; // the same instance again
    /// assert!(manager.unregister("rude")?.is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If other plugins require it. It then stays registered.
    pub fn unregister(&self, id: &str) -> Result<Option<RegisteredPlugin>, UnregisterError> {
        Ok(self.remove(id, Dependents::Fail, |_| ())?.pop())
    }

    /// Unregisters a plugin together with all plugins that depend on it, and returns them. Each
    /// plugin comes before the plugins that it requires. See [`UnregisterError`] for an example.
    pub fn unregister_cascading(&self, id: &str) -> Vec<RegisteredPlugin> {
        self.remove(id, Dependents::Unregister, |_| ()).unwrap_or_default()
    }

    /// Blocks an id: its plugin is unregistered and returned, and no plugin can be registered under
    /// the id until it is [unblocked](Self::unblock). Any text can be blocked. The
    /// [`Registry`](crate::Registry) lists the linked plugins.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// manager.block("polite")?;
    /// assert!(manager.is_blocked("polite"));
    /// assert!(!manager.register(Polite)?.is_active());
    /// assert_eq!(manager.blocked(), ["polite"]);
    ///
    /// assert!(manager.unblock("polite"));
    /// assert!(manager.register(Polite)?.is_active());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If registered plugins require its plugin. The plugin then stays registered, and the id is
    /// not blocked.
    pub fn block(&self, id: &str) -> Result<Option<RegisteredPlugin>, UnregisterError> {
        Ok(self.remove(id, Dependents::Fail, |state| state.block(id))?.pop())
    }

    /// Blocks an id, and unregisters its plugin together with all plugins that depend on it.
    /// Returns the unregistered plugins: each comes before the plugins that it requires. The ids of
    /// the dependents are not blocked.
    pub fn block_cascading(&self, id: &str) -> Vec<RegisteredPlugin> {
        self.remove(id, Dependents::Unregister, |state| state.block(id)).unwrap_or_default()
    }

    /// Unblocks an id, and returns whether it was blocked. This also overrides the filters of the
    /// [builder](Self::builder).
    pub fn unblock(&self, id: &str) -> bool {
        let mut state = self.state();
        let was_blocked = state.exclusions.reason(&self.shared.filters, id).is_some();
        state.exclusions.unblock(&self.shared.filters, id);
        was_blocked
    }

    /// Whether no plugin can be registered under this id, because it is blocked or because a filter
    /// of the [builder](Self::builder) excludes it.
    pub fn is_blocked(&self, id: &str) -> bool {
        self.exclusion(id).is_some()
    }

    /// Why no plugin can be registered under this id; `None` if one can.
    ///
    /// ```
    /// # use plugin_core::error::{ExclusionReason, FilterSource};
    /// # use plugin_core::{PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// let manager = PluginManager::builder::<dyn Greetings>().allow(["polite"]).build();
    /// assert_eq!(manager.exclusion("polite"), None);
    /// assert_eq!(manager.exclusion("rude"), Some(ExclusionReason::NotAllowed(FilterSource::Host)));
    /// ```
    pub fn exclusion(&self, id: &str) -> Option<ExclusionReason> {
        self.state().exclusions.reason(&self.shared.filters, id)
    }

    /// The ids that were [blocked](Self::block), sorted.
    pub fn blocked(&self) -> Vec<String> {
        self.state().exclusions.blocked.iter().cloned().collect()
    }

    fn remove(
        &self,
        id: &str,
        dependents: Dependents,
        also: impl FnOnce(&mut State),
    ) -> Result<Vec<RegisteredPlugin>, UnregisterError> {
        let mut state = self.state();
        let Some(plugin) = state.get(id).map(|it| it.plugin_ref().clone()) else {
            also(&mut state);
            return Ok(Vec::new());
        };
        let dependents_of = View::new(state.set()).dependents(&plugin);
        if dependents == Dependents::Fail && !dependents_of.is_empty() {
            return Err(UnregisterError::new(plugin, dependents_of));
        }
        also(&mut state);
        let leaving = with_dependents(state.set(), &plugin);
        let plugins = leaving.iter().filter_map(|it| state.remove(it.id().as_str())).collect();
        let ids = leaving.iter().map(|it| it.id().clone()).collect();
        let gate = self.shared.tables.close_gate();
        let replaced = self.shared.tables.leave(&gate, &ids);
        drop(gate);
        drop(state);
        // Dropped now that no lock is held, because plugins may be dropped with it.
        drop(replaced);
        Ok(plugins)
    }
}

/// What happens if other plugins require the plugin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dependents {
    Fail,
    Unregister,
}
