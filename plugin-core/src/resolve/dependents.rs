//! The plugins that leave together.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::set::Set;
use super::view::View;
use crate::info::{PluginId, PluginRef};

/// The plugin and all that cannot be without it; who depends on another comes before it.
pub(crate) fn with_dependents(set: &Set, plugin: &PluginRef) -> Vec<PluginRef> {
    let view = View::new(set);
    // A depth-first walk that lists a plugin when it leaves it, turned round at the end, would
    // recurse; this one lists a plugin once all that depend on it are listed.
    let mut waiting_for: BTreeMap<PluginId, usize> = BTreeMap::new();
    let mut found = VecDeque::from([plugin.clone()]);
    let mut all = BTreeMap::from([(plugin.id().clone(), Vec::new())]);
    while let Some(it) = found.pop_front() {
        let dependents: BTreeSet<_> =
            view.dependents(&it).iter().map(|it| it.plugin().id().clone()).collect();
        waiting_for.insert(it.id().clone(), dependents.len());
        for dependent in dependents {
            let supports: &mut Vec<_> = all.entry(dependent.clone()).or_insert_with(|| {
                found.extend(set.get(dependent.as_str()));
                Vec::new()
            });
            supports.push(it.id().clone());
        }
    }
    let free = waiting_for.iter().filter(|(_, count)| **count == 0);
    let mut free: BTreeSet<_> = free.map(|(id, _)| id.clone()).collect();
    let mut order = Vec::with_capacity(all.len());
    while let Some(id) = free.pop_first() {
        for support in &all[&id] {
            let count = waiting_for.get_mut(support).expect("it was found");
            *count -= 1;
            if *count == 0 {
                free.insert(support.clone());
            }
        }
        order.extend(set.get(id.as_str()));
    }
    order
}
