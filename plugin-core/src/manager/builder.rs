//! Making a manager: which plugins may take part, and what becomes of those that cannot.

use std::fmt;
use std::num::NonZeroU32;
use std::sync::Arc;

use super::PluginManager;
use super::filters::{Filters, List};
use super::injector::Injector;
use crate::error::{Problem, RegisterError};
use crate::hook::spec::HookSpecInfo;
use crate::inspect::diagnostics::Diagnostic;
use crate::isolate::{Faults, listen};
use crate::registry::Registry;

/// What becomes of plugins of the registry that cannot work together.
///
/// ```
/// # use plugin_core::ResolvePolicy;
/// assert_eq!(ResolvePolicy::default(), ResolvePolicy::Fail);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ResolvePolicy {
    /// All or nothing: no plugin is registered, and the error lists every problem.
    #[default]
    Fail,
    /// Those that cannot take part are left out, with everything that requires them;
    /// [`PluginManager::skipped`] tells which and why. Of two in conflict, the one that declares
    /// it is left out. What is wrong with a plugin by itself, as an `init` that fails, is an error
    /// nevertheless; so is what the host does not give to it.
    Skip,
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
    faults: Option<Faults>,
    pub(super) injector: Injector,
}

impl PluginManagerBuilder {
    pub(super) fn new(contract: &'static HookSpecInfo) -> Self {
        let (filters, policy) = (Filters::default(), ResolvePolicy::default());
        let injector = Injector::default();
        Self { contract, filters, policy, faults: None, injector }
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
        self.filters.nothing = true;
        self
    }

    /// What becomes of plugins of the registry that cannot work together; by default they are
    /// [refused](ResolvePolicy::Fail), all of them.
    pub fn on_unresolved(mut self, policy: ResolvePolicy) -> Self {
        self.policy = policy;
        self
    }

    /// Has panics of plugins contained: a call goes on without the one that panicked, and the
    /// [`Fault`](crate::Fault) is kept. A plugin with `limit` faults is out of service, which means
    /// that calls pass it over, until it is [put back](PluginManager::reinstate); with a limit of 0,
    /// none ever is. By default, panics pass through calls. See [Panics](crate#panics).
    pub fn isolate(mut self, limit: u32) -> Self {
        self.faults = Some(Faults::new(NonZeroU32::new(limit)));
        self
    }

    /// The manager, without plugins so far.
    pub fn build(self) -> PluginManager {
        let Self { contract, filters, policy, faults, injector } = self;
        if faults.is_some() {
            listen();
        }
        PluginManager::with(contract, filters, policy, faults.map(Arc::new), injector)
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
            return Err(Problem::Diagnostic(diagnostic).into());
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
        Err(RegisterError::new(diagnostics.into_iter().map(Problem::Diagnostic).collect()))
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
