//! Building a manager: which plugins it may register, and what happens to plugins that cannot work
//! together.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use super::candidate::Replacement;
use super::filters::{Filters, List};
use super::injector::Injector;
use super::instance::IntoInstance;
use super::shared::{PluginManager, Shared};
use crate::error::RegisterError;
use crate::hook::dispatch::DispatchTables;
use crate::hook::spec::HookSpec;
use crate::info::HookSpecInfo;
use crate::inspect::diagnose::no_plugins;
use crate::isolate::{FaultLimit, Faults, listen};
use crate::registry::Registry;
use crate::resolve::ResolvePolicy;

/// Creating a manager.
impl PluginManager {
    /// Creates a manager without plugins, for the project of the hookspec `S`.
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

    /// Configures a manager for the project of the hookspec `S`, before it is created. See
    /// [`PluginManagerBuilder`] for an example.
    pub fn builder<S: HookSpec + ?Sized>() -> PluginManagerBuilder {
        PluginManagerBuilder::new(S::INFO)
    }

    /// Creates a manager and registers the linked plugins that belong to the project of `S`: those
    /// that implement a hookspec of the project. This is [`new`](Self::new), then
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
    /// Like [`load_linked`](Self::load_linked): every problem in one report. Also if there is no
    /// plugin, because a manager should not be empty by accident. It is no error if
    /// [`plugin_crates!`](crate::plugin_crates) lists the plugin crates and each of them registered
    /// something.
    pub fn discover<S: HookSpec + ?Sized>() -> Result<Self, RegisterError> {
        Self::builder::<S>().discover()
    }

    /// Like [`discover`](Self::discover), but everything that [`diagnose`](Self::diagnose) finds is
    /// also an error.
    ///
    /// ```standalone_crate
    /// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); }
    /// #[derive(Plugin, Default)]
    /// struct Auth; // has no hookimpl
    ///
    /// let error = PluginManager::discover_strict::<dyn GatewayHooks>().unwrap_err();
    /// assert!(error.to_string().contains("implements no hook"));
    /// ```
    ///
    /// # Errors
    ///
    /// Like [`discover`](Self::discover). Also if there are diagnostics: the error has all of them.
    pub fn discover_strict<S: HookSpec + ?Sized>() -> Result<Self, RegisterError> {
        Self::builder::<S>().discover_strict()
    }
}

/// Configures and creates a [`PluginManager`].
///
/// Filters name plugins by id or by pattern: `*` matches any text, `?` matches any single
/// character. A plugin can be registered if no filter blocks it, and if each filter that allows
/// something allows it. An entry that matches no plugin leads to a
/// [`Diagnostic`](crate::error::Diagnostic). No code of an excluded plugin runs.
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
#[must_use = "`discover` or `build` creates the manager"]
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

    /// Allows only the plugins that match one of these entries, or an entry of an earlier call.
    /// Without any entry, no plugin is allowed.
    pub fn allow(mut self, entries: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let list = &mut self.filters.host;
        list.allow([]);
        entries.into_iter().for_each(|it| list.allow([it.as_ref()]));
        self
    }

    /// Blocks the plugins that match one of these entries.
    pub fn block(mut self, entries: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        entries.into_iter().for_each(|it| self.filters.host.block(it.as_ref()));
        self
    }

    /// Adds a filter that the user sets in an environment variable. The variable is read now. Its
    /// value is a list of entries, separated by commas or white space: `auth session` allows only
    /// these plugins, `-legacy-*` blocks some plugins, and `-*` blocks all. A variable that is not
    /// set or empty has no effect.
    pub fn filter_from_env(mut self, variable: &str) -> Self {
        if let Some(value) = std::env::var_os(variable) {
            self.filters.variables.push((variable.to_owned(), List::from_variable(&value)));
        }
        self
    }

    /// Blocks all plugins, until they are [unblocked](PluginManager::unblock). An empty manager is
    /// then no error of [`discover`](Self::discover).
    pub fn block_all(mut self) -> Self {
        self.filters.blocks_all = true;
        self
    }

    /// Sets what happens to linked plugins that cannot work together. By default,
    /// [loading fails](ResolvePolicy::Fail), and no plugin is registered.
    pub fn on_unresolved(mut self, policy: ResolvePolicy) -> Self {
        self.policy = policy;
        self
    }

    /// Contains panics of plugins: a call continues without the plugin that panicked, and the
    /// [`Fault`](crate::fault::Fault) is recorded. No plugin is suspended, however often it panics.
    /// By default, panics unwind through calls. See [Panics](crate#panics).
    pub fn isolate(self) -> Self {
        self.isolate_with(FaultLimit::NEVER)
    }

    /// Like [`isolate`](Self::isolate), but also suspends plugins with too many faults. Calls skip
    /// a suspended plugin until it is [reinstated](PluginManager::reinstate).
    pub fn isolate_with(mut self, limit: FaultLimit) -> Self {
        self.fault_limit = Some(limit);
        self
    }

    /// Replaces the linked plugin with this id: whenever the manager would construct it, this
    /// plugin is registered instead. No code of the linked plugin runs.
    ///
    /// For other plugins, filters and diagnostics, the replacement counts as the plugin that it
    /// replaces: it has the id, the version and the relations of that plugin. The hooks are those
    /// that the replacement implements. The manager does not construct the replacement, so it needs
    /// no configuration and no values from the host.
    ///
    /// This is for tests of a host, and of how plugins work together. Loading fails with
    /// [`Problem::NotLinked`](crate::Problem::NotLinked) if no plugin with the id is linked. A
    /// replacement that is not used for another reason, such as a filter, is a
    /// [`Diagnostic`](crate::error::Diagnostic::UnusedReplacement).
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

    /// Creates the manager, without plugins.
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

    /// Creates the manager and registers the linked plugins, like [`PluginManager::discover`].
    ///
    /// # Errors
    ///
    /// Like [`PluginManager::discover`]. An empty manager is no error if filters exclude a plugin
    /// of the project, or if plugins were skipped.
    pub fn discover(self) -> Result<PluginManager, RegisterError> {
        let manager = self.build();
        if manager.load_linked()? == 0 && manager.is_unexpectedly_empty(&manager.state()) {
            let diagnostic = no_plugins(Registry::linked(), manager.project());
            return Err(RegisterError::diagnosed(vec![diagnostic]));
        }
        Ok(manager)
    }

    /// Like [`discover`](Self::discover), but everything that [`PluginManager::diagnose`] finds is
    /// also an error.
    ///
    /// # Errors
    ///
    /// Like [`discover`](Self::discover). Also if there are diagnostics: the error has all of them.
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
