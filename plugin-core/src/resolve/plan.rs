//! From candidates to a plan, or to every reason why there is none.

use super::chains::Chains;
use super::check::check;
use super::load_order::load_order;
use super::rules::{ResolvePolicy, Rules};
use super::set::Set;
use super::skip::skip;
use super::touched::{duplicate, sorted, touched};
use super::view::View;
use crate::error::{Problem, SkippedPlugin};
use crate::info::PluginRef;

/// Which candidates are registered, and in which order.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// What a plugin requires comes before it; of those that may come next, the first by id does.
    pub(crate) order: Vec<PluginRef>,
    /// The candidates that cannot work with the others. Empty unless the policy is to skip them.
    pub(crate) skipped: Vec<SkippedPlugin>,
    /// The plugins of `order`, as they are to be added to the set.
    pub(crate) added: Set,
}

/// Plans the registration of candidates beside the plugins of a set. The plan does not depend on the
/// order in which the candidates are given.
///
/// # Errors
///
/// Every problem that there is. With [`ResolvePolicy::Skip`], there is always a plan.
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
    let (admitted, others) = view.insert_all(sorted(candidates));
    let mut problems: Vec<_> =
        others.iter().map(|(second, first)| duplicate(second, first)).collect();
    problems.extend(touched(&view, &admitted).iter().flat_map(|it| check(&view, it, rules)));
    problems.extend((rules.order_cycles)(&view));
    match load_order(&view, &admitted) {
        Ok(order) if problems.is_empty() => {
            return Ok(Plan { order, skipped: Vec::new(), added: view.into_candidates() });
        }
        Ok(_) => {}
        Err(cycles) => problems.extend(cycles),
    }
    Chains::new(&view).add_to(&mut problems);
    Err(problems)
}
