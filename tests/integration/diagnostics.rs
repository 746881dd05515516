//! What is found to be missing, and what is told of it.

use plugin_core::{Diagnostic, Plugin, PluginManager, Registry, hookimpl, hookspec};

// A contract, which registers itself, and a crate that has nothing to do with plugins.
plugin_core::plugin_crates! { gateway_hooks, serde_json }

#[hookspec(project = "tests-diagnostics")]
trait Diagnosed {
    fn unused(&self);
}

/// Implements nothing.
#[derive(Plugin, Default)]
#[plugin(id = "diagnostics-idle")]
struct Idle;

#[derive(Plugin, Default)]
#[plugin(id = "diagnostics-busy")]
struct Busy;

#[hookimpl]
impl Diagnosed for Busy {
    fn unused(&self) {}
}

#[hookspec(project = "tests-diagnostics-empty")]
trait Empty {
    fn unused(&self);
}

fn about<'a>(diagnostics: &'a [Diagnostic], id: &str) -> Option<&'a Diagnostic> {
    diagnostics
        .iter()
        .find(|diagnostic| matches!(diagnostic, Diagnostic::UnusedPlugin { plugin, .. } if plugin.id() == id))
}

#[test]
fn a_named_crate_that_registers_nothing_is_found() {
    let diagnostics = PluginManager::new::<dyn Diagnosed>().diagnose();
    let silent = diagnostics.all().iter().filter_map(|diagnostic| match diagnostic {
        Diagnostic::UnregisteredCrate(krate) => Some(krate.name()),
        _ => None,
    });
    assert_eq!(silent.collect::<Vec<_>>(), ["serde_json"], "and not the contract");
    assert!(diagnostics.to_string().contains("crate `serde_json` is listed by `plugin_crates!`"));
}

#[test]
fn a_plugin_without_a_hook_of_the_project_is_found() {
    let manager = PluginManager::discover::<dyn Diagnosed>().unwrap();
    let diagnostics = manager.diagnose();
    let idle = about(diagnostics.all(), "diagnostics-idle").unwrap();
    assert!(idle.to_string().contains("implements no hook: write `#[hookimpl]`"), "{idle}");
    assert!(about(diagnostics.all(), "diagnostics-busy").is_none());

    // Seen from another project, the busy one is idle as well, and it is told why.
    let elsewhere = PluginManager::new::<dyn Empty>().diagnose();
    let busy = about(elsewhere.all(), "diagnostics-busy").unwrap();
    assert!(busy.to_string().contains("of other projects only (`tests-diagnostics`)"), "{busy}");
}

#[test]
fn no_plugins_are_an_error_unless_all_that_was_named_is_there() {
    let error = PluginManager::discover::<dyn Empty>().err().unwrap();
    let [diagnostic @ Diagnostic::NoPlugins { .. }] = error.diagnostics() else {
        panic!("{error}")
    };
    assert!(diagnostic.to_string().starts_with("no plugin of project `tests-diagnostics-empty`"));
    // Whoever wants none asks for none.
    assert_eq!(PluginManager::new::<dyn Empty>().load_linked().unwrap(), 0);
}

#[test]
fn when_strict_every_finding_is_an_error() {
    let error = PluginManager::discover_strict::<dyn Diagnosed>().err().unwrap();
    assert!(error.problems().is_empty());
    assert!(error.diagnostics().len() > 1);
}

#[test]
fn hookimpls_of_generic_plugins_are_not_missed() {
    // Other modules of this binary have generic plugins, which cannot be in the registry.
    let diagnostics = PluginManager::new::<dyn Diagnosed>().diagnose();
    let dropped =
        diagnostics.all().iter().filter(|it| matches!(it, Diagnostic::UnregisteredPlugin(_)));
    assert_eq!(dropped.count(), 0);
}

#[test]
fn a_plugin_knows_the_crate_that_it_came_with() {
    let linked = Registry::linked();
    assert!(linked.crates().any(|it| it.name() == "gateway_hooks"));
    // This binary's own plugins are not in a crate that was named.
    assert_eq!(linked.crate_of(Busy::info()), None);
}
