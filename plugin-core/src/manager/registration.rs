//! Registering plugins, in one straight line: collect, resolve, construct, replay, commit. All or
//! nothing, and no plugin code runs under a lock.
//!
//! 1. **Collect** the candidates: an instance of the host, or linked plugins.
//! 2. **Resolve** them together with the registered plugins, and reserve the ids of those that are to be
//!    registered. Otherwise, report every problem.
//! 3. **Construct** them: first read all configuration, then call every `init`. Otherwise, report every
//!    error.
//! 4. **Replay** the remembered calls of historic hooks to them. Otherwise, report every failure.
//! 5. **Commit**: add all of them in one step. If calls were remembered meanwhile, replay those first. If
//!    other plugins were registered or unregistered meanwhile, resolve again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::candidate::{Candidate, Entries, IfTaken, Instances, Source, own_id};
use super::injector::Known;
use super::instance::IntoInstance;
use super::registered::Registered;
use super::rules::Newcomer;
use super::shared::PluginManager;
use super::state::State;
use crate::config::Config;
use crate::error::{ExclusionReason, Problem, RegisterError};
use crate::hook::erased::AnyPrepared;
use crate::hook::monitor::Monitors;
#[cfg(feature = "testing")]
use crate::info::PluginInfo;
use crate::info::{PluginId, PluginRef};
use crate::plugin::Plugin;
use crate::registered::RegisteredPlugin;
use crate::registry::Registry;
use crate::registry::entry::PluginEntry;
use crate::resolve::{Plan, ResolvePolicy};

/// Registering plugins.
impl PluginManager {
    /// Registers a plugin that the host has constructed, under its own id. If the id is blocked,
    /// the plugin is dropped, and the result is [`Registered::Blocked`].
    ///
    /// Earlier calls of historic hooks are replayed to the plugin before new calls reach it. The
    /// plugin is then the newest one: among hookimpls of the same precedence, the newest is called
    /// first.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// let manager = PluginManager::new::<dyn Greetings>();
    /// assert!(manager.register(Polite)?.is_active());
    ///
    /// manager.block("rude")?;
    /// assert!(!manager.register_as("rude", Polite)?.is_active());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the id is taken, if a plugin of this type is already registered, if the plugin cannot
    /// work with the registered plugins (because of requirements, conflicts or ordering
    /// constraints), or if a replay fails. The manager then does not change.
    pub fn register<I: IntoInstance>(
        &self,
        plugin: I,
    ) -> Result<Registered<Arc<I::Plugin>>, RegisterError> {
        let id = own_id(I::Plugin::info())?;
        self.register_one(Candidate::constructed(id, plugin.into_instance(), Instances::One))
    }

    /// Registers a plugin under an id that the host chooses. Several plugins of one type can be
    /// registered in this way.
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
    /// If the id is invalid, and like [`register`](Self::register). The manager then does not
    /// change.
    pub fn register_as<I: IntoInstance>(
        &self,
        id: &str,
        plugin: I,
    ) -> Result<Registered<Arc<I::Plugin>>, RegisterError> {
        let invalid = |error| Problem::InvalidId { plugin: I::Plugin::info(), error };
        let id = PluginId::new(id).map_err(invalid)?;
        self.register_one(Candidate::constructed(id, plugin.into_instance(), Instances::Many))
    }

    /// Constructs and registers the linked plugins that implement a hookspec of this manager's
    /// [`project`](Self::project), and returns their number. A plugin whose id is registered, is
    /// being registered, or is blocked is skipped, and none of its code runs. A plugin that only
    /// the host constructs (`#[plugin(manual)]`) is also skipped.
    ///
    /// A plugin is registered after the plugins that it requires. Otherwise, plugins are registered
    /// in the order of their ids. So a plugin is called before the plugins that it requires, and
    /// otherwise the plugin with the last id is called first.
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
    /// If there is an error, no plugin is registered. Registration fails at one of these steps, and
    /// the error has every problem of that step:
    ///
    /// * Plugins cannot work together, because they have the same id, a requirement is not met, or ordering
    ///   constraints form a cycle; or a plugin needs a value that the host does not provide. No plugin code
    ///   has run. With [`ResolvePolicy::Skip`], plugins that cannot work with the others are skipped
    ///   instead.
    /// * A section of the configuration cannot be read. No `init` has run.
    /// * The `init` of a plugin fails.
    /// * A replay fails.
    pub fn load_linked(&self) -> Result<usize, RegisterError> {
        let linked = Registry::linked().entries_of(self.project());
        let linked = linked.filter(|it| it.constructor().is_some());
        let unknown = self.unknown_replacements().map(Err);
        let candidates = linked.map(|it| Ok(self.linked(it, Instances::Many)?.unless_taken()));
        let candidates = all(unknown.chain(candidates))?;
        Ok(self.register_all(candidates, self.shared.policy)?.plugins.len())
    }

