//! Suggestions for a test whose plugins cannot work together. Those for a host, such as adding a
//! crate, would not help it.

use semver::{Comparator, Version};

use crate::error::register::Advised;
use crate::error::{MissingReason, Problem, RegisterError, Suggestion};
use crate::info::{HookSpecInfo, Requirement};

/// The report about plugins that a test adds to a manager for this contract.
pub(super) fn report(error: &RegisterError, contract: &HookSpecInfo) -> String {
    let suggestions = |problem: &Problem| suggestions(problem, contract);
    Advised { error, suggestions }.to_string()
}

fn suggestions(problem: &Problem, contract: &HookSpecInfo) -> Vec<String> {
    let fake = |requirement: &Requirement| {
        let (id, name) = (requirement.id(), contract.name());
        let version = lowest_match(requirement).map(|it| format!(" {it}")).unwrap_or_default();
        format!("`.with_as(\"{id}{version}\", testing::fake::<dyn {name}>())`")
    };
    match problem {
        Problem::Missing { requirement, reason, .. } => {
            let linked = match reason {
                MissingReason::NotRegistered(linked) => {
                    let (id, ty) = (linked.id(), linked.info().type_name());
                    Some(format!("add `{id}` itself before it: `.with({ty}..)`"))
                }
                _ => None,
            };
            let fake = format!("add a fake before it: {}", fake(requirement));
            [fake].into_iter().chain(linked).collect()
        }
        Problem::WrongVersion { requirement, .. } => {
            vec![format!("add another version: {}", fake(requirement))]
        }
        _ => {
            let suggestions = problem.suggestions().into_iter();
            let texts = suggestions.map(|suggestion| match suggestion {
                Suggestion::Exclude(id) => format!("do not add `{id}`"),
                other => other.to_string(),
            });
            texts.collect()
        }
    }
}

/// A low version that meets the requirement. `None` if every version meets it, or if none is found.
fn lowest_match(requirement: &Requirement) -> Option<Version> {
    let required = requirement.version()?;
    let bounds = required.comparators.iter().flat_map(|it| {
        let Comparator { major, minor, patch, ref pre, .. } = *it;
        let (minor, patch) = (minor.unwrap_or_default(), patch.unwrap_or_default());
        let mut own = Version::new(major, minor, patch);
        own.pre = pre.clone();
        [
            own,
            Version::new(major, minor, patch),
            Version::new(major, minor, patch + 1),
            Version::new(major, minor + 1, 0),
            Version::new(major + 1, 0, 0),
        ]
    });
    let lowest = [Version::new(0, 0, 0), Version::new(0, 1, 0)];
    bounds.chain(lowest).filter(|it| required.matches(it)).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_suggested_version_is_the_lowest_that_matches() {
        let cases = [
            (None, None),
            (Some("^1.2"), Some("1.2.0")),
            (Some("0.3"), Some("0.3.0")),
            (Some("~2"), Some("2.0.0")),
            (Some("=1.2.3"), Some("1.2.3")),
            (Some(">1.2.3"), Some("1.2.4")),
            (Some(">1.2"), Some("1.3.0")),
            (Some(">1, <3"), Some("2.0.0")),
            (Some(">=3, <4"), Some("3.0.0")),
            (Some("<2"), Some("0.0.0")),
            (Some("*"), Some("0.0.0")),
            (Some("1.*"), Some("1.0.0")),
            (Some("^1.2.0-rc.1"), Some("1.2.0-rc.1")),
            (Some(">2, <1"), None),
        ];
        for (version, expected) in cases {
            let found = lowest_match(&Requirement { id: "session", version });
            assert_eq!(found.map(|it| it.to_string()).as_deref(), expected, "{version:?}");
        }
    }
}
