//! A plugin with a bug, and its effect on the run.

use super::{get, replay, run};

fn lines() -> String {
    (0..8).map(|n| get(10_000 * n, "/products/1")).collect()
}

#[test]
fn it_is_not_active_unless_it_is_enabled() {
    let run = replay(&lines(), &[]);
    assert_eq!(run.code, Some(0));
    assert!(!run.plugins("process_request").contains("flaky"));
    assert!(!run.out.contains("Faults"));
}

#[test]
fn its_panic_ends_a_run_that_does_not_isolate() {
    let run = replay(&lines(), &["--enable", "flaky"]);
    assert_eq!(run.code, Some(101));
    assert!(run.err.contains("there is a product before it"), "{}", run.err);
}

#[test]
fn an_isolated_run_continues_without_it_and_reports_its_faults() {
    let args = ["--enable", "flaky", "--isolate", "--disable", "response-cache"];
    let run = replay(&lines(), &args);
    assert_eq!(run.code, Some(0));
    assert_eq!(run.answers(), vec![("200", "catalog".to_owned()); 8]);
    let faults = run.out.split("\nFaults\n").nth(1).expect("faults are reported");
    assert!(faults.contains("plugin `flaky` "), "{faults}");
    assert!(faults.contains("panicked in `GatewayHooks::process_request`"), "{faults}");
    assert!(faults.contains("there is a product before it"), "{faults}");
    assert!(faults.contains(", 5 times\n"), "then it was suspended: {faults}");
    assert!(faults.ends_with("`flaky` is suspended: no hook calls it any more\n"), "{faults}");
}

#[test]
fn it_panics_in_a_replay_of_the_shipped_recording() {
    let isolated = run(&["--enable", "flaky", "--isolate"]);
    assert_eq!(isolated.code, Some(0));
    assert!(isolated.out.contains("`flaky` is suspended"), "{}", isolated.out);
}
