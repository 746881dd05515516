//! Finds what is missing: compares what the build listed with what is linked and registered.

use std::collections::BTreeSet;

use crate::error::{Diagnostic, Diagnostics, NoPluginsReason, SkippedPlugin};
use crate::hook::constraints::OrderNode;
use crate::info::{HookSpecInfo, PluginRef};
use crate::registry::entry::PluginEntry;
use crate::registry::{Registry, slice};
use crate::util::nearest;

/// Collects all diagnostics. `unmatched` are those of ordering constraints and filter entries,
/// `unused` are those of values and configuration that no plugin uses. `is_empty` is whether the
/// manager has no plugins for no known reason.
pub(crate) fn diagnose(
    registry: &Registry,
    project: &'static str,
    unmatched: Vec<Diagnostic>,
    skipped: Vec<SkippedPlugin>,
    unused: Vec<Diagnostic>,
    is_empty: bool,
) -> Diagnostics {
    let mut diagnostics = Vec::new();
    diagnostics.extend(core_versions(registry));
    diagnostics.extend(registry.unregistered_crates().map(Diagnostic::UnregisteredCrate));
    diagnostics.extend(registry.unlisted_crates().map(Diagnostic::UnlistedCrate));
    diagnostics.extend(contract_versions(registry));
    diagnostics.extend(registry.unregistered_plugins().map(Diagnostic::UnregisteredPlugin));
    diagnostics.extend(unused_plugins(registry, project));
    diagnostics.extend(unmatched);
    diagnostics.extend(skipped.into_iter().map(Diagnostic::SkippedPlugin));
    diagnostics.extend(unused);
    if is_empty {
        diagnostics.push(no_plugins(registry, project));
    }
    Diagnostics::new(diagnostics)
}

/// The diagnostic that a manager of this project has no plugins, with the cause.
pub(crate) fn no_plugins(registry: &Registry, project: &'static str) -> Diagnostic {
    let has_crate_list = registry.has_crate_list();
    let (loadable, manual): (Vec<_>, Vec<_>) =
        registry.entries_of(project).partition(|it| it.constructor().is_some());
    let infos = |entries: Vec<&PluginEntry>| entries.into_iter().map(PluginEntry::info).collect();
    let reason = if !slice::AVAILABLE {
        NoPluginsReason::NoRegistry
    } else if !loadable.is_empty() {
        NoPluginsReason::NotLoaded(infos(loadable))
    } else if !manual.is_empty() {
        NoPluginsReason::Manual(infos(manual))
    } else if registry.entries().next().is_some() {
        let plugins = registry.plugins().collect();
        NoPluginsReason::NoHook { plugins, has_crate_list }
    } else if has_crate_list {
        NoPluginsReason::NotLinked
    } else {
        NoPluginsReason::NoCrateList
    };
    Diagnostic::NoPlugins { project, reason }
}

/// Finds ordering constraints that have no effect, probably by mistake. `constrained` are hookimpls
/// with constraints. `known` are the ids and capabilities of the linked and registered plugins.
///
/// A plugin may be ordered relative to one that is not installed, so an unknown name alone is no
/// mistake. It is one if the name resembles a known one, unless the plugin also mentions the name in
/// its relations.
pub(crate) fn constraints(
    mut constrained: Vec<OrderNode>,
    known: &BTreeSet<&str>,
) -> Vec<Diagnostic> {
    // Sorted, because the order of hookspecs and of calls means nothing here.
    constrained.sort_by(|a, b| {
        a.plugin.id().cmp(b.plugin.id()).then_with(|| a.info.location().cmp(b.info.location()))
    });
    let mut seen = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for node in &constrained {
        for (side, target) in node.declared() {
            let id = node.plugin.id();
            if !seen.insert((id.clone(), side.is_before(), target)) {
                continue;
            }
            let (plugin, hookimpl) = (node.plugin.clone(), node.info);
            if *id == target {
                diagnostics.push(Diagnostic::ConstraintOnItself { plugin, hookimpl });
            } else if !known.contains(target) && !mentions(&plugin, target) {
                let others =
                    known.iter().copied().filter(|it| node.plugin.names().all(|own| own != *it));
                diagnostics.extend(nearest(target, others).map(|nearest| {
                    let nearest = nearest.to_owned();
                    Diagnostic::UnmatchedConstraint { plugin, hookimpl, target, nearest }
                }));
            }
        }
    }
    diagnostics
}

/// Whether a plugin has a relation to this id or capability.
fn mentions(plugin: &PluginRef, name: &str) -> bool {
    let info = plugin.info();
    let mut relations = [info.requires(), info.optional(), info.conflicts()].into_iter().flatten();
    relations.any(|it| it.id() == name)
}

fn core_versions(registry: &Registry) -> Option<Diagnostic> {
    let versions = registry.core_versions();
    (versions.len() > 1).then_some(Diagnostic::SeveralCoreVersions { versions })
}

/// Finds hookspecs with the same name, project, package and module, but different versions of the
/// package.
fn contract_versions(registry: &Registry) -> impl Iterator<Item = Diagnostic> {
    let mut specs: Vec<_> = registry.hookspecs().collect();
    let key = |spec: &&HookSpecInfo| {
        (spec.name(), spec.project(), spec.package().name(), spec.location().module())
    };
    specs.sort_by_key(|spec| (key(spec), spec.package().version()));
    let pairs = specs.windows(2).map(|pair| (pair[0], pair[1]));
    let differing = pairs.filter(|(first, second)| {
        key(first) == key(second) && first.package().version() != second.package().version()
    });
    let found =
        differing.map(|(first, second)| Diagnostic::SeveralContractVersions { first, second });
    found.collect::<Vec<_>>().into_iter()
}

