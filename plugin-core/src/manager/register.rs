//! Taking plugins in and letting them go: all or nothing, and no plugin code under a lock.
//!
//! 1. The ids are reserved, or every conflict is reported.
//! 2. The plugins are constructed, or every `init` that failed is reported.
//! 3. Earlier calls of historic hooks are replayed to them, or every failure is reported.
//! 4. They join all at once, unless calls were noted meanwhile: those are replayed first.

use std::any::TypeId;
use std::sync::Arc;

use super::PluginManager;
use super::state::State;
use crate::catalogue::Catalogue;
use crate::catalogue::entry::{HookimplsEntry, PluginEntry};
use crate::error::{BoxError, Problem, RegisterError};
use crate::hook::lineup::{AnyPrepared, Change};
use crate::hook::monitor::Monitors;
use crate::plugin::{Instance, Plugin, PluginId, PluginInfo, RegisteredPlugin};

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
        let absent = {
            let state = self.state();
            ours.filter(|plugin| !state.is_taken(plugin.info().id())).collect::<Vec<_>>()
        };
        let candidates = absent.into_iter().map(Candidate::linked).collect::<Result<_, _>>()?;
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
        self.register_one(Candidate { instances: Instances::One, ..Candidate::linked(entry)? })
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
            Some(_) => Candidate::linked(plugin),
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
        let changed = self.shared.published.load().after(&Change::Leave(plugin.id()));
        let old = self.shared.published.swap(Arc::new(changed));
        drop(gate);
        drop(state);
        // Outside of the locks: its last call may be over, and the plugin end with it.
        drop(old);
        Some(plugin)
    }
}

/// A plugin on its way in.
struct Candidate {
    id: PluginId,
    info: &'static PluginInfo,
    type_id: TypeId,
    instances: Instances,
    /// The hookimpls that are not in the catalogue.
    listed: fn() -> Vec<HookimplsEntry>,
    construct: Box<dyn FnOnce() -> Result<Instance, BoxError>>,
}

/// Whether the type may be registered more than once.
enum Instances {
    One,
    Many,
}

impl Candidate {
    fn given<P: Plugin>(id: PluginId, plugin: Arc<P>, instances: Instances) -> Self {
        let construct = Box::new(|| Ok(plugin as Instance));
        let type_id = TypeId::of::<P>();
        Self { id, info: P::info(), type_id, instances, listed: P::listed, construct }
    }

    /// # Panics
    ///
    /// When the entry has no constructor.
    fn linked(entry: &'static PluginEntry) -> Result<Self, Problem> {
        let construct = entry.constructor().expect("plugins without a constructor are passed over");
        let info = entry.info();
        Ok(Self {
            id: own_id(info)?,
            info,
            type_id: entry.type_id(),
            instances: Instances::Many,
            listed: Vec::new,
            construct: Box::new(construct),
        })
    }
}

fn own_id(info: &'static PluginInfo) -> Result<PluginId, Problem> {
    PluginId::new(info.id()).map_err(|error| Problem::MalformedId { plugin: info, error })
}

/// A constructed plugin and its hookimpls, before they join.
struct Joining {
    plugin: RegisteredPlugin,
    hookimpls: Vec<Box<dyn AnyPrepared>>,
}

impl PluginManager {
    fn register_one<P: Plugin>(
        &self,
        candidate: Candidate,
    ) -> Result<Option<Arc<P>>, RegisterError> {
        let registered = self.take_in(vec![candidate])?;
        Ok(registered.first().and_then(RegisteredPlugin::downcast))
    }

    /// Registers those whose id is not blocked, and returns them.
    fn take_in(&self, candidates: Vec<Candidate>) -> Result<Vec<RegisteredPlugin>, RegisterError> {
        let (reserved, candidates) = self.reserve(candidates)?;
        let plugins = all(candidates.into_iter().map(|candidate| {
            let Candidate { id, info, listed, construct, .. } = candidate;
            let instance = construct().map_err(|source| Problem::Init { plugin: info, source })?;
            Ok((RegisteredPlugin::new(id, info, instance), listed()))
        }))?;
        let joining = plugins.into_iter().map(|(it, listed)| self.prepare(it, &listed)).collect();
        let joined = self.join(joining)?;
        drop(reserved);
        Ok(joined)
    }

