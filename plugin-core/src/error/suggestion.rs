//! What would mend a problem.

use std::fmt;

use super::exclusion::ExclusionReason;
use super::missing::MissingReason;
use super::problem::Problem;
use crate::context::Give;
use crate::info::{HookSpecInfo, PluginId, PluginRef, Requirement, TypeKey};

/// Something that would mend a [`Problem`]: any of its [`remedies`](Problem::suggestions) does.
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
/// let [Suggestion::AddPlugin(etiquette), Suggestion::Exclude(polite)] = &error.problems()[0].suggestions()[..]
/// else { panic!("{error}") };
/// assert_eq!((etiquette.id(), polite.as_str()), ("etiquette", "polite"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Suggestion {
    /// A plugin that meets this requirement.
    AddPlugin(&'static Requirement),
    /// To register this plugin first, which is linked.
    Register(PluginRef),
    /// To wait until this plugin is registered.
    WaitFor(PluginRef),
    /// To let this plugin take part, which is kept out.
    Allow(PluginRef, ExclusionReason),
    /// To mend what is wrong with this plugin, which was left out.
    Fix(PluginRef),
    /// This plugin in another version, one that meets the requirement.
    Update(PluginRef, &'static Requirement),
    /// A version of this plugin for this contract.
    UseCompatible(PluginRef, &'static HookSpecInfo),
    /// That the host gives to this plugin what it needs.
    Provide(PluginId, TypeKey),
    /// To do without the plugin of this id.
    Exclude(PluginId),
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AddPlugin(requirement) => {
                write!(f, "add a plugin crate for `{requirement}` to the host: `cargo add`")
            }
            Self::Register(plugin) => {
                let id = plugin.id();
                write!(f, "register `{id}` first: `manager.load_by_id(\"{id}\")`, or `register`")
            }
            Self::WaitFor(plugin) => write!(f, "wait until `{}` is registered", plugin.id()),
            Self::Allow(plugin, _) => write!(f, "let `{}` take part", plugin.id()),
            Self::Fix(plugin) => write!(f, "mend what is wrong with `{}`", plugin.id()),
            Self::Update(plugin, requirement) => {
                let package = plugin.info().package().name();
                write!(
                    f,
                    "take another version of package `{package}`, with `{requirement}`: `cargo \
                     update -p {package}`, or its line in the host's manifest"
                )
            }
            Self::UseCompatible(plugin, contract) => write!(
                f,
                "take a version of package `{}` for `{}` {}",
                plugin.info().package().name(),
                contract.package().name(),
                contract.package().version()
            ),
            Self::Provide(id, _) => Give(id).fmt(f),
            Self::Exclude(id) => write!(f, "do without `{id}`: block it"),
        }
    }
}

impl Problem {
    /// What would mend it, any one of them; the first is what is most likely wanted. Empty for
    /// problems other than those between plugins, or between a plugin and its host.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        let leave_out = |plugin: &PluginRef| Suggestion::Exclude(plugin.id().clone());
        match self {
            Self::Missing { plugin, requirement, reason, .. } => {
                let add = match reason {
                    MissingReason::OtherVersion(linked) => {
                        Suggestion::Update(linked.clone(), requirement)
                    }
                    MissingReason::Pending(coming) => Suggestion::WaitFor(coming.clone()),
                    MissingReason::NotLinked => Suggestion::AddPlugin(requirement),
                    MissingReason::Skipped(absent) => Suggestion::Fix(absent.clone()),
                    MissingReason::NotRegistered(absent) => Suggestion::Register(absent.clone()),
                    MissingReason::Excluded(absent, by) => {
                        Suggestion::Allow(absent.clone(), by.clone())
                    }
                };
                vec![add, leave_out(plugin)]
            }
            Self::WrongVersion { plugin, requirement, found, .. } => {
                let update = |it: &super::provider::Provider| {
                    Suggestion::Update(it.plugin().clone(), requirement)
                };
                let optional = plugin.info().optional().contains(requirement);
                // Without the only one, nothing is wrong with what is optional.
                let without = (optional && found.len() == 1).then(|| leave_out(found[0].plugin()));
                found.iter().map(update).chain(without).chain([leave_out(plugin)]).collect()
            }
            // With more than two providers, one of them less does not mend it.
            Self::SeveralProviders { plugin, providers, .. } if providers.len() > 2 => {
                vec![leave_out(plugin)]
            }
            Self::SeveralProviders { plugin, providers, .. } => {
                let providers = providers.iter().map(|it| leave_out(it.plugin()));
                providers.chain([leave_out(plugin)]).collect()
            }
            Self::Conflict { plugin, with, .. } => {
                vec![leave_out(plugin), leave_out(with.plugin())]
            }
            Self::Cycle { steps } => steps.iter().map(|it| leave_out(it.plugin())).collect(),
            Self::ContractMismatch { plugin, contract, .. } => {
                vec![Suggestion::UseCompatible(plugin.clone(), contract), leave_out(plugin)]
            }
            Self::MissingValue { plugin, type_name, .. } => {
                vec![Suggestion::Provide(plugin.id().clone(), *type_name), leave_out(plugin)]
            }
            Self::OrderCycle { .. } => {
                let mut suggestions: Vec<_> = self.parties().into_iter().map(leave_out).collect();
                suggestions.sort_by_key(ToString::to_string);
                suggestions.dedup();
                suggestions
            }
            _ => Vec::new(),
        }
    }
}
