//! `PluginManager`: composes the modules above it; what a host holds in its hands.

mod builder;

mod filters;

mod register;

mod take_in;

mod fit;

mod injector;

#[cfg(feature = "testing")]
mod exchange;

mod state;

mod subset;

mod faults;

mod monitoring;

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::{Arc, Mutex, MutexGuard};

use arc_swap::ArcSwap;

pub use self::builder::{PluginManagerBuilder, ResolvePolicy};
use self::filters::Filters;
pub use self::filters::{ExclusionReason, FilterSource};
use self::injector::Injector;
pub use self::monitoring::MonitorGuard;
pub use self::register::IntoInstance;
use self::state::{Published, State};
pub use self::subset::Subset;
use crate::error::RegisterError;
use crate::hook::history::Gate;
use crate::hook::lineup::{AnyLineup, Change, Lineup};
use crate::hook::monitor::{Monitor, Monitors};
use crate::hook::relay::Hooks;
use crate::hook::spec::{HookInfo, HookSpec, HookSpecInfo};
use crate::inspect::diagnostics::Diagnostics;
use crate::isolate::Faults;
use crate::lock::lock;
use crate::plugin::{Plugin, PluginId, RegisteredPlugin};
use crate::registry::Registry;
use crate::resolve::SkippedPlugin;

/// The plugins that take part, their order and their state.
///
/// Managers share nothing: each constructs its own instances of the plugins in the
/// [`Registry`](crate::Registry). A clone is another handle to the same manager.
///
/// Everything works through `&self`, from any thread, and from inside a hook call: no lock is
/// held while plugin code runs. A call goes to the plugins as they were when it began. A plugin
/// that needs the manager gets it as an argument:
///
/// ```
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
///
/// #[hookspec]
/// pub trait GatewayHooks {
///     fn on_startup(&self, plugins: &PluginManager);
/// }
///
/// #[derive(Plugin, Default)]
/// struct Bundle;
///
/// #[derive(Plugin)]
/// #[plugin(manual)]
/// struct Part {
///     name: String,
/// }
///
/// #[hookimpl]
/// impl GatewayHooks for Bundle {
///     fn on_startup(&self, plugins: &PluginManager) {
///         let part = Part { name: "first".to_owned() };
///         plugins.register(part).expect("nobody else has this id");
///     }
/// }
///
/// let manager = PluginManager::new::<dyn GatewayHooks>();
/// manager.register(Bundle)?;
/// manager.hook::<dyn GatewayHooks>().on_startup(&manager);
/// assert_eq!(manager.get_as::<Part>().unwrap().name, "first");
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
///
/// # Example
///
/// ```standalone_crate
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
///
/// #[hookspec]
/// pub trait GatewayHooks {
///     /// The first plugin with an answer wins.
///     #[hookspec(firstresult)]
///     fn authenticate(&self, token: &str) -> Option<String>;
/// }
///
/// #[derive(Plugin, Default)]
/// struct Auth;
///
/// #[hookimpl]
/// impl GatewayHooks for Auth {
///     fn authenticate(&self, token: &str) -> Option<String> {
///         (token == "t0ken").then(|| "ada".to_owned())
///     }
/// }
///
/// let plugins = PluginManager::discover::<dyn GatewayHooks>()?;
/// let hooks = plugins.hook::<dyn GatewayHooks>();
/// assert_eq!(hooks.authenticate("t0ken").as_deref(), Some("ada"));
/// assert_eq!(hooks.authenticate("guess"), None);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Clone)]
pub struct PluginManager {
    shared: Arc<Shared>,
}

struct Shared {
    /// The contract that the manager was made for.
    contract: &'static HookSpecInfo,
    filters: Filters,
    policy: ResolvePolicy,
    /// If panics of plugins are contained.
    faults: Option<Arc<Faults>>,
    injector: Injector,
    /// Locked for a moment, never while plugin code runs. Taken before the gate.
    state: Mutex<State>,
    gate: Gate,
    /// What `hook` reads, without a lock. Replaced while `state` is locked.
    published: ArcSwap<Published>,
}

