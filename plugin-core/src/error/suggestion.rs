//! How to fix a problem.

use std::fmt;

use super::exclusion::{ExclusionReason, FilterSource};
use super::missing::MissingReason;
use super::no_plugins::LIST_CRATES;
use super::problem::Problem;
use crate::context::ProvideHint;
use crate::info::{HookSpecInfo, PluginId, PluginRef, Requirement, TypeKey};

/// One way to fix a [`Problem`]. Each of its [suggestions](Problem::suggestions) fixes it alone.
///
/// ```
/// use plugin_core::error::Suggestion;
/// use plugin_core::{Plugin, PluginManager, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// #[plugin(requires("etiquette ^1"))]
/// struct Polite;
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// let error = manager.register(Polite).err().unwrap();
/// let suggestions = error.problems()[0].suggestions();
/// let [Suggestion::LinkCrates, Suggestion::AddPlugin(etiquette), Suggestion::Exclude(polite)] = &suggestions[..]
/// else { panic!("{error}") };
/// assert_eq!((etiquette.id(), polite.as_str()), ("etiquette", "polite"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Suggestion {
    /// Link the plugin crates among the dependencies, with
    /// [`plugin_crates!`](crate::plugin_crates).
    LinkCrates,
    /// Add a plugin that meets this requirement.
    AddPlugin(&'static Requirement),
    /// Register this linked plugin first.
    Register(PluginRef),
    /// Wait until this plugin is registered.
    WaitFor(PluginRef),
    /// Allow this plugin, which is excluded for this reason.
    Allow(PluginRef, ExclusionReason),
    /// Fix the problem with this plugin, which was skipped.
    Fix(PluginRef),
    /// Use another version of this plugin, one that meets the requirement.
    Update(PluginRef, &'static Requirement),
    /// Use a version of this plugin that supports this contract.
    UseCompatible(PluginRef, &'static HookSpecInfo),
    /// Provide a value of this type to this plugin.
    Provide(PluginId, TypeKey),
    /// Exclude the plugin with this id.
    Exclude(PluginId),
}

/// Displays how to allow a plugin that is excluded for this reason.
fn allow(f: &mut fmt::Formatter<'_>, id: &PluginId, reason: &ExclusionReason) -> fmt::Result {
    write!(f, "allow `{id}`")?;
    match reason {
        ExclusionReason::NotAllowed(FilterSource::Host) => write!(f, ": `.allow([\"{id}\"])`"),
        ExclusionReason::NotAllowed(source) => write!(f, ": add it to {source}"),
        ExclusionReason::Blocked(FilterSource::Host) => {
            write!(
                f,
                ": remove the entry that matches it from `.block(..)`, or call `manager.unblock(\"{id}\")`"
            )
        }
        ExclusionReason::Blocked(source) => {
            write!(f, ": remove the entry that matches it from {source}")
        }
        ExclusionReason::AllBlocked => {
            write!(f, ": remove `.block_all()`, or call `manager.unblock(\"{id}\")`")
        }
    }
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LinkCrates => {
                write!(f, "if a dependency has the plugin, link it: {LIST_CRATES}")
            }
            Self::AddPlugin(requirement) => {
                write!(f, "add a plugin crate for `{requirement}` to the host: `cargo add`")
            }
            Self::Register(plugin) => {
                let id = plugin.id();
                write!(f, "register `{id}` first: `manager.load_by_id(\"{id}\")`, or `register`")
            }
            Self::WaitFor(plugin) => write!(f, "wait until `{}` is registered", plugin.id()),
            Self::Allow(plugin, reason) => allow(f, plugin.id(), reason),
            Self::Fix(plugin) => write!(f, "fix the problem with `{}` (see above)", plugin.id()),
            Self::Update(plugin, requirement) => {
                let package = plugin.info().package().name();
                write!(
                    f,
                    "use another version of package `{package}`, one with `{requirement}`: `cargo \
                     update -p {package}`, or edit its entry in the host's manifest"
                )
            }
            Self::UseCompatible(plugin, contract) => write!(
                f,
                "use a version of package `{}` that supports `{}` {}",
                plugin.info().package().name(),
                contract.package().name(),
                contract.package().version()
            ),
            Self::Provide(id, _) => ProvideHint(id).fmt(f),
            Self::Exclude(id) => write!(f, "exclude `{id}`: `.block([\"{id}\"])`"),
        }
    }
}

impl Problem {
    /// The ways to fix the problem, the most likely one first. Each of them is enough. Empty unless
    /// the problem is between plugins, or between a plugin and its host.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        let exclude = |plugin: &PluginRef| Suggestion::Exclude(plugin.id().clone());
        match self {
            Self::Missing { plugin, requirement, reason, .. } => {
                let link_crates = match reason {
                    MissingReason::NotLinked { has_crate_list: false, .. } => {
                        Some(Suggestion::LinkCrates)
                    }
                    _ => None,
                };
                let first = match reason {
                    MissingReason::OtherVersion(linked) => {
                        Suggestion::Update(linked.clone(), requirement)
                    }
                    MissingReason::Pending(pending) => Suggestion::WaitFor(pending.clone()),
                    MissingReason::NotLinked { .. } => Suggestion::AddPlugin(requirement),
                    MissingReason::Skipped(other) => Suggestion::Fix(other.clone()),
                    MissingReason::NotRegistered(other) => Suggestion::Register(other.clone()),
                    MissingReason::Excluded(other, by) => {
                        Suggestion::Allow(other.clone(), by.clone())
                    }
                };
                link_crates.into_iter().chain([first, exclude(plugin)]).collect()
            }
            Self::WrongVersion { plugin, requirement, found, .. } => {
                let update = |it: &super::provider::Provider| {
                    Suggestion::Update(it.plugin().clone(), requirement)
                };
                let optional = plugin.info().optional().contains(requirement);
                // An optional requirement is met if no plugin has the id or provides the
                // capability.
                let without = (optional && found.len() == 1).then(|| exclude(found[0].plugin()));
                found.iter().map(update).chain(without).chain([exclude(plugin)]).collect()
            }
            // With more than two providers, excluding one of them is not enough.
            Self::SeveralProviders { plugin, providers, .. } if providers.len() > 2 => {
                vec![exclude(plugin)]
            }
            Self::SeveralProviders { plugin, providers, .. } => {
                let providers = providers.iter().map(|it| exclude(it.plugin()));
                providers.chain([exclude(plugin)]).collect()
            }
            Self::Conflict { plugin, with, .. } => {
                vec![exclude(plugin), exclude(with.plugin())]
            }
            Self::Cycle { steps } => steps.iter().map(|it| exclude(it.plugin())).collect(),
            Self::ContractMismatch { plugin, contract, .. } => {
                vec![Suggestion::UseCompatible(plugin.clone(), contract), exclude(plugin)]
            }
            Self::MissingValue { plugin, type_key, .. } => {
                vec![Suggestion::Provide(plugin.id().clone(), *type_key), exclude(plugin)]
            }
            Self::OrderCycle { .. } => {
                let mut suggestions: Vec<_> = self.parties().into_iter().map(exclude).collect();
                suggestions.sort_by_key(ToString::to_string);
                suggestions.dedup();
                suggestions
            }
            _ => Vec::new(),
        }
    }
}
