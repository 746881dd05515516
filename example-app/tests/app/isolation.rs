//! A plugin with a mistake in it, and what becomes of the run.

use super::{get, replay, run};

fn lines() -> String {
    (0..8).map(|n| get(10_000 * n, "/products/1")).collect()
}

#[test]
fn it_takes_no_part_unless_it_is_enabled() {
    let run = replay(&lines(), &[]);
    assert_eq!(run.code, Some(0));
    assert!(!run.told("process_request").contains("flaky"));
    assert!(!run.out.contains("Faults"));
}

#[test]
fn its_panic_ends_a_run_that_does_not_isolate() {
    let run = replay(&lines(), &["--enable", "flaky"]);
    assert_eq!(run.code, Some(101));
    assert!(run.err.contains("there is a product before it"), "{}", run.err);
}

#[test]
fn an_isolated_run_goes_on_without_it_and_tells_of_its_faults() {
    let args = ["--enable", "flaky", "--isolate", "--disable", "response-cache"];
    let run = replay(&lines(), &args);
    assert_eq!(run.code, Some(0));
    assert_eq!(run.answers(), vec![("200", "catalog".to_owned()); 8]);
    let faults = run.out.split("\nFaults\n").nth(1).expect("they are told");
    assert!(faults.contains("plugin `flaky` "), "{faults}");
    assert!(faults.contains("panicked in `GatewayHooks::process_request`"), "{faults}");
    assert!(faults.contains("there is a product before it"), "{faults}");
    assert!(faults.contains(", 5 times\n"), "then it was taken out of service: {faults}");
    assert!(faults.ends_with("`flaky` is out of service\n"), "{faults}");
}

#[test]
fn the_shipped_recording_shows_it() {
    let isolated = run(&["--enable", "flaky", "--isolate"]);
    assert_eq!(isolated.code, Some(3), "as without it");
    assert!(isolated.out.contains("`flaky` is out of service"), "{}", isolated.out);
}