/// Making one.
impl PluginManager {
    /// A manager without plugins, for the project that the hookspec `S` belongs to.
    ///
    /// ```
    /// # use plugin_core::{PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); }
    /// let manager = PluginManager::new::<dyn GatewayHooks>();
    /// assert!(manager.plugins().is_empty());
    /// ```
    pub fn new<S: HookSpec + ?Sized>() -> Self {
        Self::builder::<S>().build()
    }

    /// Makes a manager for the project that the hookspec `S` belongs to, with lists of what may
    /// take part. See [`PluginManagerBuilder`] for an example.
    pub fn builder<S: HookSpec + ?Sized>() -> PluginManagerBuilder {
        PluginManagerBuilder::new(S::INFO)
    }

    /// A manager with the plugins of the registry that belong to the project of `S`: those that
    /// implement a hookspec of the project. The same as [`new`](Self::new), then
    /// [`load_linked`](Self::load_linked).
    ///
    /// ```standalone_crate
    /// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); }
    /// # #[derive(Plugin, Default)]
    /// # struct Auth;
    /// # #[hookimpl]
    /// # impl GatewayHooks for Auth { fn on_startup(&self) {} }
    /// let manager = PluginManager::discover::<dyn GatewayHooks>()?;
    /// assert_eq!(manager.plugins().len(), 1);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`load_linked`](Self::load_linked): every problem in one report. And if there is no
    /// plugin, unless [`plugin_crates!`](crate::plugin_crates) stands in the host and all that it
    /// named is there: an empty set is never a silent accident.
    pub fn discover<S: HookSpec + ?Sized>() -> Result<Self, RegisterError> {
        Self::builder::<S>().discover()
    }

    /// As [`discover`](Self::discover), and everything that [`diagnose`](Self::diagnose) finds is
    /// an error.
    ///
    /// ```standalone_crate
    /// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); }
    /// #[derive(Plugin, Default)]
    /// struct Auth; // and no hookimpl
    ///
    /// let error = PluginManager::discover_strict::<dyn GatewayHooks>().unwrap_err();
    /// assert!(error.to_string().contains("implements no hook"));
    /// ```
    ///
    /// # Errors
    ///
    /// As [`discover`](Self::discover), or each finding.
    pub fn discover_strict<S: HookSpec + ?Sized>() -> Result<Self, RegisterError> {
        Self::builder::<S>().discover_strict()
    }

    /// The project whose plugins [`load_linked`](Self::load_linked) takes in.
    ///
    /// ```
    /// # use plugin_core::{PluginManager, hookspec};
    /// #[hookspec(project = "gateway")]
    /// trait GatewayHooks { fn on_startup(&self); }
    ///
    /// assert_eq!(PluginManager::new::<dyn GatewayHooks>().project(), "gateway");
    /// ```
    pub fn project(&self) -> &'static str {
        self.shared.contract.project()
    }
}

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
    /// manager.register(Polite)?;
    /// assert_eq!(manager.hook::<dyn Greetings>().greet("Ada"), ["good day, Ada"]);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn hook<S: HookSpec + ?Sized>(&self) -> Hooks<S> {
        if let Some(lineup) = self.shared.published.load().lineup(TypeId::of::<S>()) {
            return typed::<S>(lineup).relay().pin();
        }
        self.hook_first()
    }

    /// As [`hook`](Self::hook), of a hookspec that there may be no line-up of.
    #[cold]
    fn hook_first<S: HookSpec + ?Sized>(&self) -> Hooks<S> {
        typed::<S>(&self.lineup::<S>()).relay().pin()
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
        let monitor = Arc::new(monitor);
        self.change(|state| {
            state.numbered += 1;
            let number = state.numbered;
            state.monitors = state.monitors.with(number, monitor);
            MonitorGuard::new(self.clone(), number)
        })
    }
}

