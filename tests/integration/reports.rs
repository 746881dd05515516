//! Reports about plugins that cannot work together: the crates under `tests/broken`, and a snapshot
//! of each report. `cargo xtask bless` rewrites the snapshots.

// The crates are only linked: their code is never called.
use broken_accounts as _;
use broken_circles as _;
use broken_contract::BrokenHooks;
use broken_scheduling as _;
use broken_stores as _;
use insta::assert_snapshot;
use plugin_core::manager::ResolvePolicy;
use plugin_core::{PluginManager, PluginManagerBuilder};

/// A host that allows these plugins.
fn host(ids: &[&str]) -> PluginManagerBuilder {
    PluginManager::builder::<dyn BrokenHooks>().allow(ids)
}

/// The report about these plugins.
fn report(ids: &[&str]) -> String {
    host(ids).discover().expect_err("they are broken").to_string()
}

#[test]
fn missing() {
    assert_snapshot!(report(&["mailer"]));
}

#[test]
fn missing_as_it_is_blocked() {
    assert_snapshot!(report(&["reports", "clock"]));
}

#[test]
fn wrong_version() {
    assert_snapshot!(report(&["clock", "scheduler", "reports"]));
}

#[test]
fn wrong_version_of_what_is_optional() {
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
fn host_mismatch() {
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
fn still_required() {
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
    let manager = host(&["clok", "legacy-*"]).block(["twim"]).discover().unwrap();
    let diagnostics = manager.diagnose();
    let unmatched = diagnostics.all().iter().map(ToString::to_string);
    let unmatched: Vec<_> = unmatched.filter(|it| it.contains("misspelt")).collect();
    assert_snapshot!(unmatched.join("\n"));
}