    /// Constructs a linked plugin and registers it, regardless of its project.
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
    /// let polite = manager.load::<Polite>()?.expect_active();
    /// assert_eq!(polite.name, "Ada");
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the plugin is `manual`, if it needs a value that the host does not provide, if its
    /// configuration cannot be read, if its `init` fails, and like [`register`](Self::register).
    pub fn load<P: Plugin>(&self) -> Result<Registered<Arc<P>>, RegisterError> {
        let Some(entry) = Registry::linked().constructible::<P>() else {
            return Err(Problem::NotConstructible { plugin: P::info() }.into());
        };
        self.register_one(self.linked_as(entry)?)
    }

    /// Constructs the linked plugin with this id and registers it, regardless of its project.
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
    /// let polite = manager.load_by_id("polite-by-id")?.expect_active();
    /// assert_eq!(polite.info().type_name(), "Polite");
    /// assert!(manager.load_by_id("rude-by-id").is_err());
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If no linked plugin has the id, if several have it, and like [`load`](Self::load).
    pub fn load_by_id(&self, id: &str) -> Result<Registered<RegisteredPlugin>, RegisterError> {
        let candidates = self.linked_by_id(id)?;
        Ok(self.register_all(candidates, ResolvePolicy::Fail)?.into_one())
    }

    /// Like [`load_by_id`](Self::load_by_id), but also loads the linked plugins that the plugin
    /// requires, those that they require, and so on. All of them are registered together, or none.
    ///
    /// A requirement that a registered plugin meets loads nothing, and neither does an `optional`
    /// one. If several linked plugins provide a required capability, none of them is loaded: the
    /// host must choose one and load it first.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); }
    /// #[derive(Plugin, Default)]
    /// #[plugin(id = "sessions")]
    /// struct Sessions;
    ///
    /// #[derive(Plugin, Default)]
    /// #[plugin(id = "accounts", requires("sessions"))]
    /// struct Accounts;
    ///
    /// # let manager = PluginManager::new::<dyn GatewayHooks>();
    /// assert!(manager.load_by_id("accounts").is_err());
    /// manager.load_with_requirements("accounts")?.expect_active();
    /// assert!(manager.get_as::<Sessions>().is_some());
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If a requirement is not met even so, and like [`load_by_id`](Self::load_by_id).
    pub fn load_with_requirements(
        &self,
        id: &str,
    ) -> Result<Registered<RegisteredPlugin>, RegisterError> {
        let candidates = self.linked_by_id(id)?;
        // What a blocked plugin requires is not loaded.
        if let Some(reason) = self.exclusion(id) {
            return Ok(Registered::Blocked(reason));
        }
        let candidates = self.with_requirements(candidates)?;
        Ok(self.register_all(candidates, ResolvePolicy::Fail)?.into_one_of(id))
    }
}

/// For tests of plugins.
#[cfg(feature = "testing")]
impl PluginManager {
    /// Registers an instance with facts that differ from those of its type.
    pub(crate) fn register_known_as<P: Plugin>(
        &self,
        id: PluginId,
        info: &'static PluginInfo,
        plugin: Arc<P>,
    ) -> Result<Registered<Arc<P>>, RegisterError> {
        self.register_one(Candidate::constructed(id, plugin, Instances::Many).known_as(info))
    }

    /// Constructs a linked plugin, and registers it with facts that differ from those of its type.
    pub(crate) fn load_known_as<P: Plugin>(
        &self,
        info: &'static PluginInfo,
    ) -> Result<Registered<Arc<P>>, RegisterError> {
        let Some(entry) = Registry::linked().constructible::<P>() else {
            return Err(Problem::NotConstructible { plugin: P::info() }.into());
        };
        self.register_one(self.linked_as(entry)?.known_as(info))
    }
}

