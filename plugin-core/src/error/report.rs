//! The `Display` form of problems, in the style of Cargo's reports: what is wrong, the plugins that
//! are concerned, the chain of requirements that led to it, and suggestions.

use std::error::Error;
use std::fmt;

use semver::{Prerelease, VersionReq};

use super::dependent::Dependent;
use super::problem::Problem;
use super::provider::Provider;
use super::suggestion::Suggestion;
use crate::context::AvailableValues;
use crate::info::{PluginInfo, PluginRef, Requirement};
use crate::isolate::InitPanic;

/// Begins each line after the first.
const INDENT: &str = "\n    ";

/// A problem between plugins.
struct Report<'a>(&'a Problem);

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.facts(f)?;
        suggestions(f, &self.suggestions())
    }
}

impl Report<'_> {
    fn facts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Problem::Missing { plugin, requirement, reason, chain } => {
                let (id, wanted) = (plugin.id(), requirement.id());
                write!(f, "plugin `{id}` requires `{requirement}`, but `{wanted}` is missing")?;
                write!(f, "{INDENT}{reason}")?;
                if let Some((id, version)) = joined_version(requirement) {
                    write!(f, "{INDENT}note: a space separates a version: `{id} {version}`")?;
                }
                required_by(f, plugin, chain)?;
            }
            Problem::WrongVersion { plugin, requirement, found, chain } => {
                let (id, verb) = (plugin.id(), verb(plugin, requirement));
                let has = if found.len() == 1 { "is" } else { "has versions" };
                write!(
                    f,
                    "plugin `{id}` {verb} `{requirement}`, but `{}` {has} ",
                    requirement.id()
                )?;
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
                let (id, verb, count) = (plugin.id(), verb(plugin, requirement), providers.len());
                write!(f, "plugin `{id}` {verb} one `{requirement}`, but {count} plugins match")?;
                for provider in providers {
                    write!(f, "{INDENT}found {provider}")?;
                }
                required_by(f, plugin, chain)?;
            }
            Problem::Conflict { plugin, conflict, with, chain } => {
                let (id, other) = (plugin.id(), with.plugin());
                let (other, version) = (other.id(), other.info().version);
                let is = if with.is_registered() { "registered" } else { "being registered too" };
                write!(f, "plugin `{id}` conflicts with `{conflict}`, ")?;
                write!(f, "and `{other}` {version} is {is}")?;
                write!(f, "{INDENT}found {with}")?;
                write!(f, "{INDENT}conflict declared by {plugin}")?;
                chain_of(f, chain)?;
            }
            Problem::Cycle { steps } => cycle(f, steps)?,
            Problem::ContractMismatch { plugin, contract, chain } => {
                let package = contract.package();
                let required = plugin.info().contract().map(|it| it.to_string());
                write!(
                    f,
                    "plugin `{}` is written for version `{}` of the contract package `{}`; the host \
                     uses {}",
                    plugin.id(),
                    required.unwrap_or_default(),
                    package.name(),
                    package.version()
                )?;
                let (name, location) = (contract.name(), contract.location());
                write!(f, "{INDENT}found hookspec `{name}` ({package}, {location})")?;
                write!(f, "{INDENT}version declared by {plugin}")?;
                chain_of(f, chain)?;
            }
            Problem::OrderCycle { hook, constraints } => {
                write!(f, "ordering constraints of hook `{hook}` form a cycle")?;
                for constraint in constraints.iter().take(STEPS_SHOWN) {
                    write!(f, "{INDENT}{constraint}")?;
                }
                more(f, constraints.len())?;
            }
            Problem::MissingValue { plugin, type_key, available } => {
                let id = plugin.id();
                write!(f, "plugin `{id}` needs `{type_key}`, but the host does not provide it")?;
                write!(f, "{}", AvailableValues { type_key, available })?;
                write!(f, "{INDENT}needed by {plugin}")?;
            }
            // A problem that is not between plugins has a report of one line.
            _ => {}
        }
        Ok(())
    }

    fn suggestions(&self) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        if matches!(self.0, Problem::Cycle { steps } if steps.len() > 1) {
            texts.push(
                "make one of these requirements `optional(..)`, which breaks the cycle".to_owned(),
            );
        }
        if matches!(self.0, Problem::OrderCycle { .. }) {
            texts.push("remove one of these constraints".to_owned());
        }
        for suggestion in self.0.suggestions().into_iter().take(STEPS_SHOWN) {
            let text = match (&suggestion, self.0.chain()) {
                (Suggestion::Exclude(id), Some((plugin, [by, ..]))) if plugin.id() == id => {
                    let by = by.plugin().id();
                    format!(
                        "exclude `{id}` and `{by}`, which requires it: `.block([\"{id}\", \
                         \"{by}\"])`"
                    )
                }
                _ => suggestion.to_string(),
            };
            // Two plugins of one package lead to the same suggestion.
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    }
}

