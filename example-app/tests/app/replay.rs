//! Replaying requests: the responses to them, and broken lines.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::{Run, app, get, replay, run, with_token};

/// A recording with broken lines.
const BROKEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/broken.jsonl");

/// All plugins that answer requests of the shipped recording.
const ANSWERING: [&str; 7] =
    ["bearer-tokens", "catalog", "favorites", "health", "rate-limit", "response-cache", "session"];

const STATUSES: [&str; 8] = ["200", "201", "400", "401", "403", "404", "405", "429"];

#[test]
fn the_shipped_recording_is_replayed_from_any_directory() {
    let output = app(&[]).current_dir(std::env::temp_dir()).output().unwrap();
    let run = Run::of(output);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(run.value("requests"), "374 (3 unanswered)");
    assert_eq!(run.rows()[0][..5], ["1", "GET", "/health", "10.0.0.2", "-"]);
}

#[test]
fn the_first_run_fits_on_two_screens() {
    let run = run(&[]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.lines().count() <= 48, "{}", run.out);
    let too_wide: Vec<_> = run.out.lines().filter(|line| line.chars().count() > 100).collect();
    assert_eq!(too_wide, [""; 0]);
}

#[test]
fn the_first_run_shows_a_request_of_each_status_and_each_plugin() {
    let run = run(&[]);
    let answers = run.answers();
    let statuses: BTreeSet<_> = answers.iter().map(|(status, _)| *status).collect();
    assert_eq!(statuses, STATUSES.into());
    for plugin in ANSWERING.into_iter().chain(["-"]) {
        assert!(answers.iter().any(|(_, by)| by.starts_with(plugin)), "{plugin}: {answers:?}");
    }
    let more = format!("and {} more with the same statuses and plugins: see `--all`", 374 - 12);
    assert_eq!(answers.len(), 12, "{}", run.out);
    assert!(run.out.contains(&more), "{}", run.out);
}

#[test]
fn every_request_is_printed_with_the_option_all() {
    let all = run(&["--all"]);
    assert_eq!((all.code, all.rows().len()), (Some(0), 374));
    assert!(!all.out.contains("see `--all`"));
    // Apart from the table, the output is the same.
    let after = |run: &Run| run.out.split("\n\n").skip(2).collect::<Vec<_>>().join("\n\n");
    assert_eq!(after(&all), after(&run(&[])));
}

#[test]
fn a_short_recording_is_printed_in_full() {
    let long = replay(&get(0, "/products/1").repeat(17), &[]);
    assert!(long.rows().len() < 17);
    let short = replay(&get(0, "/products/1").repeat(16), &[]);
    assert_eq!(short.rows().len(), 16);
    assert_eq!(replay(&get(0, "/products/1").repeat(17), &["--all"]).rows().len(), 17);
}

#[test]
fn the_summary_agrees_with_the_rows() {
    let run = run(&["--all"]);
    let answers = run.answers();
    let count = |expected: &str| answers.iter().filter(|(status, _)| *status == expected).count();
    let statuses = STATUSES.map(|status| format!("{status}: {}", count(status))).join(", ");
    assert_eq!(run.statuses(), statuses);
    for plugin in ANSWERING {
        let count = answers.iter().filter(|(_, by)| by.starts_with(plugin)).count();
        assert_eq!(run.share(plugin).0, count, "{plugin}");
    }
    let repeated = answers.iter().filter(|(_, by)| by.ends_with("(repeated)")).count();
    assert_eq!(run.share("response-cache").0, repeated);
    let unanswered = answers.iter().filter(|(_, by)| by == "-").count();
    assert!(run.value("requests").ends_with(&format!("({unanswered} unanswered)")));
}