/// The result of a request.
struct Outcome {
    plugins: Vec<RegisteredPlugin>,
    /// The reason, if the id of a candidate is blocked.
    blocked: Option<ExclusionReason>,
}

impl Outcome {
    /// The outcome of a request with one candidate.
    fn into_one(mut self) -> Registered<RegisteredPlugin> {
        let plugin = self.plugins.pop();
        self.into_registered(plugin)
    }

    /// The outcome for one of several candidates.
    fn into_one_of(mut self, id: &str) -> Registered<RegisteredPlugin> {
        let plugin = self.plugins.extract_if(.., |it| it.id() == id).next();
        self.into_registered(plugin)
    }

    fn into_registered(self, plugin: Option<RegisteredPlugin>) -> Registered<RegisteredPlugin> {
        match (plugin, self.blocked) {
            (Some(plugin), _) => Registered::Active(plugin),
            (None, Some(reason)) => Registered::Blocked(reason),
            (None, None) => unreachable!("a candidate is registered, blocked, or an error"),
        }
    }
}

impl PluginManager {
    fn register_one<P: Plugin>(
        &self,
        candidate: Candidate,
    ) -> Result<Registered<Arc<P>>, RegisterError> {
        let one = self.register_all(vec![candidate], ResolvePolicy::Fail)?.into_one();
        Ok(one.map(|plugin| plugin.downcast().expect("the candidate is a `P`")))
    }

    fn register_all(
        &self,
        candidates: Vec<Candidate>,
        policy: ResolvePolicy,
    ) -> Result<Outcome, RegisterError> {
        all(candidates.iter().map(Candidate::check_hookimpls))?;
        let (mut reservation, candidates) = self.resolve(candidates, policy)?;
        let mut prepared = self.construct_all(candidates)?;
        loop {
            self.replay(&mut prepared)?;
            match self.commit(&mut reservation, prepared, policy)? {
                Commit::Done(outcome) => return Ok(outcome),
                Commit::CallsMeanwhile(again) => prepared = again,
            }
        }
    }

    // ---- collect ------------------------------------------------------------------------------

    /// The candidate for a linked plugin: the plugin or its replacement.
    fn linked(&self, entry: &PluginEntry, instances: Instances) -> Result<Candidate, Problem> {
        let candidate = Candidate::linked(entry, instances)?;
        Ok(match self.shared.replacements.get(entry.info().id()) {
            Some(replacement) => candidate.replaced_by(replacement),
            None => candidate,
        })
    }

    /// The candidate for a linked plugin that is loaded by its type.
    fn linked_as(&self, entry: &PluginEntry) -> Result<Candidate, Problem> {
        let candidate = self.linked(entry, Instances::One)?;
        if candidate.type_id == entry.type_id() {
            Ok(candidate)
        } else {
            Err(Problem::Replaced { plugin: entry.info() })
        }
    }

    /// The candidates for the linked plugins with this id.
    ///
    /// # Errors
    ///
    /// If there is none, or only the host constructs it.
    fn linked_by_id(&self, id: &str) -> Result<Vec<Candidate>, RegisterError> {
        let entries = Registry::linked().with_id(id);
        let candidates = all(entries.map(|it| self.linked(it, Instances::Many)))?;
        if candidates.is_empty() {
            return Err(not_linked(id).into());
        }
        Ok(candidates)
    }

    /// Adds the linked plugins that the candidates require, directly or indirectly, unless a
    /// registered plugin meets the requirement.
    fn with_requirements(
        &self,
        mut candidates: Vec<Candidate>,
    ) -> Result<Vec<Candidate>, RegisterError> {
        let registered = self.plugins();
        let mut checked = 0;
        while let Some(candidate) = candidates.get(checked) {
            checked += 1;
            for requirement in candidate.plugin().info().requires() {
                let present = registered.iter().map(RegisteredPlugin::plugin_ref);
                let mut present = present.chain(candidates.iter().map(Candidate::plugin));
                if present.any(|it| it.meets(requirement)) {
                    continue;
                }
                if let Some(entry) = Registry::linked().only_provider(requirement) {
                    candidates.push(self.linked(entry, Instances::Many)?.unless_taken());
                }
            }
        }
        Ok(candidates)
    }

