//! Finds the plugins that must be unregistered together.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::set::Set;
use super::view::View;
use crate::info::{PluginId, PluginRef};

/// The plugin and all plugins that depend on it, directly or indirectly. A dependent comes before
/// the plugins that it depends on.
pub(crate) fn with_dependents(set: &Set, plugin: &PluginRef) -> Vec<PluginRef> {
    let view = View::new(set);
    // A reversed depth-first postorder would need recursion. This loop lists a plugin as soon as
    // all of its dependents are listed.
    let mut unlisted_dependents: BTreeMap<PluginId, usize> = BTreeMap::new();
    let mut found = VecDeque::from([plugin.clone()]);
    let mut all = BTreeMap::from([(plugin.id().clone(), Vec::new())]);
    while let Some(it) = found.pop_front() {
        let dependents: BTreeSet<_> =
            view.dependents(&it).iter().map(|it| it.plugin().id().clone()).collect();
        unlisted_dependents.insert(it.id().clone(), dependents.len());
        for dependent in dependents {
            let dependencies: &mut Vec<_> = all.entry(dependent.clone()).or_insert_with(|| {
                found.extend(set.get(dependent.as_str()));
                Vec::new()
            });
            dependencies.push(it.id().clone());
        }
    }
    let free = unlisted_dependents.iter().filter(|(_, count)| **count == 0);
    let mut free: BTreeSet<_> = free.map(|(id, _)| id.clone()).collect();
    let mut order = Vec::with_capacity(all.len());
    while let Some(id) = free.pop_first() {
        for dependency in &all[&id] {
            let count =
                unlisted_dependents.get_mut(dependency).expect("each dependency was counted");
            *count -= 1;
            if *count == 0 {
                free.insert(dependency.clone());
            }
        }
        order.extend(set.get(id.as_str()));
    }
    order
}