#[test]
fn every_broken_line_is_reported_with_its_number_and_reason() {
    let run = run(&["replay", BROKEN]);
    assert_eq!(run.code, Some(3));
    let expected = [
        "warning: line 2: EOF while parsing a string (column 65)",
        "warning: line 5: invalid type: string \"soon\", expected u64 (column 15)",
        "warning: line 6: missing field `at_ms` (column 2)",
        "warning: line 8: missing field `path` (column 51)",
        "warning: line 9: invalid UTF-8 at byte 65",
        "warning: line 11: invalid type: sequence, expected a string (column 25)",
        "warning: line 12: expected value (column 1)",
        "warning: line 14: `path` must begin with `/`: `products/12`",
    ];
    assert_eq!(run.err.lines().collect::<Vec<_>>(), expected);
    assert_eq!(run.value("broken lines"), "8 (skipped; standard error names each)");
}

#[test]
fn broken_lines_do_not_prevent_the_replay_of_the_others() {
    let shipped = run(&["replay", BROKEN]);
    let lines: Vec<_> = shipped.rows().iter().map(|row| row[0].to_owned()).collect();
    assert_eq!(lines, ["1", "3", "7", "10", "15"]);
    assert_eq!(shipped.statuses(), "200: 5");

    let own = replay(&format!("{{\n{}", get(0, "/health")), &[]);
    assert_eq!(own.code, Some(3));
    assert_eq!(own.answers(), [("200", "health".to_owned())]);
    assert!(own.err.starts_with("warning: line 1: EOF while parsing"), "{}", own.err);
}

#[test]
fn every_replay_gives_the_same_output() {
    assert_eq!(run(&["--all"]).out, run(&["--all"]).out);
}

#[test]
fn the_plugins_of_each_hook_are_shown_in_call_order() {
    let run = replay("", &[]);
    assert_eq!(
        run.plugins("route"),
        "audit-log*, rate-limit*, response-cache*, bearer-tokens, favorites, session, health, \
         catalog"
    );
    assert_eq!(
        run.plugins("process_request"),
        "favorites, audit-log, session, response-cache, rate-limit, health, catalog, bearer-tokens"
    );
    assert_eq!(run.plugins("authenticate"), "bearer-tokens, session");
    assert_eq!(run.plugins("on_startup"), "health");
}

/// The headers of the last response of a replay, with the plugins that added them.
fn last_headers(lines: &[String], args: &[&str]) -> Vec<(String, String)> {
    // A run prints the headers of one response only: the last one with headers from the most plugins.
    let run = replay(&lines.concat(), args);
    let printed = run.out.split("\nThe response with headers from the most plugins: ").nth(1);
    let printed = printed.unwrap_or_else(|| panic!("no response has headers: {}", run.out));
    let mut printed = printed.lines();
    let heading = printed.next().unwrap();
    assert!(heading.starts_with(&format!("line {}, ", lines.len())), "{}", run.out);
    let rows = printed.take_while(|line| !line.is_empty());
    let rows = rows.map(|row| row.rsplit_once(" from ").unwrap());
    rows.map(|(header, plugin)| (header.trim().to_owned(), plugin.to_owned())).collect()
}

fn headers(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(header, plugin)| ((*header).to_owned(), (*plugin).to_owned())).collect()
}

#[test]
fn the_response_has_the_headers_of_every_plugin_in_call_order() {
    let lines = [
        with_token(0, "POST", "/login", "t-ada-5c1e"),
        with_token(0, "POST", "/favorites/7", "session-0001"),
        with_token(0, "GET", "/products/7", "session-0001"),
    ];
    let expected = headers(&[
        ("x-favorite: yes", "favorites"),
        ("x-request-id: 3", "audit-log"),
        ("x-session-user: ada", "session"),
        ("vary: authorization", "response-cache"),
        ("ratelimit-remaining: 7", "rate-limit"),
        ("link: </health>; rel=\"status\"", "health"),
        ("link: </products>; rel=\"collection\"", "catalog"),
    ]);
    assert_eq!(last_headers(&lines, &[]), expected);
}

#[test]
fn a_response_without_a_plugin_has_the_headers_of_all_plugins() {
    let expected = headers(&[
        ("x-request-id: 1", "audit-log"),
        ("vary: authorization", "response-cache"),
        ("ratelimit-remaining: 9", "rate-limit"),
        ("link: </health>; rel=\"status\"", "health"),
        ("www-authenticate: Bearer", "bearer-tokens"),
    ]);
    assert_eq!(last_headers(&[get(0, "/nowhere")], &[]), expected);
}

