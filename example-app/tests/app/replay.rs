//! Replaying requests: what becomes of each, and of lines that are none.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::{Run, app, get, replay, run, with_token};

#[test]
fn the_shipped_recording_is_replayed_from_any_directory() {
    let output = app(&[]).current_dir(std::env::temp_dir()).output().unwrap();
    let run = Run::of(output);
    assert_eq!(run.code, Some(3), "it has broken lines in it");
    assert_eq!(run.told("requests "), "373");
    assert_eq!(run.rows().len(), 373);
    assert_eq!(run.rows()[0][..5], ["1", "GET", "/health", "10.0.0.2", "-"]);
    let answering = [
        "bearer-tokens",
        "catalog",
        "favourites",
        "health",
        "rate-limit",
        "response-cache",
        "session",
    ];
    for plugin in answering {
        assert!(run.answers().iter().any(|(_, by)| by.starts_with(plugin)), "{plugin} answers");
    }
}

#[test]
fn the_summary_agrees_with_the_lines() {
    let run = run(&[]);
    let answers = run.answers();
    for status in ["200", "201", "400", "401", "403", "404", "405", "429"] {
        let count = answers.iter().filter(|(it, _)| *it == status).count();
        assert_eq!(run.told(&format!("{status} ")), count.to_string(), "status {status}");
    }
    let repeated = answers.iter().filter(|(_, by)| by.ends_with("(repeated)")).count();
    assert_eq!(run.told("cache hits"), repeated.to_string());
    let unanswered = answers.iter().filter(|(_, by)| by == "-").count();
    assert_eq!(run.told("(none)"), unanswered.to_string());
}

#[test]
fn every_broken_line_is_reported_with_its_number_and_reason() {
    let run = run(&[]);
    let expected = [
        "line 24: EOF while parsing a string (column 65)",
        "line 82: invalid type: string \"soon\", expected u64 (column 15)",
        "line 97: missing field `at_ms` (column 2)",
        "line 141: missing field `path` (column 51)",
        "line 172: not UTF-8 from byte 65 on",
        "line 237: invalid type: sequence, expected a string (column 25)",
        "line 263: expected value (column 1)",
        "line 291: path `products/12` does not begin with `/`",
    ];
    assert_eq!(run.err.lines().collect::<Vec<_>>(), expected);
    assert_eq!(run.told("broken lines"), "8");
}

#[test]
fn a_replay_comes_out_the_same_each_time() {
    assert_eq!(run(&[]).out, run(&[]).out);
}

#[test]
fn the_plugins_of_each_hook_are_told_in_call_order() {
    let run = replay("", &[]);
    assert_eq!(
        run.told("process_request"),
        "audit-log*, rate-limit*, response-cache*, bearer-tokens, favourites, session, health, \
         catalog"
    );
    assert_eq!(run.told("authenticate"), "bearer-tokens, session");
    assert_eq!(run.told("on_startup"), "health");
}

#[test]
fn without_broken_lines_all_is_well_and_blank_lines_are_none() {
    let run = replay(&format!("\n{}  \n{}\r\n\n", get(0, "/health"), get(1, "/products/1")), &[]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let lines: Vec<_> = run.rows().iter().map(|row| row[0].to_owned()).collect();
    assert_eq!(lines, ["2", "4"]);
    assert_eq!(replay("", &[]).code, Some(0));
}

#[test]
fn a_broken_line_does_not_keep_the_others_from_being_replayed() {
    let run = replay(&format!("{{\n{}", get(0, "/health")), &[]);
    assert_eq!(run.code, Some(3));
    assert_eq!(run.answers(), [("200", "health".to_owned())]);
    assert!(run.err.starts_with("line 1: EOF while parsing"), "{}", run.err);
}

#[test]
fn a_file_of_ones_own_is_replayed() {
    let file: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("own.jsonl");
    std::fs::write(&file, get(0, "/products/3")).unwrap();
    let run = run(&["replay", file.to_str().unwrap()]);
    assert_eq!((run.code, run.told("requests ")), (Some(0), "1"));
}

#[test]
fn a_session_begins_with_a_token_and_serves_in_its_place() {
    let lines = [
        with_token(0, "POST", "/login", "t-ada-5c1e"),
        with_token(1, "GET", "/me", "session-0001"),
        with_token(2, "GET", "/me", "session-0002"),
    ];
    let run = replay(&lines.concat(), &[]);
    let users: Vec<_> = run.rows().iter().map(|row| row[4].to_owned()).collect();
    assert_eq!(users, ["ada", "ada", "-"]);
    assert_eq!(run.answers()[2], ("401", "bearer-tokens".to_owned()));
}

#[test]
fn a_client_that_asks_too_often_is_refused_before_anyone_else_answers() {
    let run = replay(&get(0, "/products/1").repeat(12), &[]);
    let refused: Vec<_> = run.answers().iter().map(|(status, _)| *status == "429").collect();
    assert_eq!(refused, [[false; 10].as_slice(), &[true; 2]].concat());
    assert_eq!(run.answers()[11].1, "rate-limit");
    assert_eq!(run.told("cache hits"), "9");
}

#[test]
fn a_request_that_no_plugin_answers_is_not_found() {
    let run = replay(&get(0, "/nowhere"), &[]);
    assert_eq!(run.answers(), [("404", "-".to_owned())]);
}

#[test]
fn a_file_that_cannot_be_read_ends_the_run_before_it_begins() {
    for file in ["no-such-file.jsonl", env!("CARGO_TARGET_TMPDIR")] {
        let run = run(&["replay", file]);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
        assert!(run.err.starts_with(&format!("error: cannot read `{file}`: ")), "{}", run.err);
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let mut command = app(&["replay", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // Nothing is printed before the input is complete, so the pipe is closed in time for certain.
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(get(0, "/health").as_bytes()).unwrap();
    let run = Run::of(child.wait_with_output().unwrap());
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}
