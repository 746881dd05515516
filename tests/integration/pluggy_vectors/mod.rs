//! Scenarios that were run against pluggy 1.7.0 have the same outcome here, have an outcome that is
//! listed as a deliberate deviation, or do not compile.

mod deviations;
mod generators;
mod play;
mod script;
mod stage;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use self::deviations::{DEVIATIONS, RULED_OUT};
use self::play::Play;
use self::script::{Book, Step, Vector};

#[test]
fn every_scenario_has_the_same_outcome_as_in_pluggy_except_for_listed_deviations() {
    let mut differences = Vec::new();
    for vector in Book::open().vectors.into_iter().filter(|it| !is_ruled_out(it)) {
        let play = Play::new();
        for (number, step) in steps(&vector).iter().enumerate() {
            let observed = play.observe(step);
            let Some(expected) = step.expect.clone().map(script::Expect::comparable) else {
                continue;
            };
            if observed != expected {
                let Vector { id, title, .. } = &vector;
                differences.push(format!(
                    "{id} ({title}), step {number}:\n  expected {expected:?}\n  observed {observed:?}"
                ));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// The steps with the outcomes that are expected here.
fn steps(vector: &Vector) -> Vec<Step> {
    let mut steps = vector.steps.clone();
    for deviation in DEVIATIONS.iter().filter(|it| it.id == vector.id) {
        let parse = |json| -> Value { serde_json::from_str(json).expect(json) };
        let (id, at) = (deviation.id, deviation.at);
        let (in_pluggy, here) = (parse(deviation.pluggy), parse(deviation.here));
        if let Some(position) = steps.pointer_mut(at) {
            assert_eq!(*position, in_pluggy, "{id}{at} must be the outcome in pluggy");
            *position = here;
        } else {
            // A result of `None` is not written in the file.
            let (expect, key) = at.rsplit_once('/').expect("a position in `expect`");
            assert_eq!(in_pluggy, Value::Null, "{id}{at} must be the outcome in pluggy");
            steps.pointer_mut(expect).expect(at)[key] = here;
        }
    }
    serde_json::from_value(steps).unwrap_or_else(|error| panic!("{}: {error}", vector.id))
}

fn is_ruled_out(vector: &Vector) -> bool {
    RULED_OUT.iter().any(|it| it.id == vector.id)
}

#[test]
fn every_scenario_is_run_or_ruled_out_and_every_deviation_belongs_to_one_that_is_run() {
    let vectors = Book::open().vectors;
    let all: BTreeSet<_> = vectors.iter().map(|it| it.id.as_str()).collect();
    let ruled_out: BTreeSet<_> = RULED_OUT.iter().map(|it| it.id).collect();
    let adapted: BTreeSet<_> = DEVIATIONS.iter().map(|it| it.id).collect();

    assert_eq!(all.len(), 68);
    assert_eq!(ruled_out.len(), RULED_OUT.len(), "a scenario is ruled out twice");
    assert!(ruled_out.is_subset(&all), "{:?}", ruled_out.difference(&all));
    let played: BTreeSet<_> = all.difference(&ruled_out).copied().collect();
    assert!(adapted.is_subset(&played), "{:?}", adapted.difference(&played));
    let reasons = RULED_OUT.iter().map(|it| it.why).chain(DEVIATIONS.iter().map(|it| it.why));
    assert!(reasons.into_iter().all(|why| !why.is_empty()));
}

#[test]
fn every_ruled_out_scenario_has_a_compile_fail_case() {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let missing: BTreeSet<_> =
        RULED_OUT.iter().flat_map(|it| it.cases).filter(|case| !ui.join(case).is_file()).collect();
    assert!(missing.is_empty(), "not under {}: {missing:?}", ui.display());
}

#[test]
fn every_sequence_of_up_to_three_registrations_has_the_call_order_of_pluggy() {
    let rows = Book::open().order_table.rows;
    assert_eq!(rows.len(), 258);
    for row in rows {
        let play = Play::new();
        for (number, letter) in row.seq.chars().enumerate() {
            let kind = if letter.is_uppercase() { "wrapper" } else { "impl" };
            let letter = letter.to_ascii_lowercase();
            let step = serde_json::json!({
                "op": "register",
                "name": number.to_string(),
                "impls": [{
                    "kind": kind,
                    "tryfirst": letter == 'f',
                    "trylast": letter == 'l',
                }],
            });
            play.observe(&serde_json::from_value(step).expect("a step"));
        }
        let call = serde_json::json!({ "op": "call", "hook": "h" });
        let log = play.observe(&serde_json::from_value(call).expect("a step")).log;

        let began = log.iter().filter(|line| !line.contains(":post"));
        let order = began.map(|line| line.trim_end_matches(":pre").parse().expect("a number"));
        assert_eq!(order.collect::<Vec<usize>>(), row.order, "registered {}", row.seq);

        let ended = log.iter().filter_map(|line| line.split_once(":post"));
        let ended: Vec<_> = ended.map(|(number, _)| number).collect();
        let wrappers = log.iter().filter_map(|line| line.strip_suffix(":pre"));
        assert_eq!(ended, wrappers.rev().collect::<Vec<_>>(), "registered {}", row.seq);
    }
}