#[test]
fn headers_of_the_response_itself_come_first() {
    let lines = [get(0, "/products"), get(2_500, "/products")];
    let expected = headers(&[
        ("age: 2", "response-cache"),
        ("x-request-id: 2", "audit-log"),
        ("vary: authorization", "response-cache"),
        ("ratelimit-remaining: 9", "rate-limit"),
        ("link: </health>; rel=\"status\"", "health"),
        ("www-authenticate: Bearer", "bearer-tokens"),
    ]);
    assert_eq!(last_headers(&lines, &[]), expected);
}

#[test]
fn the_summary_counts_the_headers_of_each_plugin() {
    let lines = [get(0, "/products/1"), get(0, "/health"), get(0, "/nowhere")];
    let run = replay(&lines.concat(), &[]);
    for plugin in ["audit-log", "bearer-tokens", "health", "rate-limit", "response-cache"] {
        assert_eq!(run.share(plugin).1, 3, "{plugin}");
    }
    assert_eq!(run.share("catalog").1, 1);
    assert_eq!((run.share("favorites").1, run.share("session").1), (0, 0));
}

#[test]
fn after_the_first_response_no_other_plugin_is_asked() {
    let run = replay(&with_token(0, "GET", "/health", "t-eve"), &[]);
    assert_eq!(run.answers(), [("401", "bearer-tokens".to_owned())]);
    assert_eq!(run.share("health").2, "probes 0");
}

#[test]
fn blank_lines_are_ignored_and_not_broken() {
    let run = replay(&format!("\n{}  \n{}\r\n\n", get(0, "/health"), get(1, "/products/1")), &[]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let lines: Vec<_> = run.rows().iter().map(|row| row[0].to_owned()).collect();
    assert_eq!(lines, ["2", "4"]);
    assert!(!run.out.contains("broken lines"), "{}", run.out);
    assert_eq!(replay("", &[]).code, Some(0));
}

#[test]
fn a_file_is_replayed() {
    let file: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("own.jsonl");
    std::fs::write(&file, get(0, "/products/3")).unwrap();
    let run = run(&["replay", file.to_str().unwrap()]);
    assert_eq!((run.code, run.requests()), (Some(0), "1"));
}

#[test]
fn a_session_begins_with_a_token_and_then_replaces_it() {
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
fn a_client_with_too_many_requests_is_refused_before_other_plugins_respond() {
    let run = replay(&get(0, "/products/1").repeat(12), &[]);
    let refused: Vec<_> = run.answers().iter().map(|(status, _)| *status == "429").collect();
    assert_eq!(refused, [[false; 10].as_slice(), &[true; 2]].concat());
    assert_eq!(run.answers()[11].1, "rate-limit");
    assert_eq!(run.share("response-cache").0, 9);
}

#[test]
fn a_request_that_no_plugin_answers_is_not_found() {
    let run = replay(&get(0, "/nowhere"), &[]);
    assert_eq!(run.answers(), [("404", "-".to_owned())]);
    assert_eq!(run.value("requests"), "1 (1 unanswered)");
}

#[test]
fn an_unreadable_file_ends_the_run_before_any_output() {
    for file in ["no-such-file.jsonl", env!("CARGO_TARGET_TMPDIR")] {
        let run = run(&["replay", file]);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
        assert!(run.err.starts_with(&format!("error: cannot read `{file}`: ")), "{}", run.err);
        let help = "\n    help: pass the path of a file that exists and may be read\n";
        assert!(run.err.ends_with(help), "{}", run.err);
    }
}

#[test]
fn a_closed_output_is_not_a_failure() {
    let mut command = app(&["replay", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The program prints nothing before its input ends, so the pipe is always closed in time.
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(get(0, "/health").as_bytes()).unwrap();
    let run = Run::of(child.wait_with_output().unwrap());
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}