/// Looking around.
impl PluginManager {
    /// Whether anything is missing: compares what the build expected with what is linked and
    /// registered.
    ///
    /// ```
    /// # use plugin_core::{PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); }
    /// # let manager = PluginManager::new::<dyn GatewayHooks>();
    /// let diagnostics = manager.diagnose();
    /// assert!(!diagnostics.is_clean()); // no plugin is here
    /// println!("{diagnostics}");
    /// ```
    pub fn diagnose(&self) -> Diagnostics {
        let state = self.state();
        let linked = Registry::linked();
        let registered = state.plugins();
        let mut known: Vec<&str> = registered.iter().map(|it| it.id().as_str()).collect();
        linked.plugins().for_each(|it| known.push(it.id()));
        let filters = &self.shared.filters;
        let blocked = state.exclusions.blocked.iter().filter(|id| !known.contains(&id.as_str()));
        let by_host = || ExclusionReason::Blocked(FilterSource::Host);
        let unmatched = filters.unmatched(&known).map(|(by, entry)| (by, entry.to_owned()));
        let unmatched = unmatched.chain(blocked.map(|id| (by_host(), id.clone()))).collect();
        let is_empty = registered.is_empty() && !filters.nothing;
        let constructed: BTreeMap<_, _> = linked
            .entries()
            .filter(|it| it.constructor().is_some())
            .map(|it| (it.type_id(), it.info()))
            .collect();
        let of_type = |ty| constructed.get(&ty).copied();
        let known: Vec<_> = registered
            .iter()
            .map(|it| (it.id().as_str(), of_type(it.type_id())))
            .chain(linked.entries().map(|it| (it.info().id(), of_type(it.type_id()))))
            .collect();
        let given = self.shared.injector.diagnostics(&known);
        let skipped = state.skipped.clone();
        Diagnostics::of(linked, self.project(), unmatched, skipped, given, is_empty)
    }

    /// The plugins that could not work with the others and take no part, when the manager was told
    /// to [leave them out](ResolvePolicy::Skip), and why.
    ///
    /// ```
    /// # use plugin_core::{PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); }
    /// # let manager = PluginManager::new::<dyn GatewayHooks>();
    /// for skipped in manager.skipped() {
    ///     eprintln!("warning: {skipped}");
    /// }
    /// ```
    pub fn skipped(&self) -> Vec<SkippedPlugin> {
        self.state().skipped.clone()
    }

    /// The registered plugins, in the order of their registration.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # #[derive(Plugin, Default)]
    /// # struct Curt;
    /// let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite)?;
    /// manager.register(Curt)?;
    /// let ids: Vec<_> = manager.plugins().iter().map(|it| it.id().to_string()).collect();
    /// assert_eq!(ids, ["polite", "curt"]);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn plugins(&self) -> Vec<RegisteredPlugin> {
        self.state().plugins()
    }

    /// The plugin that is registered under this id.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite)?;
    /// assert_eq!(manager.get("polite").unwrap().info().type_name(), "Polite");
    /// assert!(manager.get("rude").is_none());
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn get(&self, id: &str) -> Option<RegisteredPlugin> {
        self.state().get(id).cloned()
    }

    /// The registered plugin of this type; of several, the one that was registered first.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// #[derive(Plugin)]
    /// #[plugin(manual)]
    /// struct Polite { name: String }
    ///
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite { name: "Ada".to_owned() })?;
    /// assert_eq!(manager.get_as::<Polite>().unwrap().name, "Ada");
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn get_as<P: Plugin>(&self) -> Option<Arc<P>> {
        self.state().of_type(TypeId::of::<P>())?.downcast()
    }

    /// The hooks that a plugin implements, by hookspec in the order of declaration; `None` if
    /// there is no such plugin.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; fn part(&self); }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # #[hookimpl]
    /// # impl Greetings for Polite { fn greet(&self) -> String { "good day".to_owned() } }
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite)?;
    /// let hooks = manager.hooks_for("polite").unwrap();
    /// assert_eq!(hooks.iter().map(|hook| hook.name()).collect::<Vec<_>>(), ["greet"]);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn hooks_for(&self, id: &str) -> Option<Vec<&'static HookInfo>> {
        let id: PluginId = self.get(id)?.id().clone();
        self.shared.line_up_all(&mut self.state());
        Some(self.shared.published.load().hooks_for(&id))
    }
}

impl PluginManager {
    fn with(
        contract: &'static HookSpecInfo,
        filters: Filters,
        policy: ResolvePolicy,
        faults: Option<Arc<Faults>>,
        injector: Injector,
    ) -> Self {
        let shared = Shared {
            contract,
            filters,
            policy,
            faults,
            injector,
            state: Mutex::default(),
            gate: Gate::default(),
            published: ArcSwap::default(),
        };
        Self { shared: Arc::new(shared) }
    }

