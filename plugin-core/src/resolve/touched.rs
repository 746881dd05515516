//! Which plugins have to be checked when candidates come.

use std::borrow::Cow;

use super::view::View;
use crate::error::Problem;
use crate::info::{PluginId, PluginInfo, PluginRef};

/// By id; of two that want the same, the same one is the first whoever was linked first.
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

/// The plugins of the set that something may be wrong with, by id: the new ones, and those that
/// speak of them. The new ones are sorted by id.
pub(super) fn touched<'a>(view: &View<'_>, new: &'a [PluginRef]) -> Cow<'a, [PluginRef]> {
    if view.len() == new.len() {
        return Cow::Borrowed(new);
    }
    let is_new = |id: &PluginId| new.binary_search_by(|it| it.id().cmp(id)).is_ok();
    let mut speaking = view.mentioning(new);
    speaking.retain(|id| !is_new(id));
    if speaking.is_empty() {
        return Cow::Borrowed(new);
    }
    let speaking = speaking.iter().filter_map(|id| view.get(id.as_str()));
    Cow::Owned(sorted(speaking.chain(new.iter().cloned()).collect()))
}