fn unused_plugins(registry: &Registry, project: &str) -> impl Iterator<Item = Diagnostic> {
    registry.entries().filter_map(move |entry| {
        let hookimpls = registry.hookimpls_of(entry.type_id());
        let projects: BTreeSet<_> = hookimpls.iter().map(|it| it.spec().project()).collect();
        let is_unused = !projects.contains(project);
        let projects = projects.into_iter().collect();
        is_unused.then(|| Diagnostic::UnusedPlugin { plugin: entry.info(), projects })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::__private_0_1_0::{new_crates, new_hookspec, new_location, new_package};
    use crate::registry::entry::Entry;

    /// The contract `Hooks` of one version of a package.
    fn contract(version: &'static str, module: &'static str) -> Entry {
        let package = new_package("gateway-hooks", version, "", "", "");
        let location = new_location(module, "src/lib.rs", 1);
        let spec = new_hookspec("Hooks", Some("gateway"), package, location, &[]);
        Entry::HookSpec(Box::leak(Box::new(spec)))
    }

    fn crates(cores: &'static [&'static str]) -> Entry {
        let (package, location) =
            (new_package("host", "1.0.0", "", "", ""), new_location("host", "", 1));
        new_crates(package, location, (&[("pack", "greet-pack", "2.0.0", "path")], cores), None)
    }

    fn diagnostics(entries: Vec<Entry>) -> Vec<String> {
        let registry = Registry::read(entries.leak());
        let diagnostics = diagnose(&registry, "gateway", Vec::new(), Vec::new(), Vec::new(), false);
        diagnostics.all().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn two_versions_of_a_contract_are_reported() {
        let twice = diagnostics(vec![contract("1.0.0", "hooks"), contract("2.0.0", "hooks")]);
        assert_eq!(twice.len(), 1);
        assert!(twice[0].contains("`gateway-hooks` 1.0.0 and from package `gateway-hooks` 2.0.0"));
        // Two hookspecs with the same name in two modules are different contracts.
        assert!(
            diagnostics(vec![contract("1.0.0", "hooks::a"), contract("1.0.0", "hooks::b")])
                .is_empty()
        );
    }

    #[test]
    fn two_versions_of_plugin_core_are_reported() {
        let entries = vec![crates(&["0.1.0"]), crates(&["0.2.0"])];
        let [cores, unregistered] = &diagnostics(entries)[..] else {
            panic!("the versions, and the crate that both lists name")
        };
        let expected = "several versions of `plugin-core` are linked (0.1.0, 0.2.0): ";
        assert!(cores.starts_with(expected), "{cores}");
        assert!(cores.contains("`cargo tree -i plugin-core@0.1.0`"), "{cores}");
        let expected = "crate `pack` (package `greet-pack` 2.0.0) is listed by";
        assert!(unregistered.starts_with(expected), "{unregistered}");
    }

    #[test]
    fn crates_that_the_build_script_found_are_compared_with_a_list_by_hand() {
        let host = |listed| {
            let found = "one|pack-one|1.0.0|path two|pack-two|2.0.0|path three|||";
            let (package, location) =
                (new_package("host", "1.0.0", "", "", ""), new_location("host", "", 1));
            new_crates(package, location, (listed, &[]), Some(found))
        };
        let [one, three, two] = &diagnostics(vec![host(&[("one", "", "", "")])])[..] else {
            panic!("one crate is listed, and all registered nothing")
        };
        assert!(one.starts_with("crate `one` is listed by `plugin_crates!`"), "{one}");
        let expected = "crate `two` (package `pack-two` 2.0.0) is a dependency that registers no";
        assert!(two.starts_with(expected), "{two}");
        assert!(two.contains("list `two`, or write `plugin_core::plugin_crates!();`"), "{two}");
        assert!(three.starts_with("crate `three` is a dependency"), "{three}");
        // A hookspec of the crate, which code names.
        let package = new_package("pack-two", "2.0.0", "", "", "");
        let location = new_location("two", "src/lib.rs", 1);
        let spec = new_hookspec("Hooks", Some("gateway"), package, location, &[]);
        let spec = Entry::HookSpec(Box::leak(Box::new(spec)));
        let listed = &[("one", "", "", ""), ("three", "", "", "")];
        assert_eq!(diagnostics(vec![host(listed), spec]).len(), 2);
    }

    #[test]
    fn without_any_plugin_the_crate_list_is_the_cause() {
        let report = |entries: Vec<Entry>| {
            no_plugins(&Registry::read(entries.leak()), "gateway").to_string()
        };
        let unlisted = report(vec![contract("1.0.0", "hooks")]);
        assert!(unlisted.contains("`plugin_core::plugin_crates!();` at the top"), "{unlisted}");
        assert!(unlisted.contains("of each test or example"), "{unlisted}");
        let listed = report(vec![crates(&["0.1.0"])]);
        assert!(listed.ends_with("is registered: add a plugin crate with `cargo add`"), "{listed}");
    }

    #[test]
    fn a_report_without_diagnostics_says_so() {
        let clean = Diagnostics::new(Vec::new());
        assert!(clean.is_clean());
        assert_eq!(clean.to_string(), "no problems found");
    }
}
