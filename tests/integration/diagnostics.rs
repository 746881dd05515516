//! Diagnostics: probable mistakes that are detected, and their messages.

use plugin_core::error::{Diagnostic, NoPluginsReason};
use plugin_core::{Plugin, PluginManager, Registry, hookimpl, hookspec};

// A contract, which has an element in the registry, and a crate that is unrelated to plugins.
plugin_core::plugin_crates! { gateway_hooks, serde_json }

#[hookspec(project = "tests-diagnostics")]
trait Diagnosed {
    fn unused(&self);
}

/// Implements no hook.
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
fn a_named_crate_that_registers_nothing_is_reported() {
    let diagnostics = PluginManager::new::<dyn Diagnosed>().diagnose();
    let silent = diagnostics.all().iter().filter_map(|diagnostic| match diagnostic {
        Diagnostic::UnregisteredCrate(krate) => Some(krate.name()),
        _ => None,
    });
    assert_eq!(silent.collect::<Vec<_>>(), ["serde_json"], "the contract is not reported");
    assert!(diagnostics.to_string().contains("crate `serde_json` is listed by `plugin_crates!`"));
}

#[test]
fn a_plugin_without_a_hook_of_the_project_is_reported() {
    let manager = PluginManager::discover::<dyn Diagnosed>().unwrap();
    let diagnostics = manager.diagnose();
    let idle = about(diagnostics.all(), "diagnostics-idle").unwrap();
    assert!(idle.to_string().contains("implements no hook: write `#[hookimpl]`"), "{idle}");
    assert!(about(diagnostics.all(), "diagnostics-busy").is_none());

    // For another project, the busy plugin is idle as well, and the diagnostic gives the reason.
    let elsewhere = PluginManager::new::<dyn Empty>().diagnose();
    let busy = about(elsewhere.all(), "diagnostics-busy").unwrap();
    assert!(busy.to_string().contains("of other projects only (`tests-diagnostics`)"), "{busy}");
}

#[test]
fn finding_no_plugins_is_an_error_unless_every_named_crate_is_linked() {
    let error = PluginManager::discover::<dyn Empty>().err().unwrap();
    let [diagnostic @ Diagnostic::NoPlugins { .. }] = error.diagnostics() else {
        panic!("{error}")
    };
    let report = diagnostic.to_string();
    assert!(report.starts_with("no plugin of project `tests-diagnostics-empty`"), "{report}");
    // Plugins are linked, so it is wrong to suggest that crates must be linked.
    let Diagnostic::NoPlugins { reason: NoPluginsReason::NoHook { plugins, .. }, .. } = diagnostic
    else {
        panic!("{report}")
    };
    assert!(plugins.iter().any(|it| it.id() == "diagnostics-busy"));
    assert!(report.contains("no linked plugin implements its hooks (linked: "), "{report}");
    assert!(!report.contains("plugin_crates"), "{report}");
    // A host that expects no plugins does not call `discover`.
    assert_eq!(PluginManager::new::<dyn Empty>().load_linked().unwrap(), 0);
}

#[test]
fn the_cause_of_an_empty_manager_is_reported() {
    #[hookspec(project = "tests-diagnostics-manual")]
    trait ByHand {
        fn unused(&self);
    }

    #[derive(Plugin)]
    #[plugin(id = "diagnostics-manual", manual)]
    struct Constructed;

    #[hookimpl]
    impl ByHand for Constructed {
        fn unused(&self) {}
    }

    let error = PluginManager::discover::<dyn ByHand>().unwrap_err().to_string();
    assert!(error.contains("the host must construct `diagnostics-manual` (package "), "{error}");
    assert!(error.contains("`manager.register(Constructed..)`"), "{error}");

    let reason = |manager: &PluginManager| {
        let diagnostics = manager.diagnose().all().to_vec();
        diagnostics.into_iter().find_map(|it| match it {
            Diagnostic::NoPlugins { reason, .. } => Some(reason),
            _ => None,
        })
    };
    let unloaded = reason(&PluginManager::new::<dyn Diagnosed>()).unwrap();
    assert_eq!(unloaded, NoPluginsReason::NotLoaded(vec![Busy::info()]));
    assert!(unloaded.to_string().ends_with("`manager.load_linked()`"), "{unloaded}");

    // Like `discover`, a manager that filters have left empty is intended.
    let blocked = PluginManager::builder::<dyn Diagnosed>().block(["*"]).discover().unwrap();
    assert_eq!(reason(&blocked), None);
    let none = PluginManager::builder::<dyn Diagnosed>().allow(["nothing-like-it"]);
    assert_eq!(reason(&none.discover().unwrap()), None);
}

#[test]
fn discover_strict_makes_every_diagnostic_an_error() {
    let error = PluginManager::discover_strict::<dyn Diagnosed>().err().unwrap();
    assert!(error.problems().is_empty());
    assert!(error.diagnostics().len() > 1);
}

