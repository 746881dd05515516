//! Taking plugins in and letting them go: what a host calls. How it is done is in `take_in`.

use std::sync::Arc;

use super::state::State;
use super::take_in::{Candidate, IfTaken, Instances, all, own_id};
use super::{ExclusionReason, PluginManager, ResolvePolicy};
use crate::error::{Problem, RegisterError, UnregisterError};
use crate::hook::lineup::Change;
use crate::plugin::{Plugin, PluginId, RegisteredPlugin};
use crate::registry::Registry;

/// What [`PluginManager::register`] takes: a plugin, or an [`Arc`] of one.
///
/// ```
/// # use std::sync::Arc;
/// # use plugin_core::{Plugin, PluginManager, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self); }
/// # #[derive(Plugin, Default)]
/// # struct Polite;
/// # #[derive(Plugin, Default)]
/// # struct Curt;
/// # let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(Polite)?;
///
/// let shared = Arc::new(Curt);
/// manager.register(Arc::clone(&shared))?;
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
pub trait IntoInstance {
    /// The type of the plugin.
    type Plugin: Plugin;

    /// The instance.
    fn into_instance(self) -> Arc<Self::Plugin>;
}

impl<P: Plugin> IntoInstance for P {
    type Plugin = P;

    fn into_instance(self) -> Arc<P> {
        Arc::new(self)
    }
}

impl<P: Plugin> IntoInstance for Arc<P> {
    type Plugin = P;

    fn into_instance(self) -> Self {
        self
    }
}

/// Taking plugins in, and letting them go.
impl PluginManager {
    /// Registers a plugin that the host has constructed, under its own id. `None` if the id is
    /// blocked: the plugin is dropped and takes no part.
    ///
    /// Earlier calls of historic hooks are replayed to the plugin before it takes part in new
    /// ones. It is then the newest: among equals, it is called first.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// let manager = PluginManager::new::<dyn Greetings>();
    /// assert!(manager.register(Polite)?.is_some());
    ///
    /// manager.block("rude")?;
    /// assert!(manager.register_as("rude", Polite)?.is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the id is taken, when a plugin of this type is registered already, when the plugin does
    /// not go with those that are registered (its requirements, theirs, wishes about order), or when
    /// a replay fails. The manager is then as it was.
    pub fn register<I: IntoInstance>(
        &self,
        plugin: I,
    ) -> Result<Option<Arc<I::Plugin>>, RegisterError> {
        let info = I::Plugin::info();
        let id = own_id(info)?;
        self.register_one(Candidate::given(id, plugin.into_instance(), Instances::One))
    }

    /// Registers a plugin under an id of the host's choice: this is how several plugins of one
    /// type take part.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register_as("polite-1", Polite)?;
    /// manager.register_as("polite-2", Polite)?;
    /// assert_eq!(manager.plugins().len(), 2);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the id is malformed, and as [`register`](Self::register). The manager is then as it was.
    pub fn register_as<I: IntoInstance>(
        &self,
        id: &str,
        plugin: I,
    ) -> Result<Option<Arc<I::Plugin>>, RegisterError> {
        let malformed = |error| Problem::InvalidId { plugin: I::Plugin::info(), error };
        let id = PluginId::new(id).map_err(malformed)?;
        self.register_one(Candidate::given(id, plugin.into_instance(), Instances::Many))
    }

    /// Registers the plugins of the registry that implement a hookspec of this manager's
    /// [`project`](Self::project), and returns how many came. Those whose id is registered
    /// already, is just being registered, or is blocked, are passed over, and none of their code
    /// runs; so are those that only the host constructs (`#[plugin(manual)]`).
    ///
    /// What a plugin requires is registered before it, and otherwise they come in the order of their
    /// ids. So a plugin is called before what it builds on, and of others the last id first.
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
    /// # struct Rude;
    /// # #[hookimpl]
    /// # impl Greetings for Rude { fn greet(&self) -> String { "what".to_owned() } }
    /// let manager = PluginManager::new::<dyn Greetings>();
    /// manager.block("rude")?;
    /// assert_eq!(manager.load_linked()?, 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When plugins cannot work together, as they have one id, require what is not there, or wish for
    /// an order that there is not: nothing of any plugin has run then, and the report has every such
    /// problem. ([`ResolvePolicy::Skip`] leaves them out instead.) When plugins need what the host
    /// does not give to them: this is in the same report. When sections of the configuration cannot be
    /// read: no `init` has run then, and the report has each of them. When `init` of plugins fails, or a
    /// replay: the report has each of them. No plugin is registered.
    pub fn load_linked(&self) -> Result<usize, RegisterError> {
        let linked = Registry::linked();
        let ours = linked.entries_of(self.project()).filter(|it| it.constructor().is_some());
        let candidates = all(ours.map(|entry| {
            let mut candidate = Candidate::linked(entry, Instances::Many)?;
            candidate.if_taken = IfTaken::PassOver;
            Ok(candidate)
        }))?;
        Ok(self.take_in(candidates, self.shared.policy)?.len())
    }