fn suggestions(f: &mut fmt::Formatter<'_>, texts: &[String]) -> fmt::Result {
    for (text, n) in texts.iter().zip(0..) {
        let word = if n == 0 { "help:" } else { "  or:" };
        write!(f, "{INDENT}{word} {text}")?;
    }
    Ok(())
}

#[cfg(feature = "testing")]
impl Problem {
    /// The report with other suggestions, if the problem is between plugins.
    pub(crate) fn with_suggestions(&self, texts: &[String]) -> String {
        /// The facts, and then the suggestions.
        struct Advised<'a>(&'a Problem, &'a [String]);

        impl fmt::Display for Advised<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                Report(self.0).facts(f)?;
                suggestions(f, self.1)
            }
        }

        if self.suggestions().is_empty() {
            self.to_string()
        } else {
            Advised(self, texts).to_string()
        }
    }
}

/// The number of steps of a cycle that a report shows.
const STEPS_SHOWN: usize = 16;

/// The number of sections that no plugin reads that a report shows.
const SECTIONS_SHOWN: usize = 8;

fn cycle(f: &mut fmt::Formatter<'_>, steps: &[Dependent]) -> fmt::Result {
    if let [alone] = steps {
        let (id, requirement) = (alone.plugin().id(), alone.requirement());
        write!(f, "plugin `{id}` requires `{requirement}`, which is the plugin itself")?;
        return write!(f, "{INDENT}required by {}", alone.plugin());
    }
    f.write_str("plugins require each other in a cycle, so none of them can be registered first")?;
    for (step, n) in steps.iter().zip(1..).take(STEPS_SHOWN) {
        let next = steps[n % steps.len()].plugin().id();
        write!(f, "{INDENT}{step}")?;
        if next != step.requirement().id() {
            write!(f, ", which `{next}` provides")?;
        }
    }
    more(f, steps.len())
}

/// Writes how many steps of a cycle are not shown.
fn more(f: &mut fmt::Formatter<'_>, steps: usize) -> fmt::Result {
    match steps.checked_sub(STEPS_SHOWN) {
        None | Some(0) => Ok(()),
        Some(more) => write!(f, "{INDENT}... and {more} more, back to the first"),
    }
}

fn required_by(f: &mut fmt::Formatter<'_>, plugin: &PluginRef, chain: &[Dependent]) -> fmt::Result {
    write!(f, "{INDENT}required by {plugin}")?;
    chain_of(f, chain)
}

fn chain_of(f: &mut fmt::Formatter<'_>, chain: &[Dependent]) -> fmt::Result {
    chain.iter().try_for_each(|it| {
        write!(f, "{INDENT}... which is required by {}, as `{}`", it.plugin(), it.requirement())
    })
}

/// Explains why a pre-release does not match a requirement that the release would match.
fn prerelease(
    f: &mut fmt::Formatter<'_>,
    provider: &Provider,
    requirement: &Requirement,
) -> fmt::Result {
    let mut released = provider.version();
    released.pre = Prerelease::EMPTY;
    if released != provider.version() && requirement.matches(&released) {
        write!(
            f,
            "{INDENT}note: a pre-release matches only a requirement that names a pre-release of \
             {released}"
        )?;
    }
    Ok(())
}

/// The id and the version, if a requirement without a version has an id that ends with one:
/// `theme1.0`.
fn joined_version(requirement: &Requirement) -> Option<(&'static str, &'static str)> {
    if requirement.version.is_some() {
        return None;
    }
    let id = requirement.id;
    let is_version = |text: &str| text.contains('.') && VersionReq::parse(text).is_ok();
    let splits = id.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| id.split_at(at));
    let (name, version) = splits
        .filter(|(name, _)| !name.ends_with(|c: char| c.is_ascii_digit()))
        .find(|(_, version)| is_version(version))?;
    let name = name.trim_end_matches(['-', '_', '.']);
    (!name.is_empty()).then_some((name, version))
}