#[test]
fn hookimpls_of_generic_plugins_are_not_reported_as_missing() {
    // Other modules of this test binary contain generic plugins, which cannot be in the registry.
    let diagnostics = PluginManager::new::<dyn Diagnosed>().diagnose();
    let dropped =
        diagnostics.all().iter().filter(|it| matches!(it, Diagnostic::UnregisteredPlugin(_)));
    assert_eq!(dropped.count(), 0);
}

#[test]
fn the_registry_knows_the_crate_of_a_plugin() {
    let linked = Registry::linked();
    assert!(linked.crates().any(|it| it.name() == "gateway_hooks"));
    // The plugins of this test binary do not come from a crate that was named.
    assert_eq!(linked.crate_of(Busy::info()), None);
}

#[hookspec(project = "tests-diagnostics-order")]
trait Ordered {
    fn first(&self);
    fn second(&self);
}

macro_rules! ordered {
    ($($ty:ident($($options:tt)*) $id:literal [$($constraint:tt)*])*) => {$(
        #[derive(Plugin, Default)]
        #[plugin(id = $id, $($options)*)]
        struct $ty;

        #[hookimpl($($constraint)*)]
        impl Ordered for $ty {
            fn first(&self) {}
            fn second(&self) {}
        }
    )*};
}

ordered! {
    Markdown(provides("order.renderer")) "order.markdown" []
    Toc() "order.toc" [after = "order.markdwon"]
    Menu(manual) "order.menu" [before("order.rendrer", "order.by-hnad"), after = "order.markdown"]
    Narcissus(manual) "order.narcissus" [before = "order.narcissus"]
    Neighborly(manual) "order.neighborly" [before("order.cache", "order.toc")]
    Versed(manual, optional("order.tok")) "order.versed" [after = "order.tok"]
    Alone(manual) "order.alone" [after = "order.alnoe"]
}

/// The diagnostics of ordering constraints.
fn of_constraints(manager: &PluginManager) -> Vec<String> {
    let diagnostics = manager.diagnose().all().to_vec();
    let is_it = |it: &&Diagnostic| {
        matches!(it, Diagnostic::UnmatchedConstraint { .. } | Diagnostic::ConstraintOnItself { .. })
    };
    diagnostics.iter().filter(is_it).map(ToString::to_string).collect()
}

#[test]
fn a_misspelled_name_in_a_constraint_is_reported_once_with_the_near_name() {
    let manager = PluginManager::discover::<dyn Ordered>().unwrap();
    let [toc] = &of_constraints(&manager)[..] else { panic!("{}", manager.diagnose()) };
    let expected = "`first` of plugin `order.toc` must run after `order.markdwon` (tests/";
    assert!(toc.starts_with(expected), "{toc}");
    let expected = "but no plugin has this id or provides this capability: did you mean \
                    `order.markdown`? if not, write `#[plugin(optional(\"order.markdwon\"))]`";
    assert!(toc.ends_with(expected), "{toc}");

    let strict = PluginManager::discover_strict::<dyn Ordered>().unwrap_err();
    assert!(strict.to_string().contains(toc), "{strict}");

    // Capabilities, and ids that the host has chosen.
    manager.register(Menu).unwrap().expect_active();
    assert!(of_constraints(&manager)[0].contains("did you mean `order.renderer`?"));
    manager.register_as("order.by-hand", Markdown).unwrap().expect_active();
    let all = of_constraints(&manager);
    let near = ["`order.by-hand`? if", "`order.renderer`? if", "`order.markdown`? if"];
    assert!(near.iter().all(|near| all.iter().any(|it| it.contains(near))), "{all:#?}");
}

#[test]
fn a_name_in_a_constraint_may_be_absent_on_purpose() {
    let manager = PluginManager::builder::<dyn Ordered>().block(["order.toc"]).build();
    // One neighbor is not installed, the other is linked and blocked.
    manager.register(Neighborly).unwrap().expect_active();
    // A name that resembles another may be that of a plugin that is not installed.
    manager.register(Versed).unwrap().expect_active();
    // The only similar id is its own.
    manager.register(Alone).unwrap().expect_active();
    assert!(of_constraints(&manager).is_empty(), "{:?}", of_constraints(&manager));
    manager.unblock("order.toc");
    assert!(of_constraints(&manager).is_empty(), "it is linked, but not registered");
}

#[test]
fn a_constraint_of_a_plugin_on_itself_is_reported() {
    let manager = PluginManager::new::<dyn Ordered>();
    manager.register(Narcissus).unwrap().expect_active();
    // For this one, the constraint is about the first one.
    manager.register_as("order.other", Narcissus).unwrap().expect_active();
    let [itself] = &of_constraints(&manager)[..] else { panic!("{}", manager.diagnose()) };
    let expected = "`first` of plugin `order.narcissus` must run before `order.narcissus` (";
    assert!(itself.starts_with(expected), "{itself}");
    assert!(itself.contains("which is the plugin itself: name another plugin"), "{itself}");
}