    /// Has a plugin of the registry constructed and registers it, whatever its project. `None`
    /// if its id is blocked.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// #[derive(Plugin)]
    /// #[plugin(init = Polite::init)]
    /// struct Polite { name: String }
    ///
    /// impl Polite {
    ///     fn init() -> Self { Self { name: "Ada".to_owned() } }
    /// }
    ///
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// let polite = manager.load::<Polite>()?.unwrap();
    /// assert_eq!(polite.name, "Ada");
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the plugin is `manual`, when it is not given what it needs, when its configuration cannot be
    /// read, when its `init` fails, and as [`register`](Self::register).
    pub fn load<P: Plugin>(&self) -> Result<Option<Arc<P>>, RegisterError> {
        let Some(entry) = Registry::linked().constructible::<P>() else {
            return Err(Problem::NotConstructible { plugin: P::info() }.into());
        };
        self.register_one(Candidate::linked(entry, Instances::One)?)
    }

    /// Has the plugin of the registry with this id constructed and registers it, whatever its
    /// project. `None` if the id is blocked.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// #[derive(Plugin, Default)]
    /// #[plugin(id = "polite-by-id")]
    /// struct Polite;
    ///
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// let polite = manager.load_by_id("polite-by-id")?.unwrap();
    /// assert_eq!(polite.info().type_name(), "Polite");
    /// assert!(manager.load_by_id("rude-by-id").is_err());
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When no plugin of the registry has the id, when several have it, and as
    /// [`load`](Self::load).
    pub fn load_by_id(&self, id: &str) -> Result<Option<RegisteredPlugin>, RegisterError> {
        let named = Registry::linked().entries().filter(|plugin| plugin.info().id() == id);
        let candidates = named.map(|plugin| match plugin.constructor() {
            Some(_) => Candidate::linked(plugin, Instances::Many),
            None => Err(Problem::NotConstructible { plugin: plugin.info() }),
        });
        let candidates = all(candidates)?;
        if candidates.is_empty() {
            return Err(Problem::NotLinked { id: id.to_owned() }.into());
        }
        Ok(self.take_in(candidates, ResolvePolicy::Fail)?.pop())
    }

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
    /// is linked is in the [`Registry`].
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
    /// assert!(manager.register(Polite)?.is_none());
    /// assert_eq!(manager.blocked(), ["polite"]);
    ///
    /// assert!(manager.unblock("polite"));
    /// assert!(manager.register(Polite)?.is_some());
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
    /// # use plugin_core::{ExclusionReason, FilterSource, PluginManager, hookspec};
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
        let Some(plugin) = state.set.get(id) else {
            also(&mut state);
            return Ok(Vec::new());
        };
        let requiring = state.set.dependents(&plugin);
        if dependents == Dependents::Refuse && !requiring.is_empty() {
            return Err(UnregisterError::new(plugin, requiring));
        }
        also(&mut state);
        self.shared.line_up_all(&mut state);
        let leaving: Vec<_> = state.set.with_dependents(&plugin);
        let plugins = leaving.iter().filter_map(|it| state.remove(it.id().as_str())).collect();
        let ids = leaving.iter().map(|it| it.id().clone()).collect();
        let gate = self.shared.gate.close();
        self.publish(state, gate, &Change::Leave(&ids));
        Ok(plugins)
    }
}

/// What becomes of the plugins that require one which goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dependents {
    Refuse,
    Follow,
}
