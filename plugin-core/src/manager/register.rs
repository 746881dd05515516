//! Taking plugins in and letting them go: what a host calls. How it is done is in `take_in`.

use std::any::TypeId;
use std::sync::Arc;

use super::PluginManager;
use super::state::State;
use super::take_in::{Candidate, IfTaken, Instances, all, own_id};
use crate::catalogue::Catalogue;
use crate::error::{Problem, RegisterError};
use crate::hook::lineup::Change;
use crate::plugin::{Plugin, PluginId, RegisteredPlugin};

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
    /// manager.block("polite");
    /// assert!(manager.register(Polite)?.is_none());
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the id is taken, when a plugin of this type is registered already, or when a replay
    /// fails. The manager is then as it was.
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
    /// When the id is malformed or taken, or when a replay fails. The manager is then as it was.
    pub fn register_as<I: IntoInstance>(
        &self,
        id: &str,
        plugin: I,
    ) -> Result<Option<Arc<I::Plugin>>, RegisterError> {
        let malformed = |error| Problem::MalformedId { plugin: I::Plugin::info(), error };
        let id = PluginId::new(id).map_err(malformed)?;
        self.register_one(Candidate::given(id, plugin.into_instance(), Instances::Many))
    }

    /// Registers the plugins of the catalogue that implement a hookspec of this manager's
    /// [`project`](Self::project), and returns how many came. Those whose id is registered
    /// already, is just being registered, or is blocked, are passed over, and none of their code
    /// runs; so are those that only the host constructs (`#[plugin(manual)]`).
    ///
    /// They are registered in the order of their ids, so the last id is called first.
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
    /// manager.block("rude");
    /// assert_eq!(manager.load_catalogue()?, 1);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When plugins have one id: nothing of any plugin has run then. When `init` of plugins fails,
    /// or a replay. Every such problem is in the report, and no plugin is registered.
    pub fn load_catalogue(&self) -> Result<usize, RegisterError> {
        let linked = Catalogue::linked();
        let ours = linked.entries().filter(|plugin| {
            let hookimpls = linked.hookimpls_of(plugin.type_id());
            plugin.constructor().is_some()
                && hookimpls.iter().any(|it| it.spec().project() == self.project())
        });
        let candidates = all(ours.map(|entry| {
            let mut candidate = Candidate::linked(entry, Instances::Many)?;
            candidate.if_taken = IfTaken::PassOver;
            Ok(candidate)
        }))?;
        Ok(self.take_in(candidates)?.len())
    }

    /// Has a plugin of the catalogue constructed and registers it, whatever its project. `None`
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
    /// When the plugin is `manual`, when its `init` fails, and as [`register`](Self::register).
    pub fn load<P: Plugin>(&self) -> Result<Option<Arc<P>>, RegisterError> {
        let entry = Catalogue::linked().entries().find(|it| it.type_id() == TypeId::of::<P>());
        let Some(entry) = entry.filter(|entry| entry.constructor().is_some()) else {
            return Err(Problem::NotConstructible { plugin: P::info() }.into());
        };
        self.register_one(Candidate::linked(entry, Instances::One)?)
    }

    /// Has the plugin of the catalogue with this id constructed and registers it, whatever its
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
    /// let polite = manager.load_named("polite-by-id")?.unwrap();
    /// assert_eq!(polite.info().type_name(), "Polite");
    /// assert!(manager.load_named("rude-by-id").is_err());
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When no plugin of the catalogue has the id, when several have it, and as
    /// [`load`](Self::load).
    pub fn load_named(&self, id: &str) -> Result<Option<RegisteredPlugin>, RegisterError> {
        let named = Catalogue::linked().entries().filter(|plugin| plugin.info().id() == id);
        let candidates = named.map(|plugin| match plugin.constructor() {
            Some(_) => Candidate::linked(plugin, Instances::Many),
            None => Err(Problem::NotConstructible { plugin: plugin.info() }),
        });
        let candidates = all(candidates)?;
        if candidates.is_empty() {
            return Err(Problem::NotLinked { id: id.to_owned() }.into());
        }
        Ok(self.take_in(candidates)?.pop())
    }

    /// Ends a plugin's part and returns it. Calls that run at this moment still reach it.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite)?;
    /// let polite = manager.unregister("polite").unwrap();
    /// manager.register(polite.downcast::<Polite>().unwrap())?; // the same instance again
    /// assert!(manager.unregister("rude").is_none());
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn unregister(&self, id: &str) -> Option<RegisteredPlugin> {
        self.remove(id, |_| ())
    }

    /// Blocks an id: the plugin under it is unregistered and returned, and no plugin is
    /// registered under it until it is [unblocked](Self::unblock). Any text may be blocked; what
    /// is linked is in the [`Catalogue`].
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// manager.block("polite");
    /// assert!(manager.is_blocked("polite"));
    /// assert!(manager.register(Polite)?.is_none());
    /// assert_eq!(manager.blocked(), ["polite"]);
    ///
    /// assert!(manager.unblock("polite"));
    /// assert!(manager.register(Polite)?.is_some());
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn block(&self, id: &str) -> Option<RegisteredPlugin> {
        self.remove(id, |state| {
            state.blocked.insert(id.to_owned());
        })
    }

    /// Lets plugins register under this id again, and returns whether it was blocked.
    pub fn unblock(&self, id: &str) -> bool {
        self.state().blocked.remove(id)
    }

    /// Whether the id is blocked.
    pub fn is_blocked(&self, id: &str) -> bool {
        self.state().blocked.contains(id)
    }

    /// The blocked ids, sorted.
    pub fn blocked(&self) -> Vec<String> {
        self.state().blocked.iter().cloned().collect()
    }

    fn remove(&self, id: &str, also: impl FnOnce(&mut State)) -> Option<RegisteredPlugin> {
        let mut state = self.state();
        also(&mut state);
        let plugin = state.remove(id)?;
        let gate = self.shared.gate.close();
        self.publish(state, gate, &Change::Leave(plugin.id()));
        Some(plugin)
    }
}