    /// Whether it cannot be told why a manager without plugins has none.
    fn is_unexpectedly_empty(&self) -> bool {
        let linked = Registry::linked();
        let state = self.state();
        let mut ours = linked.entries_of(self.project()).filter(|it| it.constructor().is_some());
        let is_blocked =
            ours.any(|it| state.exclusions.of(&self.shared.filters, it.info().id()).is_some());
        let is_meant = self.shared.filters.nothing || is_blocked || !state.skipped.is_empty();
        !is_meant && !linked.is_accounted_for()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.shared.state)
    }

    fn lineup<S: HookSpec + ?Sized>(&self) -> Arc<dyn AnyLineup> {
        self.lineup_or(TypeId::of::<S>(), |gate, monitors| {
            Arc::new(Lineup::<S>::empty(gate, monitors))
        })
    }

    /// The line-up of a hookspec; if there is none, an empty one is made and published.
    fn lineup_or(
        &self,
        spec: TypeId,
        empty: impl FnOnce(&Gate, &Monitors) -> Arc<dyn AnyLineup>,
    ) -> Arc<dyn AnyLineup> {
        if let Some(lineup) = self.shared.published.load().lineup(spec) {
            return Arc::clone(lineup);
        }
        let mut state = self.state();
        if let Some(lineup) = self.shared.published.load().lineup(spec) {
            return Arc::clone(lineup);
        }
        let empty = empty(&self.shared.gate, &state.monitors);
        self.shared.line_up(&mut state, spec, empty)
    }

    /// Changes what is watched and publishes it.
    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.state();
        let result = change(&mut state);
        let (monitors, gate) = (state.monitors.clone(), self.shared.gate.close());
        if let Some(faults) = &self.shared.faults {
            faults.tell(&monitors);
        }
        self.publish(state, gate, &Change::Observe(&monitors));
        result
    }

    /// Publishes a change, and opens the locks that it was made under.
    fn publish(&self, state: MutexGuard<'_, State>, gate: MutexGuard<'_, ()>, change: &Change<'_>) {
        let changed = self.shared.published.load().after(change);
        let old = self.shared.published.swap(Arc::new(changed));
        drop(gate);
        drop(state);
        // Outside of the locks: a plugin, or a monitor, may end with it.
        drop(old);
    }
}

/// Line-ups are made when they are first asked for: while a host registers one plugin after another,
/// none has to be made anew for each. From then on, each change makes the next one.
impl Shared {
    /// Makes the line-up of a hookspec that there was none of, and publishes it.
    fn line_up(
        &self,
        state: &mut State,
        spec: TypeId,
        empty: Arc<dyn AnyLineup>,
    ) -> Arc<dyn AnyLineup> {
        let joining: Vec<_> = state.waiting.extract_if(.., |it| it.spec() == spec).collect();
        let lineup = empty.after(&Change::Join(&joining)).unwrap_or(empty);
        let published = self.published.load().with(spec, Arc::clone(&lineup));
        self.published.store(Arc::new(published));
        lineup
    }

    /// Makes all line-ups that there are hookimpls for.
    fn line_up_all(&self, state: &mut State) {
        while let Some(first) = state.waiting.first() {
            let (spec, empty) = (first.spec(), first.empty_lineup(&self.gate, &state.monitors));
            self.line_up(state, spec, empty);
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        // Plugins end in the order in which they would if all had been asked for.
        self.line_up_all(&mut lock(&self.state));
    }
}

fn typed<S: HookSpec + ?Sized>(lineup: &Arc<dyn AnyLineup>) -> &Lineup<S> {
    let lineup: &dyn Any = &**lineup;
    lineup.downcast_ref().expect("line-ups are kept by their hookspec")
}

// A panic that passes through a call or a registration leaves a manager as it was before: no lock is
// held while plugin code runs.
impl UnwindSafe for PluginManager {}

impl RefUnwindSafe for PluginManager {}

impl fmt::Debug for PluginManager {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PluginManager")
            .field("project", &self.project())
            .field("plugins", &self.plugins())
            .finish_non_exhaustive()
    }
}
