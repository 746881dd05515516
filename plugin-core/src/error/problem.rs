//! One reason why plugins are not registered.

use super::dependent::Dependent;
use super::missing::MissingReason;
use super::provider::Provider;
use crate::hook::constraints::OrderConstraint;
use crate::hook::replay_error::ReplayError;
use crate::info::id::InvalidIdError;
use crate::info::{HookInfo, HookSpecInfo, PluginId, PluginInfo, PluginRef, Requirement, TypeKey};
use crate::util::BoxError;

/// One reason why plugins were not registered. The `Display` form names the plugins with their
/// packages and source lines, and suggests how to fix the problem.
///
/// ```
/// # use plugin_core::{Plugin, PluginManager, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin)]
/// #[plugin(init = Keys::load)]
/// struct Keys;
///
/// impl Keys {
///     fn load() -> Result<Self, String> {
///         Err("no key file".to_owned())
///     }
/// }
///
/// # let manager = PluginManager::new::<dyn Greetings>();
/// let error = manager.load::<Keys>().err().unwrap();
/// let report = error.to_string();
/// assert!(report.contains("`init` of plugin `keys`"));
/// assert!(report.contains("failed: no key file"));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Problem {
    /// Two plugins have the same id.
    #[non_exhaustive]
    DuplicateId {
        /// The id.
        id: PluginId,
        /// The plugin that is registered under the id, or that comes first among the candidates.
        first: &'static PluginInfo,
        /// The plugin that was not registered.
        second: &'static PluginInfo,
    },
    /// A plugin of this type is already registered, under another id.
    #[non_exhaustive]
    SecondInstance {
        /// The id of the registered plugin.
        id: PluginId,
        /// The type.
        plugin: &'static PluginInfo,
    },
    /// The id is invalid.
    #[non_exhaustive]
    InvalidId {
        /// The plugin that was to be registered.
        plugin: &'static PluginInfo,
        /// The id, and the rule for ids.
        error: InvalidIdError,
    },
    /// No linked plugin has the id.
    #[non_exhaustive]
    NotLinked {
        /// The id.
        id: String,
        /// The id that is probably meant, if this one is misspelled.
        nearest: Option<String>,
    },
    /// The hookimpls of the plugin are not known, because plugins cannot register themselves at
    /// link time on this target. A [`PluginSet`](macro@crate::PluginSet) does not need that.
    #[non_exhaustive]
    NoRegistry {
        /// The plugin.
        plugin: &'static PluginInfo,
    },
    /// Only the host can construct the plugin (`#[plugin(manual)]`).
    #[non_exhaustive]
    NotConstructible {
        /// The plugin.
        plugin: &'static PluginInfo,
    },
    /// The plugin is [replaced](crate::PluginManagerBuilder::replace) by a plugin of another type.
    #[non_exhaustive]
    Replaced {
        /// The plugin.
        plugin: &'static PluginInfo,
    },
    /// No plugin has the id or provides the capability that the plugin requires.
    #[non_exhaustive]
    Missing {
        /// The plugin.
        plugin: PluginRef,
        /// The requirement.
        requirement: &'static Requirement,
        /// Why no plugin meets the requirement.
        reason: MissingReason,
        /// The plugin that requires this plugin, the plugin that requires that one, and so on.
        chain: Vec<Dependent>,
    },
    /// The plugin requires another version than the one that is registered or a candidate.
    #[non_exhaustive]
    WrongVersion {
        /// The plugin.
        plugin: PluginRef,
        /// The requirement.
        requirement: &'static Requirement,
        /// The plugins that have the id or provide the capability in other versions.
        found: Vec<Provider>,
        /// The plugin that requires this plugin, the plugin that requires that one, and so on.
        chain: Vec<Dependent>,
    },
    /// Several plugins meet a requirement, and it must be exactly one.
    #[non_exhaustive]
    SeveralProviders {
        /// The plugin.
        plugin: PluginRef,
        /// The requirement.
        requirement: &'static Requirement,
        /// The plugins that meet the requirement.
        providers: Vec<Provider>,
        /// The plugin that requires this plugin, the plugin that requires that one, and so on.
        chain: Vec<Dependent>,
    },
    /// The plugin conflicts with another plugin.
    #[non_exhaustive]
    Conflict {
        /// The plugin that declares the conflict.
        plugin: PluginRef,
        /// The declared conflict.
        conflict: &'static Requirement,
        /// The other plugin.
        with: Provider,
        /// The plugin that requires this plugin, the plugin that requires that one, and so on.
        chain: Vec<Dependent>,
    },
    /// Plugins require each other in a cycle, so none of them can be registered first.
    #[non_exhaustive]
    Cycle {
        /// Each plugin of the cycle, and its requirement that the next plugin meets.
        steps: Vec<Dependent>,
    },
    /// The plugin does not support this version of the host's contract.
    #[non_exhaustive]
    ContractMismatch {
        /// The plugin.
        plugin: PluginRef,
        /// The contract.
        contract: &'static HookSpecInfo,
        /// The plugin that requires this plugin, the plugin that requires that one, and so on.
        chain: Vec<Dependent>,
    },
    /// Ordering constraints of a hook form a cycle, so no call order satisfies them.
    #[non_exhaustive]
    OrderCycle {
        /// The hook.
        hook: &'static HookInfo,
        /// The constraints, in the order of the cycle; the last one leads back to the first.
        constraints: Vec<OrderConstraint>,
    },
    /// The plugin needs a value that the host does not provide. See [`Context`](crate::Context).
    #[non_exhaustive]
    MissingValue {
        /// The plugin.
        plugin: PluginRef,
        /// The type of the value.
        type_key: TypeKey,
        /// The types of the values that the host provides to the plugin.
        available: Vec<TypeKey>,
    },
    /// The host provides two values of one type to the same plugins.
    #[non_exhaustive]
    ProvidedTwice {
        /// The type.
        type_key: TypeKey,
        /// The id of the plugin; `None` if the values are provided to all plugins.
        to: Option<String>,
    },
    /// The configuration of the plugin cannot be read.
    #[non_exhaustive]
    Misconfigured {
        /// The plugin.
        plugin: PluginRef,
        /// The path in the document, beginning with the section: `auth.tokens[2].name`.
        path: String,
        /// What is wrong at this path.
        message: String,
        /// Whether the document has a section for the plugin. If not, an empty section was read.
        has_section: bool,
        /// If not, the sections of the document that no plugin reads, sorted. The section of the
        /// plugin is probably among them, under a wrong name.
        unread: Vec<String>,
    },
    /// The plugin's `init` failed.
    #[non_exhaustive]
    Init {
        /// The plugin.
        plugin: &'static PluginInfo,
        /// The error.
        source: BoxError,
    },
    /// An earlier call of a historic hook was replayed to the plugin, and the replay failed.
    #[non_exhaustive]
    Replay {
        /// The id under which the plugin was to be registered.
        id: PluginId,
        /// The plugin.
        plugin: &'static PluginInfo,
        /// The hook and the error.
        source: ReplayError,
    },
}

