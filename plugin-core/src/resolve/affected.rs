//! Finds the plugins that must be checked when candidates are added.

use std::borrow::Cow;

use super::view::View;
use crate::error::Problem;
use crate::info::{PluginId, PluginInfo, PluginRef};

/// Sorts candidates by id. Two candidates with the same id are sorted by package and location, so
/// that the order does not depend on the linker.
pub(super) fn sorted(mut candidates: Vec<PluginRef>) -> Vec<PluginRef> {
    candidates.sort_by(|a, b| {
        let key = |it: &PluginRef| (it.info().package().name(), *it.info().location());
        a.id().cmp(b.id()).then_with(|| key(a).cmp(&key(b)))
    });
    candidates
}

pub(super) fn duplicate(second: &PluginRef, first: &'static PluginInfo) -> Problem {
    Problem::DuplicateId { id: second.id().clone(), first, second: second.info() }
}

/// The plugins that may have problems, sorted by id: the new plugins, and the plugins that mention
/// them. `new` must be sorted by id.
pub(super) fn affected<'a>(view: &View<'_>, new: &'a [PluginRef]) -> Cow<'a, [PluginRef]> {
    if view.has_only(new.len()) {
        return Cow::Borrowed(new);
    }
    let is_new = |id: &PluginId| new.binary_search_by(|it| it.id().cmp(id)).is_ok();
    let mut mentioning = view.mentioning(new);
    mentioning.retain(|id| !is_new(id));
    if mentioning.is_empty() {
        return Cow::Borrowed(new);
    }
    let mentioning = mentioning.iter().filter_map(|id| view.get(id.as_str()));
    Cow::Owned(sorted(mentioning.chain(new.iter().cloned()).collect()))
}
