//! Making a manager: which plugins may take part, and what becomes of those that cannot.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use super::candidate::Replacement;
use super::filters::{Filters, List};
use super::injector::Injector;
use super::instance::IntoInstance;
use super::shared::{PluginManager, Shared};
use crate::error::{Diagnostic, RegisterError};
use crate::hook::dispatch::DispatchTables;
use crate::hook::spec::HookSpec;
use crate::info::HookSpecInfo;
use crate::isolate::{FaultLimit, Faults, listen};
use crate::registry::Registry;
use crate::resolve::ResolvePolicy;

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

    /// Whether a manager without plugins has none for no known reason.
    fn is_unexpectedly_empty(&self) -> bool {
        let linked = Registry::linked();
        let state = self.state();
        let mut ours = linked.entries_of(self.project()).filter(|it| it.constructor().is_some());
        let is_blocked =
            ours.any(|it| state.exclusions.of(&self.shared.filters, it.info().id()).is_some());
        let is_intended = self.shared.filters.blocks_all || is_blocked || !state.skipped.is_empty();
        !is_intended && !linked.is_accounted_for()
    }
}

/// Makes a [`PluginManager`] that is not as [`new`](PluginManager::new) and
/// [`discover`](PluginManager::discover) make it.
///
/// Lists name plugins by id or by pattern: `*` stands for any text, `?` for any one character. A
/// plugin takes part if no list blocks it, and each list that allows something allows it. An entry
/// that matches no plugin is a [`Diagnostic`]. Nothing of a plugin that is kept out runs.
///
/// ```standalone_crate
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// # #[derive(Plugin, Default)]
/// # struct Polite;
/// # #[hookimpl]
/// # impl Greetings for Polite { fn greet(&self) -> String { "good day".to_owned() } }
/// # #[derive(Plugin, Default)]
/// # struct LegacyGreeter;
/// # #[hookimpl]
/// # impl Greetings for LegacyGreeter { fn greet(&self) -> String { "ahoy".to_owned() } }
/// let manager = PluginManager::builder::<dyn Greetings>()
///     .block(["legacy-*"])
///     .filter_from_env("GREETER_PLUGINS")
///     .discover()?;
/// assert_eq!(manager.hook::<dyn Greetings>().greet(), ["good day"]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[must_use = "it makes a manager when `discover` or `build` is called"]
pub struct PluginManagerBuilder {
    contract: &'static HookSpecInfo,
    filters: Filters,
    policy: ResolvePolicy,
    fault_limit: Option<FaultLimit>,
    replacements: BTreeMap<String, Replacement>,
    pub(super) injector: Injector,
}

impl PluginManagerBuilder {
    fn new(contract: &'static HookSpecInfo) -> Self {
        Self {
            contract,
            filters: Filters::default(),
            policy: ResolvePolicy::default(),
            fault_limit: None,
            replacements: BTreeMap::new(),
            injector: Injector::default(),
        }
    }

    /// Lets only those plugins take part that match one of these entries, or of those given
    /// earlier: with no entry at all, none.
    pub fn allow(mut self, entries: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let list = &mut self.filters.of_host;
        list.allow([]);
        entries.into_iter().for_each(|it| list.allow([it.as_ref()]));
        self
    }

    /// Keeps those plugins out that match one of these entries.
    pub fn block(mut self, entries: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        entries.into_iter().for_each(|it| self.filters.of_host.block(it.as_ref()));
        self
    }

    /// Lets the user narrow the set by an environment variable, which is read now. Its value is a
    /// list of entries, set apart by commas or white space: `auth session` lets only these take
    /// part, `-legacy-*` keeps some out, `-*` all. If the variable is not there or empty, nothing
    /// changes.
    pub fn filter_from_env(mut self, variable: &str) -> Self {
        if let Some(value) = std::env::var_os(variable) {
            self.filters.of_variables.push((variable.to_owned(), List::of_variable(&value)));
        }
        self
    }

    /// Lets no plugin take part, unless it is [unblocked](PluginManager::unblock) one day.
    /// [`discover`](Self::discover) succeeds nevertheless.
    pub fn block_all(mut self) -> Self {
        self.filters.blocks_all = true;
        self
    }

    /// What becomes of plugins of the registry that cannot work together; by default they are
    /// [refused](ResolvePolicy::Fail), all of them.
    pub fn on_unresolved(mut self, policy: ResolvePolicy) -> Self {
        self.policy = policy;
        self
    }