/// For the resolver.
impl Problem {
    /// The plugins that the problem is between. The first is the plugin that declares the
    /// requirement, conflict or constraint. Empty for problems of other kinds.
    pub(crate) fn parties(&self) -> Vec<&PluginRef> {
        match self {
            Self::Missing { plugin, .. } | Self::ContractMismatch { plugin, .. } => vec![plugin],
            Self::WrongVersion { plugin, found: providers, .. }
            | Self::SeveralProviders { plugin, providers, .. } => {
                let providers = providers.iter().map(Provider::plugin);
                [plugin].into_iter().chain(providers).collect()
            }
            Self::Conflict { plugin, with, .. } => vec![plugin, with.plugin()],
            Self::Cycle { steps } => steps.iter().map(Dependent::plugin).collect(),
            Self::OrderCycle { constraints, .. } => constraints
                .iter()
                .map(OrderConstraint::plugin)
                .chain(constraints.iter().map(OrderConstraint::target))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The plugin that declares the requirement or conflict, and the chain of plugins that require
    /// it.
    pub(crate) fn chain(&self) -> Option<(&PluginRef, &[Dependent])> {
        match self {
            Self::Missing { plugin, chain, .. }
            | Self::WrongVersion { plugin, chain, .. }
            | Self::SeveralProviders { plugin, chain, .. }
            | Self::Conflict { plugin, chain, .. }
            | Self::ContractMismatch { plugin, chain, .. } => Some((plugin, chain)),
            _ => None,
        }
    }

    /// Like [`chain`](Self::chain), but mutable.
    pub(crate) fn chain_mut(&mut self) -> Option<(&PluginRef, &mut Vec<Dependent>)> {
        match self {
            Self::Missing { plugin, chain, .. }
            | Self::WrongVersion { plugin, chain, .. }
            | Self::SeveralProviders { plugin, chain, .. }
            | Self::Conflict { plugin, chain, .. }
            | Self::ContractMismatch { plugin, chain, .. } => Some((plugin, chain)),
            _ => None,
        }
    }
}