    /// A problem for each replacement whose plugin is not linked.
    fn unknown_replacements(&self) -> impl Iterator<Item = Problem> {
        let is_linked = |id: &&String| Registry::linked().with_id(id).next().is_some();
        let unknown = self.shared.replacements.keys().filter(move |id| !is_linked(id));
        unknown.map(|id| not_linked(id))
    }

    // ---- resolve ------------------------------------------------------------------------------

    /// Reserves the ids of the candidates that are not blocked and can be registered together.
    /// Returns these candidates in registration order.
    fn resolve(
        &self,
        candidates: Vec<Candidate>,
        policy: ResolvePolicy,
    ) -> Result<(Reservation<'_>, Vec<Candidate>), RegisterError> {
        let mut accepted = Vec::with_capacity(candidates.len());
        let mut dismissed = Vec::new();
        let mut problems = Vec::new();
        let mut blocked = None;
        let mut state = self.state();
        for candidate in candidates {
            let id = candidate.plugin().id().as_str();
            if let Some(reason) = state.exclusions.reason(&self.shared.filters, id) {
                blocked = Some(reason);
                dismissed.push(candidate);
            } else if candidate.if_taken == IfTaken::Skip && state.is_taken(id) {
                dismissed.push(candidate);
            } else if let Err(problem) = check_vacant(&state, &candidate) {
                problems.push(problem);
                dismissed.push(candidate);
            } else {
                accepted.push(candidate);
            }
        }
        let newcomers: Vec<_> = accepted.iter().map(Candidate::newcomer).collect();
        let plan = self.plan(&state, &newcomers, policy).unwrap_or_else(|more| {
            problems.extend(more);
            Plan::default()
        });
        let with_needs = accepted.iter().filter(|it| {
            let is_skipped = || plan.skipped.iter().any(|skipped| skipped.plugin() == it.plugin());
            it.needs_construction() && !it.plugin().info().needs().is_empty() && !is_skipped()
        });
        problems.extend(self.shared.injector.check(with_needs.map(|it| it.plugin().clone())));
        let request = problems.is_empty().then(|| state.reserve(plan.order.clone()));
        let generation = state.generation();
        drop(state);
        // The other candidates are dropped now that no lock is held, because they may contain a
        // plugin.
        let (accepted, others) = in_order(accepted, &plan.order);
        dismissed.into_iter().chain(others).for_each(|it| self.dismiss(it));
        if !problems.is_empty() {
            return Err(RegisterError::new(problems));
        }
        Ok((Reservation { manager: self, request, generation, plan, blocked }, accepted))
    }

    // ---- construct ----------------------------------------------------------------------------

    fn construct_all(&self, candidates: Vec<Candidate>) -> Result<Vec<Prepared>, RegisterError> {
        let configured = all(candidates.into_iter().map(|it| Ok((self.read_config(&it)?, it))))?;
        let constructed = all(configured.into_iter().map(|(config, mut candidate)| {
            let entries = std::mem::take(&mut candidate.hookimpls);
            Ok((self.instance(candidate, config)?, entries))
        }))?;
        Ok(constructed.into_iter().map(|(it, entries)| self.prepare(it, entries)).collect())
    }

    /// Reads the configuration of a plugin that is to be constructed.
    fn read_config(&self, candidate: &Candidate) -> Result<Config, Problem> {
        let Source::Registry { read: Some(read), .. } = candidate.source else {
            return Ok(Box::new(()));
        };
        let plugin = candidate.plugin();
        let injector = &self.shared.injector;
        let mut config =
            self.construct(plugin.clone(), || Ok(injector.read(read, plugin.clone())))?;
        if let Err(Problem::Misconfigured { has_section: false, unread, .. }) = &mut config {
            let registered = self.state().plugins();
            let known = Known::all(&registered);
            *unread = injector.unread(&known).map(|(section, _)| section.to_owned()).collect();
        }
        config
    }