    /// Contains panics of plugins: a call goes on without the plugin that panicked, and the
    /// [`Fault`](crate::fault::Fault) is kept. No plugin is suspended, however often it panics. By default,
    /// panics pass through calls. See [Panics](crate#panics).
    pub fn isolate(self) -> Self {
        self.isolate_with(FaultLimit::NEVER)
    }

    /// As [`isolate`](Self::isolate), and suspends plugins with too many faults: calls skip a suspended
    /// plugin until it is [reinstated](PluginManager::reinstate).
    pub fn isolate_with(mut self, limit: FaultLimit) -> Self {
        self.fault_limit = Some(limit);
        self
    }

    /// Registers another plugin in the place of the linked plugin with this id, whenever that would be
    /// constructed. No code of the linked plugin runs.
    ///
    /// To other plugins, to filters and to diagnostics, the replacement is the plugin that it replaces:
    /// it has its id, its version and its relations. The hooks are those that the replacement
    /// implements. The manager does not construct it, so it needs no configuration and no values of the
    /// host.
    ///
    /// This is for tests of a host, and of how plugins work together. Loading fails with
    /// [`Problem::NotLinked`](crate::Problem::NotLinked) if no plugin with the id is linked.
    ///
    /// ```standalone_crate
    /// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
    ///
    /// #[hookspec]
    /// trait Clocks { fn year(&self) -> u16; }
    ///
    /// #[derive(Plugin, Default)]
    /// struct SystemClock;
    ///
    /// #[hookimpl]
    /// impl Clocks for SystemClock { fn year(&self) -> u16 { unimplemented!("asks the system") } }
    ///
    /// #[derive(Plugin)]
    /// #[plugin(manual)]
    /// struct FixedClock(u16);
    ///
    /// #[hookimpl]
    /// impl Clocks for FixedClock { fn year(&self) -> u16 { self.0 } }
    ///
    /// let builder = PluginManager::builder::<dyn Clocks>();
    /// let manager = builder.replace("system-clock", FixedClock(2038)).discover()?;
    /// assert_eq!(manager.hook::<dyn Clocks>().year(), [2038]);
    /// assert_eq!(manager.plugins()[0].id(), "system-clock");
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn replace(mut self, id: &str, plugin: impl IntoInstance) -> Self {
        self.replacements.insert(id.to_owned(), Replacement::new(plugin.into_instance()));
        self
    }

    /// The manager, without plugins so far.
    pub fn build(self) -> PluginManager {
        let Self { contract, filters, policy, fault_limit, replacements, injector } = self;
        if fault_limit.is_some() {
            listen();
        }
        PluginManager::new_shared(Shared {
            contract,
            filters,
            policy,
            faults: fault_limit.map(|limit| Arc::new(Faults::new(limit))),
            injector,
            replacements,
            state: Mutex::default(),
            tables: DispatchTables::default(),
        })
    }

    /// The manager, with the plugins of the registry: as [`PluginManager::discover`].
    ///
    /// # Errors
    ///
    /// As [`PluginManager::discover`]. That there is no plugin is no error if the lists leave none,
    /// or if all are left out.
    pub fn discover(self) -> Result<PluginManager, RegisterError> {
        let manager = self.build();
        if manager.load_linked()? == 0 && manager.is_unexpectedly_empty() {
            let named = Registry::linked().names_crates();
            let diagnostic = Diagnostic::NoPlugins { project: manager.project(), named };
            return Err(RegisterError::diagnosed(vec![diagnostic]));
        }
        Ok(manager)
    }

    /// As [`discover`](Self::discover), and everything that [`PluginManager::diagnose`] finds is an
    /// error.
    ///
    /// # Errors
    ///
    /// As [`discover`](Self::discover), or each finding.
    pub fn discover_strict(self) -> Result<PluginManager, RegisterError> {
        let manager = self.build();
        manager.load_linked()?;
        let diagnostics = manager.diagnose().all().to_vec();
        if diagnostics.is_empty() {
            return Ok(manager);
        }
        Err(RegisterError::diagnosed(diagnostics))
    }
}

impl fmt::Debug for PluginManagerBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PluginManagerBuilder")
            .field("project", &self.contract.project())
            .field("policy", &self.policy)
            .finish_non_exhaustive()
    }
}