/// Says that the configuration has no section for the plugin, and lists the sections that no plugin
/// reads, because one of them may be meant.
fn no_section(f: &mut fmt::Formatter<'_>, plugin: &PluginRef, unread: &[String]) -> fmt::Result {
    write!(f, " (the configuration has no section `{}`", plugin.id())?;
    let sections = if unread.len() == 1 { "section" } else { "sections" };
    for (section, n) in unread.iter().zip(0..).take(SECTIONS_SHOWN) {
        match n {
            0 => write!(f, "; no plugin reads its {sections} ")?,
            _ => f.write_str(", ")?,
        }
        write!(f, "`{}`", section.escape_debug())?;
    }
    if unread.len() > SECTIONS_SHOWN {
        write!(f, " and {} more", unread.len() - SECTIONS_SHOWN)?;
    }
    f.write_str(")")
}

fn verb(plugin: &PluginRef, requirement: &Requirement) -> &'static str {
    let is_optional = plugin.info().optional().contains(requirement);
    if is_optional { "optionally requires" } else { "requires" }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateId { id, first, second } if first == second => write!(
                f,
                "plugin {} is already registered as `{id}`, or is being registered; to register \
                 another instance, choose another id: `register_as`",
                Origin(second)
            ),
            Self::DuplicateId { id, first, second } => write!(
                f,
                "two plugins have the id `{id}`: {} and {}; give one of them another id \
                 (`#[plugin(id = \"..\")]`, `register_as`), or load one explicitly \
                 (`manager.load::<{}>()`) before `load_linked()`, which then skips the other",
                Origin(first),
                Origin(second),
                first.type_name()
            ),
            Self::SecondInstance { id, plugin } => write!(
                f,
                "plugin {} is already registered, as `{id}`; to register another instance, choose \
                 an id for it: `register_as`",
                Origin(plugin)
            ),
            Self::InvalidId { plugin, error } => {
                write!(f, "plugin {} cannot be registered: {error}", Origin(plugin))
            }
            Self::NotLinked { id, nearest: Some(nearest) } => write!(
                f,
                "no plugin with the id `{}` is linked: did you mean `{nearest}`? if not, check that \
                 the host links its plugin crates (`plugin_core::plugin_crates!();`)",
                id.escape_debug()
            ),
            Self::NotLinked { id, nearest: None } => write!(
                f,
                "no plugin with the id `{}` is linked: check that the id is right, and that the host \
                 links its plugin crates (`plugin_core::plugin_crates!();`)",
                id.escape_debug()
            ),
            Self::NoRegistry { plugin } => write!(
                f,
                "plugin {} cannot be registered: its hookimpls are not known, because plugins cannot \
                 register themselves at link time on this target; use a plugin set \
                 (`#[derive(PluginSet)]`)",
                Origin(plugin)
            ),
            Self::NotConstructible { plugin } => write!(
                f,
                "plugin {} must be constructed by the host: pass a `{}` to `manager.register(..)`",
                Origin(plugin),
                plugin.type_name()
            ),
            Self::Replaced { plugin } => write!(
                f,
                "plugin {} is replaced by a plugin of another type (`builder.replace`); load the \
                 replacement by id: `manager.load_by_id(\"{}\")`",
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
            Self::ProvidedTwice { type_key, to: None } => write!(
                f,
                "the host provides two values of `{type_key}` to all plugins: provide only one, or \
                 values of different types"
            ),
            Self::ProvidedTwice { type_key, to: Some(id) } => write!(
                f,
                "the host provides two values of `{type_key}` to plugin `{}`: provide only one, or \
                 values of different types",
                id.escape_debug()
            ),
            Self::Misconfigured { plugin, path, message, has_section, unread } => {
                write!(f, "invalid configuration of plugin {plugin}: `{path}`: {message}")?;
                if *has_section { Ok(()) } else { no_section(f, plugin, unread) }
            }
            Self::Init { plugin, source } if source.is::<InitPanic>() => {
                write!(f, "`init` of plugin {} {source}", Origin(plugin))
            }
            Self::Init { plugin, source } => {
                write!(f, "`init` of plugin {} failed: {source}", Origin(plugin))
            }
            Self::Replay { id, plugin, source } => {
                write!(f, "plugin {} cannot be registered as `{id}`: {source}", Origin(plugin))
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

/// A plugin in a report: its id, version, package and source line.
struct Origin<'a>(&'a PluginInfo);

impl fmt::Display for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(info) = self;
        let (package, location) = (info.package(), info.location());
        write!(f, "`{}` {} ({package}, {location})", info.id(), info.version)
    }
}
