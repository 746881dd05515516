//! Checks one plugin against the others.

use super::rules::Rules;
use super::view::View;
use crate::error::Problem;
use crate::info::PluginRef;

/// Finds every problem with the relations that this plugin declares. Relations that other plugins
/// declare are not checked.
pub(super) fn check(view: &View<'_>, plugin: &PluginRef, rules: &Rules<'_>) -> Vec<Problem> {
    let info = plugin.info();
    let mut problems = Vec::new();
    if !info.has_relations() {
        return problems;
    }
    let contract = rules.contract;
    if info.contract().is_some_and(|it| !it.matches(&contract.package().parsed_version())) {
        let (plugin, chain) = (plugin.clone(), Vec::new());
        problems.push(Problem::ContractMismatch { plugin, contract, chain });
    }
    let required = info.requires().iter().map(|it| (it, true));
    let optional = info.optional().iter().map(|it| (it, false));
    for (requirement, is_required) in required.chain(optional) {
        let (plugin, chain) = (plugin.clone(), Vec::new());
        let (matching, others) = view.providers_of(requirement);
        match (matching.len(), others.is_empty()) {
            (0, true) if is_required => {
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
        // A plugin may conflict with a capability that it provides. It must then be the only
        // provider.
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
