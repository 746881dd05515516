//! Problems between plugins as a reader sees them, in the manner of cargo's reports: what is wrong,
//! who is concerned, how it came to that, and what would mend it.

use std::error::Error;
use std::fmt;

use semver::Prerelease;

use super::dependent::Dependent;
use super::problem::Problem;
use super::provider::Provider;
use super::suggestion::Suggestion;
use crate::context::But;
use crate::info::{PluginInfo, PluginRef, Requirement};

/// How the lines after the first begin.
const INDENT: &str = "\n    ";

/// A problem between plugins.
struct Report<'a>(&'a Problem);

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Problem::Missing { plugin, requirement, reason, chain } => {
                let (id, wanted) = (plugin.id(), requirement.id());
                write!(f, "plugin `{id}` requires `{requirement}`, and `{wanted}` is not there")?;
                write!(f, "{INDENT}{reason}")?;
                required_by(f, plugin, chain)?;
            }
            Problem::WrongVersion { plugin, requirement, found, chain } => {
                let id = plugin.id();
                let verb = if is_optional(plugin, requirement) { "takes" } else { "requires" };
                write!(f, "plugin `{id}` {verb} `{requirement}`, and `{}` is ", requirement.id())?;
                for (provider, n) in found.iter().zip(0..) {
                    let and = if n == 0 { "" } else { " and " };
                    write!(f, "{and}{}", provider.version())?;
                }
                for provider in found {
                    write!(f, "{INDENT}found {provider}")?;
                    prerelease(f, provider, requirement)?;
                }
                required_by(f, plugin, chain)?;
            }
            Problem::SeveralProviders { plugin, requirement, providers, chain } => {
                let (id, count) = (plugin.id(), providers.len());
                let verb = if is_optional(plugin, requirement) { "takes" } else { "requires" };
                write!(f, "plugin `{id}` {verb} one `{requirement}`, and there are {count}")?;
                for provider in providers {
                    write!(f, "{INDENT}found {provider}")?;
                }
                required_by(f, plugin, chain)?;
            }
            Problem::Conflict { plugin, conflict, with, chain } => {
                let (id, other) = (plugin.id(), with.plugin().id());
                write!(f, "plugin `{id}` does not go with `{conflict}`, and `{other}` is there")?;
                write!(f, "{INDENT}found {with}")?;
                write!(f, "{INDENT}refused by {plugin}")?;
                chain_of(f, chain)?;
            }
            Problem::Cycle { steps } => cycle(f, steps)?,
            Problem::ContractMismatch { plugin, contract, chain } => {
                let package = contract.package();
                let host =
                    plugin.info().contract().map(|host| host.to_string()).unwrap_or_default();
                write!(
                    f,
                    "plugin `{}` is for a host of version `{host}`, and the contract `{}` is {}",
                    plugin.id(),
                    contract.name(),
                    package.version()
                )?;
                write!(f, "{INDENT}contract of {package}, {}", contract.location())?;
                required_by(f, plugin, chain)?;
            }
            Problem::OrderCycle { hook, constraints } => {
                write!(f, "no order of the hookimpls of `{hook}` meets all constraints")?;
                for constraint in constraints.iter().take(STEPS_SHOWN) {
                    write!(f, "{INDENT}{constraint}")?;
                }
                more(f, constraints.len())?;
            }
            Problem::MissingValue { plugin, type_name, given } => {
                let id = plugin.id();
                write!(f, "plugin `{id}` needs `{type_name}`, and the host does not give it")?;
                write!(f, "{}", But { type_name, given })?;
                write!(f, "{INDENT}asked for by {plugin}")?;
            }
            // What is no problem between plugins is shown in one line, by the problem itself.
            _ => {}
        }
        self.suggestions(f)
    }
}

impl Report<'_> {
    fn suggestions(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut texts: Vec<String> = Vec::new();
        if matches!(self.0, Problem::Cycle { steps } if steps.len() > 1) {
            texts.push(
                "have one of them say `optional(..)`, which lets both come in any order".to_owned(),
            );
        }
        for suggestion in self.0.suggestions().into_iter().take(STEPS_SHOWN) {
            let text = match (&suggestion, self.0.chain()) {
                (Suggestion::Exclude(id), Some((plugin, [by, ..]))) if plugin.id() == id => {
                    let by = by.plugin().id();
                    format!("do without `{id}`, and `{by}`, which requires it: block them")
                }
                _ => suggestion.to_string(),
            };
            // Two plugins may be of one package.
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        for (text, n) in texts.iter().zip(0..) {
            let word = if n == 0 { "help:" } else { "  or:" };
            write!(f, "{INDENT}{word} {text}")?;
        }
        Ok(())
    }
}

/// How many lines of a loop are shown.
const STEPS_SHOWN: usize = 16;

fn cycle(f: &mut fmt::Formatter<'_>, steps: &[Dependent]) -> fmt::Result {
    if let [alone] = steps {
        let (id, requirement) = (alone.plugin().id(), alone.requirement());
        write!(f, "plugin `{id}` requires `{requirement}`, which is itself")?;
        return write!(f, "{INDENT}asked for by {}", alone.plugin());
    }
    f.write_str("plugins require each other in a circle: none can come first")?;
    for (step, n) in steps.iter().zip(1..).take(STEPS_SHOWN) {
        let (plugin, requirement) = (step.plugin(), step.requirement());
        let next = steps[n % steps.len()].plugin().id();
        write!(f, "{INDENT}{plugin} requires `{requirement}`")?;
        if next != requirement.id() {
            write!(f, ", which is `{next}`")?;
        }
    }
    more(f, steps.len())
}

