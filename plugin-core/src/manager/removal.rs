//! Unregistering and blocking plugins.

use super::shared::PluginManager;
use super::state::State;
use crate::error::{ExclusionReason, UnregisterError};
use crate::registered::RegisteredPlugin;
use crate::resolve::{View, with_dependents};

/// Unregistering and blocking plugins.
impl PluginManager {
    /// Ends a plugin's part and returns it. Calls that run at this moment still reach it. `None` if
    /// there is no such plugin.
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
    /// When other plugins require it. It is then still registered.
    pub fn unregister(&self, id: &str) -> Result<Option<RegisteredPlugin>, UnregisterError> {
        Ok(self.remove(id, Dependents::Refuse, |_| ())?.pop())
    }

    /// Ends a plugin's part, and that of all plugins that require it, and returns them; who requires
    /// another comes before it. See [`UnregisterError`] for an example.
    pub fn unregister_cascading(&self, id: &str) -> Vec<RegisteredPlugin> {
        self.remove(id, Dependents::Follow, |_| ()).unwrap_or_default()
    }

    /// Blocks an id: the plugin under it is unregistered and returned, and no plugin is
    /// registered under it until it is [unblocked](Self::unblock). Any text may be blocked; what
    /// is linked is in the [`Registry`](crate::Registry).
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
    /// When registered plugins require it. It is then still registered, and not blocked.
    pub fn block(&self, id: &str) -> Result<Option<RegisteredPlugin>, UnregisterError> {
        Ok(self.remove(id, Dependents::Refuse, |state| state.block(id))?.pop())
    }

    /// Blocks an id, and ends the part of its plugin and of all that require it, and returns them;
    /// who requires another comes before it. Those that require it are not blocked.
    pub fn block_cascading(&self, id: &str) -> Vec<RegisteredPlugin> {
        self.remove(id, Dependents::Follow, |state| state.block(id)).unwrap_or_default()
    }

    /// Lets plugins register under this id again, and returns whether it was blocked. It holds
    /// against the lists of the [builder](Self::builder), too.
    pub fn unblock(&self, id: &str) -> bool {
        let mut state = self.state();
        let was_blocked = state.exclusions.of(&self.shared.filters, id).is_some();
        state.exclusions.unblock(&self.shared.filters, id);
        was_blocked
    }

    /// Whether no plugin is registered under this id: it is blocked, or the lists of the
    /// [builder](Self::builder) keep it out.
    pub fn is_blocked(&self, id: &str) -> bool {
        self.exclusion(id).is_some()
    }

    /// Why no plugin is registered under this id; `None` if one may be.
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
        self.state().exclusions.of(&self.shared.filters, id)
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
        if dependents == Dependents::Refuse && !dependents_of.is_empty() {
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
        // Now that no lock is held: plugins may be dropped with it.
        drop(replaced);
        Ok(plugins)
    }
}

/// What becomes of the plugins that require one which goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dependents {
    Refuse,
    Follow,
}
