//! Lists of plugins that a host allows or blocks. (Lists in environment variables are tested with
//! the example app, as they need a process of their own.)

use plugin_core::error::{Diagnostic, ExclusionReason, FilterSource};
use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-filters")]
trait Hooks {
    fn name(&self) -> &str;
}

macro_rules! plugins {
    ($($ty:ident $id:literal),*) => {$(
        #[derive(Plugin, Default)]
        #[plugin(id = $id)]
        struct $ty;

        #[hookimpl]
        impl Hooks for $ty {
            fn name(&self) -> &str {
                $id
            }
        }
    )*};
}

plugins! { Auth "sel-auth", OldAuth "sel-old-auth", OldLog "sel-old-log" }

fn names(manager: &PluginManager) -> String {
    manager.hook::<dyn Hooks>().name().join(" ").replace("sel-", "")
}

#[test]
fn ids_and_patterns_are_allowed_and_blocked() {
    let builder = || PluginManager::builder::<dyn Hooks>();
    let all = builder().discover().unwrap();
    assert_eq!(names(&all), "old-log old-auth auth");
    let some = builder().allow(["sel-auth", "*-old-log"]).discover().unwrap();
    assert_eq!(names(&some), "old-log auth");
    let others = builder().block(["*-old-*"]).discover().unwrap();
    assert_eq!(names(&others), "auth");
    let both = builder().allow(["sel-old-*"]).block(["*-a?th"]).discover().unwrap();
    assert_eq!(names(&both), "old-log");
}

#[test]
fn an_empty_list_of_allowed_plugins_allows_none() {
    let none =
        PluginManager::builder::<dyn Hooks>().allow(Vec::<String>::new()).discover().unwrap();
    assert!(none.plugins().is_empty() && none.is_blocked("sel-auth"));
}

#[test]
#[should_panic(expected = "::Auth` was not registered: it is blocked by the host; to continue")]
fn a_host_that_expects_a_blocked_plugin_panics_with_its_type() {
    let manager = PluginManager::builder::<dyn Hooks>().block(["sel-auth"]).build();
    manager.register(Auth).unwrap().expect_active();
}

#[test]
fn a_host_may_run_with_all_plugins_blocked() {
    let none = PluginManager::builder::<dyn Hooks>().block_all().discover().unwrap();
    assert!(none.plugins().is_empty());
    assert!(none.register(Auth).unwrap().active().is_none());
    let diagnostics = none.diagnose().all().to_vec();
    assert!(
        !diagnostics.iter().any(|it| matches!(it, Diagnostic::NoPlugins { .. })),
        "{diagnostics:?}"
    );

    let blocked = PluginManager::builder::<dyn Hooks>().block(["*"]).discover().unwrap();
    assert!(blocked.plugins().is_empty());
}

#[test]
fn lists_apply_to_plugins_registered_later_until_these_are_unblocked() {
    let manager = PluginManager::builder::<dyn Hooks>().block(["sel-old-*"]).build();
    assert!(manager.is_blocked("sel-old-auth") && !manager.is_blocked("sel-auth"));
    assert!(manager.load::<OldAuth>().unwrap().active().is_none());
    assert!(manager.register_as("sel-old-new", Auth).unwrap().active().is_none());

    assert!(manager.unblock("sel-old-auth"));
    assert!(manager.load::<OldAuth>().unwrap().is_active());
    assert!(manager.is_blocked("sel-old-log"), "the other ids remain blocked");

    manager.block("sel-old-auth").unwrap();
    assert!(manager.is_blocked("sel-old-auth") && manager.plugins().is_empty());
}

#[test]
fn an_entry_that_matches_nothing_is_reported() {
    let builder = PluginManager::builder::<dyn Hooks>().block(["sel-ath", "sel-old-*"]);
    let manager = builder.build();
    manager.block("sel-olf-auth").unwrap();
    manager.block("sel-auth").unwrap();
    let diagnostics = manager.diagnose().all().to_vec();
    let unmatched = diagnostics.iter().filter_map(|it| match it {
        Diagnostic::UnmatchedEntry {
            by: ExclusionReason::Blocked(FilterSource::Host),
            entry,
            nearest,
            ..
        } => Some((entry.as_str(), nearest.as_deref())),
        _ => None,
    });
    // Entries of the builder, and ids that were blocked later.
    let expected = [("sel-ath", Some("sel-auth")), ("sel-olf-auth", Some("sel-old-auth"))];
    assert_eq!(unmatched.collect::<Vec<_>>(), expected);

    let strict = PluginManager::builder::<dyn Hooks>().block(["sel-ath"]).discover_strict();
    assert!(strict.unwrap_err().to_string().contains("`sel-ath`"));
}

#[test]
fn an_id_chosen_by_the_host_is_matched_as_well() {
    let manager = PluginManager::builder::<dyn Hooks>().allow(["mine"]).build();
    assert!(manager.register(Auth).unwrap().active().is_none());
    manager.register_as("mine", Auth).unwrap().expect_active();
    let diagnostics = manager.diagnose().all().to_vec();
    assert!(!diagnostics.iter().any(|it| matches!(it, Diagnostic::UnmatchedEntry { .. })));
}
