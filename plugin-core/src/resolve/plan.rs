//! From candidates to a plan, or to every problem.

use super::affected::{affected, duplicate, sorted};
use super::chains::Chains;
use super::check::check;
use super::load_order::load_order;
use super::rules::{ResolvePolicy, Rules};
use super::set::Set;
use super::skip::skip;
use super::view::View;
use crate::error::{Problem, SkippedPlugin};
use crate::info::PluginRef;

/// The candidates to register, in order.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// A plugin comes after the plugins that it requires. Otherwise, plugins are ordered by id.
    pub(crate) order: Vec<PluginRef>,
    /// The candidates that are skipped. Empty unless the policy is [`ResolvePolicy::Skip`].
    pub(crate) skipped: Vec<SkippedPlugin>,
    /// The plugins of `order`, to be added to the set.
    pub(crate) added: Set,
}

/// Plans how to register candidates in addition to the plugins of a set. The plan does not depend
/// on the order of `candidates`.
///
/// # Errors
///
/// Every problem that was found. With [`ResolvePolicy::Skip`], there is always a plan.
pub(crate) fn resolve(
    set: &Set,
    candidates: Vec<PluginRef>,
    rules: &Rules<'_>,
) -> Result<Plan, Vec<Problem>> {
    match rules.policy {
        ResolvePolicy::Fail => all_or_nothing(set, candidates, rules),
        ResolvePolicy::Skip => {
            let (order, skipped, added) = skip(set, candidates, rules);
            Ok(Plan { order, skipped, added })
        }
    }
}

fn all_or_nothing(
    set: &Set,
    candidates: Vec<PluginRef>,
    rules: &Rules<'_>,
) -> Result<Plan, Vec<Problem>> {
    let mut view = View::new(set);
    let (inserted, duplicates) = view.insert_all(sorted(candidates));
    let mut problems: Vec<_> =
        duplicates.iter().map(|(second, first)| duplicate(second, first)).collect();
    problems.extend(affected(&view, &inserted).iter().flat_map(|it| check(&view, it, rules)));
    problems.extend((rules.order_cycles)(&view));
    match load_order(&view, &inserted) {
        Ok(order) if problems.is_empty() => {
            return Ok(Plan { order, skipped: Vec::new(), added: view.into_candidates() });
        }
        Ok(_) => {}
        Err(cycles) => problems.extend(cycles),
    }
    Chains::new(&view).add_to(&mut problems);
    Err(problems)
}
