//! What would mend a problem.

use std::fmt;

use crate::context::{Give, TypeName};
use crate::error::Problem;
use crate::hook::spec::HookspecInfo;
use crate::manager::Exclusion;
use crate::plugin::{Descriptor, PluginId, Requirement};

use super::Absence;

/// Something that would mend a [`Problem`]: any of its [`remedies`](Problem::remedies) does.
///
/// ```
/// use plugin_core::{Plugin, PluginManager, Remedy, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// #[plugin(requires("etiquette ^1"))]
/// struct Polite;
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// let error = manager.register(Polite).err().unwrap();
/// let [Remedy::Add(etiquette), Remedy::LeaveOut(polite)] = &error.problems()[0].remedies()[..]
/// else { panic!("{error}") };
/// assert_eq!((etiquette.id(), polite.as_str()), ("etiquette", "polite"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Remedy {
    /// A plugin that meets this requirement.
    Add(&'static Requirement),
    /// To register this plugin first, which is linked.
    Register(Descriptor),
    /// To wait until this plugin is registered.
    Await(Descriptor),
    /// To let this plugin take part, which is kept out.
    Admit(Descriptor, Exclusion),
    /// To mend what is wrong with this plugin, which was left out.
    Mend(Descriptor),
    /// This plugin in another version, one that meets the requirement.
    Update(Descriptor, &'static Requirement),
    /// A version of this plugin for this contract.
    Port(Descriptor, &'static HookspecInfo),
    /// That the host gives to this plugin what it needs.
    Give(PluginId, TypeName),
    /// To do without the plugin of this id.
    LeaveOut(PluginId),
}

impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Add(requirement) => {
                write!(f, "add a plugin crate for `{requirement}` to the host: `cargo add`")
            }
            Self::Register(plugin) => {
                let id = plugin.id();
                write!(f, "register `{id}` first: `manager.load_named(\"{id}\")`, or `register`")
            }
            Self::Await(plugin) => write!(f, "wait until `{}` is registered", plugin.id()),
            Self::Admit(plugin, _) => write!(f, "let `{}` take part", plugin.id()),
            Self::Mend(plugin) => write!(f, "mend what is wrong with `{}`", plugin.id()),
            Self::Update(plugin, requirement) => {
                let package = plugin.info().package().name();
                write!(
                    f,
                    "take another version of package `{package}`, with `{requirement}`: `cargo \
                     update -p {package}`, or its line in the host's manifest"
                )
            }
            Self::Port(plugin, contract) => write!(
                f,
                "take a version of package `{}` for `{}` {}",
                plugin.info().package().name(),
                contract.package().name(),
                contract.package().version()
            ),
            Self::Give(id, _) => Give(id).fmt(f),
            Self::LeaveOut(id) => write!(f, "do without `{id}`: block it"),
        }
    }
}

impl Problem {
    /// What would mend it, any one of them; the first is what is most likely wanted. Empty for
    /// problems other than those between plugins, or between a plugin and its host.
    pub fn remedies(&self) -> Vec<Remedy> {
        let leave_out = |plugin: &Descriptor| Remedy::LeaveOut(plugin.id().clone());
        match self {
            Self::Missing { plugin, requirement, absence, .. } => {
                let add = match absence {
                    Absence::OtherVersion(linked) => Remedy::Update(linked.clone(), requirement),
                    Absence::Pending(coming) => Remedy::Await(coming.clone()),
                    Absence::NotLinked => Remedy::Add(requirement),
                    Absence::LeftOut(absent) => Remedy::Mend(absent.clone()),
                    Absence::NotRegistered(absent) => Remedy::Register(absent.clone()),
                    Absence::Excluded(absent, by) => Remedy::Admit(absent.clone(), by.clone()),
                };
                vec![add, leave_out(plugin)]
            }
            Self::WrongVersion { plugin, requirement, found, .. } => {
                let update =
                    |it: &super::Provider| Remedy::Update(it.plugin().clone(), requirement);
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
            Self::HostMismatch { plugin, contract, .. } => {
                vec![Remedy::Port(plugin.clone(), contract), leave_out(plugin)]
            }
            Self::NotGranted { plugin, type_name, .. } => {
                vec![Remedy::Give(plugin.id().clone(), *type_name), leave_out(plugin)]
            }
            Self::ContradictingWishes { .. } => {
                let mut remedies: Vec<_> = self.parties().into_iter().map(leave_out).collect();
                remedies.sort_by_key(ToString::to_string);
                remedies.dedup();
                remedies
            }
            _ => Vec::new(),
        }
    }
}
