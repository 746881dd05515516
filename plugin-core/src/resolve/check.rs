//! What is wrong with one plugin among others.

use super::rules::Rules;
use super::view::View;
use crate::error::Problem;
use crate::info::PluginRef;

/// Everything that does not fit about one member: what it says of others, not what they say of
/// it.
pub(super) fn check(view: &View<'_>, plugin: &PluginRef, rules: &Rules<'_>) -> Vec<Problem> {
    let info = plugin.info();
    let mut problems = Vec::new();
    if !info.has_relations() {
        return problems;
    }
    let contract = rules.contract;
    if info.contract().is_some_and(|host| !host.matches(&contract.package().parsed_version())) {
        let (plugin, chain) = (plugin.clone(), Vec::new());
        problems.push(Problem::ContractMismatch { plugin, contract, chain });
    }
    let required = info.requires().iter().map(|it| (it, true));
    let optional = info.optional().iter().map(|it| (it, false));
    for (requirement, must_be) in required.chain(optional) {
        let (plugin, chain) = (plugin.clone(), Vec::new());
        let (matching, others) = view.providers_of(requirement);
        match (matching.len(), others.is_empty()) {
            (0, true) if must_be => {
                let reason = (rules.missing)(requirement);
                problems.push(Problem::Missing { plugin, requirement, reason, chain });
            }
            (0, true) | (1, _) => {}
            (0, false) => {
                let found = others;
                problems.push(Problem::WrongVersion { plugin, requirement, found, chain });
            }
            _ => {
                let providers = matching;
                problems.push(Problem::SeveralProviders { plugin, requirement, providers, chain });
            }
        }
    }
    for conflict in info.conflicts() {
        // Whoever provides what it is in conflict with wants to be the only one.
        let others = view.matching(conflict).into_iter().filter(|it| it.plugin() != plugin);
        let plugin = plugin.clone();
        problems.extend(others.map(|with| Problem::Conflict {
            plugin: plugin.clone(),
            conflict,
            with,
            chain: Vec::new(),
        }));
    }
    problems
}
