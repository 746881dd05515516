//! Reports about plugins that cannot work together: the crates under `tests/broken`, and a snapshot
//! of each report. `cargo xtask bless` rewrites the snapshots.

// The crates are only linked: their code is never called.
use broken_accounts as _;
use broken_circles as _;
use broken_contract::BrokenHooks;
use broken_scheduling as _;
use broken_stores as _;
use insta::assert_snapshot;
use plugin_core::error::Diagnostic;
use plugin_core::manager::ResolvePolicy;
use plugin_core::{PluginManager, PluginManagerBuilder};

/// A host that allows these plugins.
fn host(ids: &[&str]) -> PluginManagerBuilder {
    PluginManager::builder::<dyn BrokenHooks>().allow(ids)
}

/// The report about these plugins.
fn report(ids: &[&str]) -> String {
    host(ids).discover().expect_err("the plugins cannot work together").to_string()
}

/// The report about one plugin that is loaded after the others.
fn late_report(ids: &[&str], late: &str) -> String {
    let manager = host(ids).discover().unwrap();
    manager.unblock(late);
    manager.load_by_id(late).expect_err("the plugin cannot work with the others").to_string()
}

#[test]
fn missing() {
    assert_snapshot!(report(&["mailer"]));
}

#[test]
fn missing_because_it_is_not_allowed() {
    assert_snapshot!(report(&["reports", "clock"]));
}

#[test]
fn wrong_version() {
    assert_snapshot!(report(&["clock", "scheduler", "reports"]));
}

#[test]
fn wrong_version_of_an_optional_requirement() {
    assert_snapshot!(report(&["dashboard", "metrics"]));
}

#[test]
fn pre_release() {
    assert_snapshot!(report(&["next-clock", "scheduler"]));
}

#[test]
fn several_providers() {
    assert_snapshot!(report(&["*-store", "session"]));
}

#[test]
fn conflict() {
    assert_snapshot!(report(&["auth", "legacy-*"]));
}

#[test]
fn conflict_with_a_registered_plugin() {
    assert_snapshot!(late_report(&["legacy-*"], "auth"));
}

#[test]
fn missing_because_it_is_not_registered() {
    let manager = PluginManager::new::<dyn BrokenHooks>();
    assert_snapshot!(manager.load_by_id("reports").unwrap_err());
}

#[test]
fn already_registered() {
    let manager = host(&["clock"]).discover().unwrap();
    assert_snapshot!(manager.load_by_id("clock").unwrap_err());
}

#[test]
fn not_linked() {
    let manager = PluginManager::new::<dyn BrokenHooks>();
    assert_snapshot!(manager.load_by_id("clok").unwrap_err());
}

#[test]
fn contract_mismatch() {
    assert_snapshot!(report(&["from-the-future"]));
}

#[test]
fn duplicate_id() {
    assert_snapshot!(report(&["twin"]));
}

#[test]
fn cycle() {
    assert_snapshot!(report(&["chicken", "egg", "omelette"]));
}

#[test]
fn order_cycle() {
    assert_snapshot!(report(&["first", "second", "third"]));
}

#[test]
fn everything_at_once() {
    assert_snapshot!(report(&["*"]));
}

#[test]
fn skipped() {
    let manager = host(&["*"]).on_unresolved(ResolvePolicy::Skip).discover().unwrap();
    let plugins = manager.plugins();
    let plugins: Vec<_> = plugins.iter().map(|it| it.id().as_str()).collect();
    let skipped = manager.skipped();
    let skipped: Vec<_> = skipped.iter().map(ToString::to_string).collect();
    assert_snapshot!(format!("{}\n\n{}", plugins.join(" "), skipped.join("\n")));
}

#[test]
fn unregister_a_required_plugin() {
    let manager = host(&["legacy-*"]).discover().unwrap();
    assert_snapshot!(manager.unregister("legacy-auth").unwrap_err());
}

#[test]
fn call_order() {
    let manager = host(&["second", "third", "clock"]).discover().unwrap();
    assert_snapshot!(manager.hook::<dyn BrokenHooks>().work.explain());
}

#[test]
fn unmatched_entries() {
    let manager = host(&["clok", "legacy-*"])
        .block(["twim", "clok-*", "nothing-like-it"])
        .discover()
        .unwrap();
    let diagnostics = manager.diagnose();
    let is_unmatched = |it: &&Diagnostic| matches!(it, Diagnostic::UnmatchedEntry { .. });
    let unmatched = diagnostics.all().iter().filter(is_unmatched);
    let unmatched: Vec<_> = unmatched.map(ToString::to_string).collect();
    assert_snapshot!(unmatched.join("\n"));
}
