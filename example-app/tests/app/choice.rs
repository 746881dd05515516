//! Which plugins are active: the options, the environment variable, and conflicts between plugins.

use super::{Run, app, get, replay, run, with_token};

/// The ids of the active plugins of a run, sorted.
fn active(run: &Run) -> Vec<String> {
    let reporting = run.plugins("report");
    let ids = reporting.split(", ").filter(|id| *id != "-");
    let mut ids: Vec<_> = ids.map(str::to_owned).collect();
    ids.sort_unstable();
    ids
}

/// Replays nothing, with this value of the environment variable.
fn with_variable(value: &str) -> Run {
    let mut command = app(&["replay", "-"]);
    Run::of(command.env("GATEWAY_PLUGINS", value).output().expect("the program starts"))
}

#[test]
fn a_disabled_plugin_is_not_active() {
    let lines = get(0, "/products/1").repeat(12);
    let run = replay(&lines, &["--disable", "rate-limit", "--disable", "response-cache"]);
    assert_eq!(run.answers(), vec![("200", "catalog".to_owned()); 12]);
    assert_eq!(
        run.plugins("route"),
        "audit-log*, bearer-tokens, favorites, session, health, catalog"
    );
    assert!(!run.out.contains("rate-limit") && !run.out.contains("response-cache"));
}

#[test]
fn options_may_come_before_the_command() {
    let run = run(&["--disable", "favorites", "plugins"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let disabled = run.out.matches("disabled").count();
    assert_eq!(disabled, 2, "that one, and the one that is disabled by default");
}

#[test]
fn an_unknown_id_is_a_usage_error_that_names_the_known_ones() {
    let run = run(&["--disable", "rate-limits"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("invalid value 'rate-limits'"), "{}", run.err);
    assert!(run.err.contains("audit-log, bearer-tokens, catalog, favorites"), "{}", run.err);
    assert!(run.err.contains("a similar value exists: 'rate-limit'"), "{}", run.err);
}

#[test]
fn a_required_plugin_cannot_be_disabled() {
    let run = run(&["--disable", "session"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    let lines: Vec<_> = run.err.lines().map(str::trim).collect();
    let [missing, blocked, required_by, help, or] = lines[..] else { panic!("{}", run.err) };
    assert_eq!(
        missing,
        "error: registration failed: plugin `favorites` requires `session ^1.2`, but \
         `session` is missing"
    );
    assert!(blocked.starts_with("`session` 1.2.0 (package `gateway-plugin-sessions` "));
    assert!(blocked.ends_with(" is blocked by the host"));
    assert!(required_by.starts_with("required by `favorites` "));
    assert!(help.contains("allow `session`") && or.contains("exclude `favorites`"));
    // The paths are those of the machine that built the program.
    let readme = include_str!("../../../README.md");
    assert!(
        readme.contains(&run.err.replace('\\', "/")),
        "the README shows this error: {}",
        run.err
    );
}

#[test]
fn a_plugin_can_be_disabled_together_with_its_dependents() {
    let run = replay("", &["--disable", "session", "--disable", "favorites"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(run.plugins("authenticate"), "bearer-tokens");
}

#[test]
fn a_lenient_run_skips_plugins_that_cannot_work_and_reports_why() {
    let line = with_token(0, "POST", "/favorites/7", "t-ada-5c1e");
    let run = replay(&line, &["--disable", "session", "--lenient"]);
    assert_eq!((run.code, run.answers()), (Some(0), vec![("404", "-".to_owned())]));
    let warning = "warning: `favorites` is skipped: plugin `favorites` requires `session ^1.2`";
    assert!(run.err.starts_with(warning), "{}", run.err);
    assert_eq!(run.err.matches("warning: ").count(), 1);
    // Sessions are optional for the audit log, so it is not skipped.
    assert_eq!(active(&run).len(), 6);
    assert!(active(&run).contains(&"audit-log".to_owned()));
}

#[test]
fn dependents_of_a_skipped_plugin_are_skipped_as_well() {
    let run = replay("", &["--disable", "bearer-tokens", "--lenient"]);
    assert_eq!(run.err.matches("warning: ").count(), 2);
    assert!(run.err.contains("plugin `session` requires `user-directory ^1`"), "{}", run.err);
    assert!(run.err.contains("plugin `favorites` requires `session ^1.2`"), "{}", run.err);
    let left = ["audit-log", "catalog", "health", "rate-limit", "response-cache"];
    assert_eq!(active(&run), left);
}

#[test]
fn a_lenient_run_warns_of_nothing_if_all_plugins_can_work() {
    let run = replay("", &["--lenient"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(active(&run).len(), 8);
}

#[test]
fn the_variable_allows_only_the_plugins_that_it_names() {
    let run = with_variable("health, catalog");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(active(&run), ["catalog", "health"]);
    assert_eq!(active(&with_variable("")).len(), 8);
}

#[test]
fn the_variable_blocks_plugins_by_id_or_pattern() {
    let run = with_variable("-r*-* -favorites");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let left = ["audit-log", "bearer-tokens", "catalog", "health", "session"];
    assert_eq!(active(&run), left);
    assert_eq!(with_variable("-session").code, Some(1), "another plugin requires it");
}

#[test]
fn the_variable_and_the_options_both_restrict_the_plugins() {
    let mut command = app(&["replay", "-", "--disable", "health"]);
    let run = Run::of(command.env("GATEWAY_PLUGINS", "health catalog").output().unwrap());
    assert_eq!(active(&run), ["catalog"]);
}

#[test]
fn an_entry_of_the_variable_that_matches_nothing_is_a_warning() {
    let run = with_variable("-helth -r*");
    assert_eq!((run.code, active(&run).len()), (Some(0), 6));
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
        assert_eq!(run.plugins("route"), "-");
        assert!(active(&run).is_empty());
    }
}