    /// Reserves the ids of all that are not blocked.
    fn reserve(
        &self,
        candidates: Vec<Candidate>,
    ) -> Result<(Reserved<'_>, Vec<Candidate>), RegisterError> {
        let mut reserved = Reserved { manager: self, ids: Vec::new() };
        let mut accepted = Vec::with_capacity(candidates.len());
        let mut refused = Vec::new();
        let mut problems = Vec::new();
        let mut state = self.state();
        for candidate in candidates {
            if state.blocked.contains(candidate.id.as_str()) {
                refused.push(candidate);
            } else if let Err(problem) = check_vacant(&state, &candidate) {
                problems.push(problem);
                refused.push(candidate);
            } else {
                state.pending.insert(candidate.id.clone(), candidate.info);
                reserved.ids.push(candidate.id.clone());
                accepted.push(candidate);
            }
        }
        drop(state);
        // Outside of the lock: a plugin that was given may end with its candidate.
        drop(refused);
        if problems.is_empty() {
            Ok((reserved, accepted))
        } else {
            Err(RegisterError::new(problems))
        }
    }

    /// Finds the hookimpls of a plugin, and the histories to be replayed to them.
    fn prepare(&self, plugin: RegisteredPlugin, listed: &[HookimplsEntry]) -> Joining {
        let linked = Catalogue::linked().hookimpls_of(plugin.type_id()).iter().copied();
        let mut hookimpls: Vec<_> =
            linked.chain(listed).map(|entry| entry.prepare(&plugin)).collect();
        for prepared in &mut hookimpls {
            let empty = |gate: &_, monitors: &_| prepared.empty_lineup(gate, monitors);
            let lineup = self.lineup_or(prepared.spec(), empty);
            prepared.attach(&*lineup);
        }
        Joining { plugin, hookimpls }
    }

    fn join(&self, mut joining: Vec<Joining>) -> Result<Vec<RegisteredPlugin>, RegisterError> {
        loop {
            let monitors = self.state().monitors.clone();
            all(joining.iter_mut().map(|it| it.replay(&monitors)))?;

            let mut state = self.state();
            let gate = self.shared.gate.close();
            let caught_up = |it: &Joining| it.hookimpls.iter().all(|it| it.is_caught_up());
            if !joining.iter().all(caught_up) {
                continue;
            }
            // Some may have been blocked while they were constructed.
            let (joining, blocked): (Vec<_>, Vec<_>) = joining
                .into_iter()
                .partition(|it| !state.blocked.contains(it.plugin.id().as_str()));
            let mut plugins = Vec::with_capacity(joining.len());
            let mut hookimpls = Vec::with_capacity(joining.len());
            for mut joins in joining {
                state.add(joins.plugin.clone());
                joins.hookimpls.iter_mut().for_each(|it| it.number(&mut state.numbered));
                plugins.push(joins.plugin);
                hookimpls.append(&mut joins.hookimpls);
            }
            let changed = self.shared.published.load().after(&Change::Join(&hookimpls));
            let old = self.shared.published.swap(Arc::new(changed));
            drop(gate);
            drop(state);
            // Outside of the locks: plugins may end with them.
            drop((old, blocked, hookimpls));
            return Ok(plugins);
        }
    }
}

impl Joining {
    fn replay(&mut self, monitors: &Monitors) -> Result<(), Problem> {
        let replays = self.hookimpls.iter_mut().try_for_each(|it| it.replay(monitors));
        replays.map_err(|source| {
            let (id, plugin) = (self.plugin.id().clone(), self.plugin.info());
            Problem::Replay { id, plugin, source }
        })
    }
}

/// Ids that are taken by plugins on their way in; given up when dropped, as the plugins are then
/// in, or not to come.
struct Reserved<'a> {
    manager: &'a PluginManager,
    ids: Vec<PluginId>,
}

impl Drop for Reserved<'_> {
    fn drop(&mut self) {
        let mut state = self.manager.state();
        for id in &self.ids {
            state.pending.remove(id);
        }
    }
}

fn check_vacant(state: &State, candidate: &Candidate) -> Result<(), Problem> {
    let Candidate { id, info, type_id, instances, .. } = candidate;
    let taken_by = state.pending.get(id).copied();
    let taken_by = taken_by.or_else(|| Some(state.plugin(id.as_str())?.info()));
    if let Some(first) = taken_by {
        return Err(Problem::DuplicateId { id: id.clone(), first, second: info });
    }
    if let (Instances::One, Some(first)) = (instances, state.of_type(*type_id)) {
        return Err(Problem::SecondInstance { id: first.id().clone(), plugin: info });
    }
    Ok(())
}

/// Everything that succeeded, or every problem.
fn all<T>(results: impl Iterator<Item = Result<T, Problem>>) -> Result<Vec<T>, RegisterError> {
    let mut successes = Vec::new();
    let mut problems = Vec::new();
    for result in results {
        match result {
            Ok(success) => successes.push(success),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(successes) } else { Err(RegisterError::new(problems)) }
}