    /// The instance of a plugin. The manager constructs it, unless the host has done so.
    fn instance(&self, candidate: Candidate, config: Config) -> Result<RegisteredPlugin, Problem> {
        let plugin = candidate.plugin().clone();
        let (instance, injected) = match candidate.source {
            Source::Host(instance) => (instance, Vec::new()),
            Source::Registry { construct, .. } => {
                let context = self.shared.injector.context(plugin.id().clone());
                let instance = self.construct(plugin.clone(), || construct(&context, config))?;
                (instance, context.into_injected())
            }
        };
        Ok(RegisteredPlugin::new(plugin, instance, injected, self.new_plugin_faults()))
    }

    /// Prepares the hookimpls of a plugin, and attaches the histories that must be replayed to
    /// them.
    fn prepare(&self, plugin: RegisteredPlugin, entries: Entries) -> Prepared {
        let mut hookimpls: Vec<_> = entries.iter().map(|entry| entry.prepare(&plugin)).collect();
        for it in &mut hookimpls {
            self.shared.tables.attach(&mut **it);
        }
        Prepared { plugin, entries, hookimpls }
    }

    // ---- replay -------------------------------------------------------------------------------

    fn replay(&self, prepared: &mut [Prepared]) -> Result<(), RegisterError> {
        let monitors = self.shared.tables.monitors();
        all(prepared.iter_mut().map(|it| it.replay(&monitors)))?;
        Ok(())
    }

    // ---- commit -------------------------------------------------------------------------------

    fn commit(
        &self,
        reservation: &mut Reservation<'_>,
        prepared: Vec<Prepared>,
        policy: ResolvePolicy,
    ) -> Result<Commit, RegisterError> {
        let mut state = self.state();
        let gate = self.shared.tables.close_gate();
        if !prepared.iter().all(Prepared::is_caught_up) {
            drop(gate);
            drop(state);
            return Ok(Commit::CallsMeanwhile(prepared));
        }
        // The ids are released in the same step in which the plugins are added. Code that sees a
        // plugin may unregister it, and must then find its id free.
        reservation.release(&mut state);
        let mut plan = std::mem::take(&mut reservation.plan);
        let mut blocked = reservation.blocked.take();
        let (mut joining, mut rejected) = (prepared, Vec::new());
        if state.generation() != reservation.generation {
            // While the plugins were constructed, ids may have been blocked, and other plugins may
            // have been registered or unregistered.
            let exclusion = |it: &Prepared| {
                state.exclusions.reason(&self.shared.filters, it.plugin.id().as_str())
            };
            blocked = joining.iter().find_map(exclusion).or(blocked);
            rejected = joining.extract_if(.., |it| exclusion(it).is_some()).collect();
            let newcomers: Vec<_> = joining.iter().map(Prepared::newcomer).collect();
            match self.plan(&state, &newcomers, policy) {
                Ok(again) => {
                    state.record_skipped(plan.skipped);
                    plan = again;
                }
                Err(problems) => {
                    drop(gate);
                    drop(state);
                    return Err(RegisterError::new(problems));
                }
            }
            let order: BTreeSet<_> = plan.order.iter().map(PluginRef::id).collect();
            rejected.extend(joining.extract_if(.., |it| !order.contains(it.plugin.id())));
        }
        state.record_skipped(plan.skipped);
        let mut plugins = Vec::with_capacity(joining.len());
        let mut hookimpls = Vec::with_capacity(joining.len());
        for mut it in joining {
            it.hookimpls.iter_mut().for_each(|it| it.number(state.numbers()));
            plugins.push(it.plugin);
            hookimpls.append(&mut it.hookimpls);
        }
        state.add(&plugins, plan.added);
        let replaced = self.shared.tables.join(&gate, hookimpls);
        drop(gate);
        drop(state);
        // Dropped now that no lock is held, because plugins may be dropped with them.
        drop((replaced, rejected));
        Ok(Commit::Done(Outcome { plugins, blocked }))
    }
}

/// The result of an attempt to commit.
enum Commit {
    Done(Outcome),
    /// Calls were remembered since the replay. They must be replayed first.
    CallsMeanwhile(Vec<Prepared>),
}

/// A constructed plugin and its hookimpls, before they are added.
struct Prepared {
    plugin: RegisteredPlugin,
    entries: Entries,
    hookimpls: Vec<Box<dyn AnyPrepared>>,
}