/// That not all lines of a loop are shown.
fn more(f: &mut fmt::Formatter<'_>, steps: usize) -> fmt::Result {
    match steps.checked_sub(STEPS_SHOWN) {
        None | Some(0) => Ok(()),
        Some(more) => write!(f, "{INDENT}... and {more} more, back to the first"),
    }
}

fn required_by(f: &mut fmt::Formatter<'_>, plugin: &PluginRef, chain: &[Dependent]) -> fmt::Result {
    write!(f, "{INDENT}asked for by {plugin}")?;
    chain_of(f, chain)
}

fn chain_of(f: &mut fmt::Formatter<'_>, chain: &[Dependent]) -> fmt::Result {
    chain.iter().try_for_each(|it| {
        write!(f, "{INDENT}... which is required by {}, as `{}`", it.plugin(), it.requirement())
    })
}

/// Why a version does not match that looks as if it would.
fn prerelease(
    f: &mut fmt::Formatter<'_>,
    provider: &Provider,
    requirement: &Requirement,
) -> fmt::Result {
    let mut released = provider.version().clone();
    released.pre = Prerelease::EMPTY;
    if released != *provider.version() && requirement.matches(&released) {
        write!(
            f,
            "{INDENT}note: a pre-release is taken only by a requirement that names one of {released}"
        )?;
    }
    Ok(())
}

fn is_optional(plugin: &PluginRef, requirement: &Requirement) -> bool {
    plugin.info().optional().contains(requirement)
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateId { id, first, second } if first == second => write!(
                f,
                "plugin {} is registered already as `{id}`, or just being registered; for another \
                 instance choose another id: `register_as`",
                Origin(second)
            ),
            Self::DuplicateId { id, first, second } => write!(
                f,
                "two plugins have the id `{id}`: {} and {}; give one of them another id \
                 (`#[plugin(id = \"..\")]`, `register_as`), or take one in before the registry, \
                 which then passes over the other: `manager.load::<{}>()`",
                Origin(first),
                Origin(second),
                first.type_name()
            ),
            Self::SecondInstance { id, plugin } => write!(
                f,
                "plugin {} is registered already, as `{id}`; for another instance choose its id: \
                 `register_as`",
                Origin(plugin)
            ),
            Self::InvalidId { plugin, error } => {
                write!(f, "plugin {} cannot be registered: {error}", Origin(plugin))
            }
            Self::NotLinked { id } => write!(
                f,
                "no plugin with the id `{}` is linked: is the id right, and does the host link its \
                 plugin crates (`plugin_core::plugin_crates!();`)?",
                id.escape_debug()
            ),
            Self::NoRegistry { plugin } => write!(
                f,
                "plugin {} cannot be registered: nothing registers itself at link time on this \
                 target, so its hookimpls are not known; put it into a plugin set \
                 (`#[derive(PluginSet)]`)",
                Origin(plugin)
            ),
            Self::NotConstructible { plugin } => write!(
                f,
                "plugin {} is constructed by the host: `manager.register({}..)`",
                Origin(plugin),
                plugin.type_name()
            ),
            Self::Replaced { plugin } => write!(
                f,
                "plugin {} is replaced by a plugin of another type (`builder.replace`); load it by \
                 its id: `manager.load_by_id(\"{}\")`",
                Origin(plugin),
                plugin.id()
            ),
            Self::Missing { .. }
            | Self::WrongVersion { .. }
            | Self::SeveralProviders { .. }
            | Self::Conflict { .. }
            | Self::Cycle { .. }
            | Self::ContractMismatch { .. }
            | Self::OrderCycle { .. }
            | Self::MissingValue { .. } => Report(self).fmt(f),
            Self::ProvidedTwice { type_name, to: None } => write!(
                f,
                "two values of `{type_name}` are provided for all plugins: give one, or two of \
                 different types"
            ),
            Self::ProvidedTwice { type_name, to: Some(id) } => write!(
                f,
                "two values of `{type_name}` are granted to `{}`: give one, or two of different \
                 types",
                id.escape_debug()
            ),
            Self::Misconfigured { plugin, path, message, is_there } => {
                write!(f, "configuration of plugin {plugin}: `{path}`: {message}")?;
                if !is_there {
                    write!(f, " (there is no section `{}`)", plugin.id())?;
                }
                Ok(())
            }
            Self::Init { plugin, source } => {
                write!(f, "`init` of plugin {} failed: {source}", Origin(plugin))
            }
            Self::Replay { id, plugin, source } => {
                write!(f, "plugin {}, registered as `{id}`: {source}", Origin(plugin))
            }
        }
    }
}

impl Error for Problem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Init { source, .. } => Some(&**source),
            Self::Replay { source, .. } => Some(source),
            Self::InvalidId { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// A plugin in a report: its id, version, package and line.
struct Origin<'a>(&'a PluginInfo);

impl fmt::Display for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(info) = self;
        let (package, location) = (info.package(), info.location());
        write!(f, "`{}` {} ({package}, {location})", info.id(), info.version)
    }
}
