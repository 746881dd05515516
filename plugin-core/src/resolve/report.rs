//! Problems between plugins as a reader sees them, in the manner of cargo's reports: what is wrong,
//! who is concerned, how it came to that, and what would mend it.

use std::fmt;

use semver::Prerelease;

use super::{Dependent, Provider, Suggestion};
use crate::context::But;
use crate::error::Problem;
use crate::plugin::{PluginRef, Requirement};

/// How the lines after the first begin.
const INDENT: &str = "\n    ";

pub(crate) struct Report<'a>(pub(crate) &'a Problem);

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
