//! One reason why plugins are not registered.

use super::dependent::Dependent;
use super::missing::MissingReason;
use super::provider::Provider;
use crate::hook::constraints::OrderConstraint;
use crate::hook::replay_error::ReplayError;
use crate::info::id::InvalidIdError;
use crate::info::{HookInfo, HookSpecInfo, PluginId, PluginInfo, PluginRef, Requirement, TypeKey};
use crate::util::BoxError;

/// One reason why plugins were not registered. Shown, it names the plugins with their packages
/// and lines, and what would mend it.
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
    /// Two plugins want the same id.
    DuplicateId {
        /// The id.
        id: PluginId,
        /// The plugin that has it, or that comes first.
        first: &'static PluginInfo,
        /// The plugin that was refused.
        second: &'static PluginInfo,
    },
    /// A plugin of this type is registered already, under another id.
    SecondInstance {
        /// The id of the registered plugin.
        id: PluginId,
        /// The type.
        plugin: &'static PluginInfo,
    },
    /// The id cannot be an id.
    InvalidId {
        /// The plugin that was to be registered.
        plugin: &'static PluginInfo,
        /// The id.
        error: InvalidIdError,
    },
    /// No plugin of the registry has the id.
    NotLinked {
        /// The id.
        id: String,
    },
    /// The hookimpls of the plugin are not known, as nothing registers itself at link time on this
    /// target: see [`PluginSet`](macro@crate::PluginSet), which does without.
    NoRegistry {
        /// The plugin.
        plugin: &'static PluginInfo,
    },
    /// The plugin can be constructed by the host only (`#[plugin(manual)]`).
    NotConstructible {
        /// The plugin.
        plugin: &'static PluginInfo,
    },
    /// The plugin is [replaced](crate::PluginManagerBuilder::replace) by one of another type.
    Replaced {
        /// The plugin.
        plugin: &'static PluginInfo,
    },
    /// The plugin requires what is not there.
    Missing {
        /// The plugin.
        plugin: PluginRef,
        /// What it requires.
        requirement: &'static Requirement,
        /// Why nothing meets the requirement.
        reason: MissingReason,
        /// Who requires the plugin, who requires that one, and so on.
        chain: Vec<Dependent>,
    },
    /// What the plugin requires is there in other versions only.
    WrongVersion {
        /// The plugin.
        plugin: PluginRef,
        /// What it requires.
        requirement: &'static Requirement,
        /// What is there.
        found: Vec<Provider>,
        /// Who requires the plugin, who requires that one, and so on.
        chain: Vec<Dependent>,
    },
    /// The plugin requires one of something, and several are there.
    SeveralProviders {
        /// The plugin.
        plugin: PluginRef,
        /// What it requires.
        requirement: &'static Requirement,
        /// What meets the requirement.
        providers: Vec<Provider>,
        /// Who requires the plugin, who requires that one, and so on.
        chain: Vec<Dependent>,
    },
    /// The plugin does not go with another one.
    Conflict {
        /// The plugin that says so.
        plugin: PluginRef,
        /// What it is in conflict with.
        conflict: &'static Requirement,
        /// The other.
        with: Provider,
        /// Who requires the plugin, who requires that one, and so on.
        chain: Vec<Dependent>,
    },
    /// Plugins require each other in a circle: none of them can come first.
    Cycle {
        /// Each plugin of the circle, with what it requires of the next one.
        steps: Vec<Dependent>,
    },
    /// The plugin does not go with this version of the host's contract.
    ContractMismatch {
        /// The plugin.
        plugin: PluginRef,
        /// The contract.
        contract: &'static HookSpecInfo,
        /// Who requires the plugin, who requires that one, and so on.
        chain: Vec<Dependent>,
    },
    /// Hookimpls wish to stand before each other in a circle: there is no such order.
    OrderCycle {
        /// The hook.
        hook: &'static HookInfo,
        /// Who is to stand before whom; the last one before the first.
        constraints: Vec<OrderConstraint>,
    },
    /// The plugin needs what the host does not give to it. See [`Context`](crate::Context).
    MissingValue {
        /// The plugin.
        plugin: PluginRef,
        /// What it needs.
        type_name: TypeKey,
        /// What it is given.
        given: Vec<TypeKey>,
    },
    /// The host gives two values of one type to the same plugins.
    ProvidedTwice {
        /// The type.
        type_name: TypeKey,
        /// The id of the plugin; `None` if they are provided for all.
        to: Option<String>,
    },
    /// The configuration of the plugin cannot be read.
    Misconfigured {
        /// The plugin.
        plugin: PluginRef,
        /// Where in the document, beginning with the section: `auth.tokens[2].name`.
        path: String,
        /// What is wrong there.
        message: String,
        /// Whether the document has a section for the plugin; otherwise, an empty one was read.
        is_there: bool,
    },
    /// The plugin's `init` failed.
    Init {
        /// The plugin.
        plugin: &'static PluginInfo,
        /// Why.
        source: BoxError,
    },
    /// An earlier call of a historic hook was replayed to the plugin and failed.
    Replay {
        /// The id under which the plugin was to be registered.
        id: PluginId,
        /// The plugin.
        plugin: &'static PluginInfo,
        /// The hook, and why.
        source: ReplayError,
    },
}

/// For those that resolve.
impl Problem {
    /// The plugins that have to do with it, the one that complains first. Empty for problems of
    /// other kinds.
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

    /// The plugin that complains, and the chain of those who require it.
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

    /// As [`chain`](Self::chain), to be filled.
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
