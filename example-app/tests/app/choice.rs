//! Which plugins take part: the options, the environment variable, and what does not go together.

use super::{Run, app, get, replay, run, with_token};

/// The ids of the plugins that take part in a run, sorted.
fn taking_part(run: &Run) -> Vec<&str> {
    let mut ids: Vec<_> = run.told("report").split(", ").filter(|id| *id != "-").collect();
    ids.sort_unstable();
    ids
}

/// Replays nothing, with this value of the environment variable.
fn with_variable(value: &str) -> Run {
    let mut command = app(&["replay", "-"]);
    Run::of(command.env("GATEWAY_PLUGINS", value).output().expect("the program starts"))
}

#[test]
fn a_disabled_plugin_takes_no_part() {
    let lines = get(0, "/products/1").repeat(12);
    let run = replay(&lines, &["--disable", "rate-limit", "--disable", "response-cache"]);
    assert_eq!(run.answers(), vec![("200", "catalog".to_owned()); 12]);
    assert_eq!(
        run.told("process_request"),
        "audit-log*, bearer-tokens, favourites, session, health, catalog"
    );
    assert!(!run.out.contains("rate-limit") && !run.out.contains("response-cache"));
}

#[test]
fn the_options_may_stand_before_the_command() {
    let run = run(&["--disable", "favourites", "plugins"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let disabled = run.out.matches("disabled").count();
    assert_eq!(disabled, 2, "that one, and the one that must be enabled");
}

#[test]
fn an_unknown_id_is_a_usage_error_that_names_the_known_ones() {
    let run = run(&["--disable", "rate-limits"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("invalid value 'rate-limits'"), "{}", run.err);
    assert!(run.err.contains("audit-log, bearer-tokens, catalog, favourites"), "{}", run.err);
    assert!(run.err.contains("a similar value exists: 'rate-limit'"), "{}", run.err);
}

#[test]
fn what_others_require_cannot_be_disabled() {
    let run = run(&["--disable", "session"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    let lines: Vec<_> = run.err.lines().map(str::trim).collect();
    let [missing, blocked, asked_for, help, or] = lines[..] else { panic!("{}", run.err) };
    assert_eq!(
        missing,
        "error: no plugin was registered: plugin `favourites` requires `session ^1.2`, and \
         `session` is not there"
    );
    assert!(blocked.starts_with("`session` 1.2.0 (package `gateway-plugin-sessions` "));
    assert!(blocked.ends_with(" is blocked by the host"));
    assert!(asked_for.starts_with("asked for by `favourites` "));
    assert!(help.contains("let `session` take part") && or.contains("do without `favourites`"));
    // Paths are written as where the program was built.
    let readme = include_str!("../../../README.md");
    assert!(readme.contains(&run.err.replace('\\', "/")), "the README shows it: {}", run.err);
}

#[test]
fn who_requires_what_is_disabled_may_be_disabled_as_well() {
    let run = replay("", &["--disable", "session", "--disable", "favourites"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(run.told("authenticate"), "bearer-tokens");
}

#[test]
fn a_lenient_run_leaves_out_what_cannot_work_and_tells_why() {
    let line = with_token(0, "POST", "/favourites/7", "t-ada-5c1e");
    let run = replay(&line, &["--disable", "session", "--lenient"]);
    assert_eq!((run.code, run.answers()), (Some(0), vec![("404", "-".to_owned())]));
    let told = "warning: `favourites` is left out: plugin `favourites` requires `session ^1.2`";
    assert!(run.err.starts_with(told), "{}", run.err);
    assert_eq!(run.err.matches("warning: ").count(), 1);
    // That the audit log would take sessions is no reason to leave it out.
    assert_eq!(taking_part(&run).len(), 6);
    assert!(taking_part(&run).contains(&"audit-log"));
}

#[test]
fn what_is_left_out_may_take_others_with_it() {
    let run = replay("", &["--disable", "bearer-tokens", "--lenient"]);
    assert_eq!(run.err.matches("warning: ").count(), 2);
    assert!(run.err.contains("plugin `session` requires `user-directory ^1`"), "{}", run.err);
    assert!(run.err.contains("plugin `favourites` requires `session ^1.2`"), "{}", run.err);
    let left = ["audit-log", "catalog", "health", "rate-limit", "response-cache"];
    assert_eq!(taking_part(&run), left);
}

#[test]
fn a_lenient_run_has_nothing_to_tell_if_all_is_well() {
    let run = replay("", &["--lenient"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(taking_part(&run).len(), 8);
}

#[test]
fn the_variable_lets_only_the_plugins_that_it_names_take_part() {
    let run = with_variable("health, catalog");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(taking_part(&run), ["catalog", "health"]);
    assert_eq!(taking_part(&with_variable("")).len(), 8);
}

#[test]
fn the_variable_keeps_plugins_out_by_id_or_pattern() {
    let run = with_variable("-r*-* -favourites");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let left = ["audit-log", "bearer-tokens", "catalog", "health", "session"];
    assert_eq!(taking_part(&run), left);
    assert_eq!(with_variable("-session").code, Some(1), "it is required");
}

#[test]
fn the_variable_and_the_options_narrow_each_other() {
    let mut command = app(&["replay", "-", "--disable", "health"]);
    let run = Run::of(command.env("GATEWAY_PLUGINS", "health catalog").output().unwrap());
    assert_eq!(taking_part(&run), ["catalog"]);
}

#[test]
fn an_entry_of_the_variable_that_matches_nothing_is_told() {
    let run = with_variable("-helth -r*");
    assert_eq!((run.code, taking_part(&run).len()), (Some(0), 6));
    let [line] = run.err.lines().collect::<Vec<_>>()[..] else { panic!("{}", run.err) };
    assert!(line.starts_with("warning: the environment variable `GATEWAY_PLUGINS` "), "{line}");
    assert!(line.contains("`helth`"), "{line}");
}

#[test]
fn without_any_plugin_nothing_is_answered() {
    let by_variable = with_variable("-*");
    let by_option = replay(&get(0, "/health"), &["--no-plugins"]);
    assert_eq!(by_option.answers(), [("404", "-".to_owned())]);
    for run in [by_variable, by_option] {
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        assert_eq!(run.told("process_request"), "-");
        assert!(taking_part(&run).is_empty());
    }
}