impl Prepared {
    /// Whether no call was remembered since the last replay. The gate must be closed.
    fn is_caught_up(&self) -> bool {
        self.hookimpls.iter().all(|it| it.is_caught_up())
    }

    fn newcomer(&self) -> Newcomer<'_> {
        Newcomer { plugin: self.plugin.plugin_ref(), hookimpls: &self.entries }
    }

    fn replay(&mut self, monitors: &Monitors) -> Result<(), Problem> {
        let replays = self.hookimpls.iter_mut().try_for_each(|it| it.replay(monitors));
        replays.map_err(|source| {
            let (id, plugin) = (self.plugin.id().clone(), self.plugin.info());
            Problem::Replay { id, plugin, source }
        })
    }
}

impl Candidate {
    fn newcomer(&self) -> Newcomer<'_> {
        Newcomer { plugin: self.plugin(), hookimpls: &self.hookimpls }
    }
}

/// Splits candidates into those of the plan, in its order, and the others.
fn in_order(candidates: Vec<Candidate>, order: &[PluginRef]) -> (Vec<Candidate>, Vec<Candidate>) {
    let is = |it: &Candidate, planned: &PluginRef| {
        std::ptr::eq(it.plugin().info(), planned.info()) && it.plugin().id() == planned.id()
    };
    if candidates.len() == order.len() && candidates.iter().zip(order).all(|(a, b)| is(a, b)) {
        return (candidates, Vec::new());
    }
    let mut candidates: Vec<_> =
        candidates.into_iter().map(|it| (it.plugin().id().clone(), Some(it))).collect();
    candidates.sort_by(|(a, _), (b, _)| a.cmp(b));
    let planned = order.iter().filter_map(|planned| {
        let first = candidates.partition_point(|(id, _)| id < planned.id());
        let mut same_id = candidates[first..].iter_mut().take_while(|(id, _)| id == planned.id());
        same_id.find_map(|(_, candidate)| candidate.take_if(|it| is(it, planned)))
    });
    (planned.collect(), candidates.into_iter().filter_map(|(_, it)| it).collect())
}

/// The reserved ids of a request. They are released when its plugins are registered, or when the
/// request fails.
struct Reservation<'a> {
    manager: &'a PluginManager,
    /// The number of the request; `None` after the ids are released.
    request: Option<u64>,
    /// The generation of the state that the plan was made for.
    generation: u64,
    plan: Plan,
    /// The reason, if the id of a candidate is blocked.
    blocked: Option<ExclusionReason>,
}

impl Drop for Reservation<'_> {
    fn drop(&mut self) {
        if self.request.is_some() {
            let mut state = self.manager.state();
            self.release(&mut state);
        }
    }
}

impl Reservation<'_> {
    fn release(&mut self, state: &mut State) {
        if let Some(request) = self.request.take() {
            state.release(request);
        }
    }
}

/// The problem that no linked plugin has this id.
fn not_linked(id: &str) -> Problem {
    Problem::NotLinked { id: id.to_owned(), nearest: Registry::linked().nearest_id(id) }
}

fn check_vacant(state: &State, candidate: &Candidate) -> Result<(), Problem> {
    let (id, info) = (candidate.plugin().id(), candidate.plugin().info());
    let taken_by = state.pending_as(id.as_str());
    let taken_by = taken_by.or_else(|| Some(state.get(id.as_str())?.info()));
    if let Some(first) = taken_by {
        return Err(Problem::DuplicateId { id: id.clone(), first, second: info });
    }
    if candidate.instances == Instances::One {
        let pending = state.pending().filter(|it| it.info() == info).map(PluginRef::id).min();
        if let Some(first) = pending.or_else(|| Some(state.of_type(candidate.type_id)?.id())) {
            return Err(Problem::SecondInstance { id: first.clone(), plugin: info });
        }
    }
    Ok(())
}

/// Returns all successes, or every problem.
fn all<T>(results: impl Iterator<Item = Result<T, Problem>>) -> Result<Vec<T>, RegisterError> {
    let mut successes = Vec::with_capacity(results.size_hint().0);
    let mut problems = Vec::new();
    for result in results {
        match result {
            Ok(success) => successes.push(success),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(successes) } else { Err(RegisterError::new(problems)) }
}
