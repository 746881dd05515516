//! The settings of the gateway and its plugins: those of the program, those of a file, and mistakes.

use std::path::{Path, PathBuf};

use super::{get, replay, run, with_token};

/// A file with this text.
fn file(name: &str, text: &str) -> String {
    let file: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, text).unwrap();
    file.into_os_string().into_string().unwrap()
}

#[test]
fn the_shipped_settings_are_those_of_the_recording() {
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/gateway.toml");
    let by_default = run(&[]);
    let named = run(&["--config", shipped]);
    assert_eq!((named.code, &named.out, &named.err), (Some(0), &by_default.out, &by_default.err));
    assert!(named.share("bearer-tokens").2.starts_with("tokens 4,"), "{}", named.out);
}

#[test]
fn each_plugin_gets_its_section_of_a_file() {
    let own = "
        [bearer-tokens]
        tokens = { t-eve = { user = 'eve', admin = true } }
        [rate-limit]
        burst = 3
        requests-per-second = 1
        [response-cache]
        max-age-ms = 1000
    ";
    let lines = [
        get(0, "/products/1"),
        get(999, "/products/1"),
        get(1_000, "/products/1"),
        with_token(1_000, "GET", "/me", "t-eve"),
        with_token(1_000, "GET", "/me", "t-eve"),
        with_token(9_000, "GET", "/me", "t-ada-5c1e"),
    ];
    let run = replay(&lines.concat(), &["--config", &file("each.toml", own)]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let expected = [
        ("200", "catalog"),
        ("200", "response-cache (repeated)"),
        ("200", "catalog"),
        ("200", "session"),
        ("429", "rate-limit"),
        ("401", "bearer-tokens"),
    ];
    assert_eq!(run.answers(), expected.map(|(status, plugin)| (status, plugin.to_owned())));
}

#[test]
fn omitted_settings_have_their_defaults() {
    let run = replay(&get(0, "/health").repeat(21), &["--config", &file("empty.toml", "")]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(run.statuses(), "200: 20, 429: 1");
    assert!(run.share("bearer-tokens").2.starts_with("tokens 0,"), "{}", run.out);
}

#[test]
fn a_gateway_that_is_read_only_refuses_changes() {
    let own = "
        gateway.read-only = true
        bearer-tokens.tokens.t-eve = { user = 'eve', admin = true }
    ";
    let lines = [
        with_token(0, "PUT", "/products/1", "t-eve"),
        with_token(0, "POST", "/favorites/1", "t-eve"),
        with_token(0, "GET", "/products/1", "t-eve"),
    ];
    let run = replay(&lines.concat(), &["--config", &file("read-only.toml", own)]);
    let expected = [("403", "catalog"), ("403", "favorites"), ("200", "catalog")];
    assert_eq!(run.answers(), expected.map(|(status, plugin)| (status, plugin.to_owned())));
}

#[test]
fn all_mistakes_are_reported_with_their_paths_and_no_plugin_starts() {
    let own = file(
        "mistakes.toml",
        "
        [bearer-tokens.tokens]
        t-ada = { user = 'ada' }
        t-lin = { user = 7 }
        [rate-limit]
        burst = 'large'
        [response-cache]
        entires = 12
        ",
    );
    for command in [&["replay", "-"][..], &["plugins"], &["doctor"]] {
        let run = run(&[&["--config", &own], command].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
        let [heading, tokens, limit, cache] = run.err.lines().collect::<Vec<_>>()[..] else {
            panic!("{}", run.err)
        };
        assert_eq!(heading, "error: registration failed: 3 problems");
        assert!(
            tokens.starts_with("1. invalid configuration of plugin `bearer-tokens` "),
            "{tokens}"
        );
        let invalid =
            "`bearer-tokens.tokens.t-lin.user`: invalid type: integer `7`, expected a string";
        assert!(tokens.ends_with(invalid), "{tokens}");
        assert!(limit.contains("`rate-limit.burst`: invalid type: string \"large\""), "{limit}");
        assert!(cache.contains("`response-cache.entires`: unknown field"), "{cache}");
    }
}

#[test]
fn a_limit_that_would_refuse_every_request_is_a_mistake() {
    let run = run(&["--config", &file("zero.toml", "rate-limit.burst = 0")]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(run.err.contains("`rate-limit.burst`: invalid value: integer `0`"), "{}", run.err);
}

#[test]
fn sections_of_inactive_plugins_are_not_checked() {
    let own = file("no-part.toml", "rate-limit.burst = 'large'");
    let run = replay("", &["--config", &own, "--disable", "rate-limit"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn a_section_that_no_plugin_reads_is_a_warning_of_a_run_and_a_problem_for_the_doctor() {
    let own = file("unread.toml", "[rate-limits]\nburst = 3\n[health]");
    let run = replay(&get(0, "/health"), &["--config", &own]);
    assert_eq!((run.code, run.requests()), (Some(0), "1"));
    let [health, misspelt] = run.err.lines().collect::<Vec<_>>()[..] else { panic!("{}", run.err) };
    assert!(health.starts_with("warning: the configuration has a section `health`"), "{health}");
    assert!(health.contains("does not read it"), "{health}");
    assert!(misspelt.contains("a section `rate-limits`, but no plugin has this id"), "{misspelt}");

    let doctor = super::run(&["doctor", "--config", &own]);
    assert_eq!((doctor.code, doctor.err.as_str()), (Some(1), ""));
    assert!(doctor.out.contains("a section `rate-limits`"), "{}", doctor.out);
}

#[test]
fn a_missing_file_ends_the_run_before_any_output() {
    for file in ["no-such-file.toml", env!("CARGO_TARGET_TMPDIR")] {
        let run = run(&["--config", file]);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
        assert!(run.err.starts_with(&format!("error: cannot read `{file}`: ")), "{}", run.err);
    }
}

#[test]
fn invalid_toml_and_invalid_settings_of_the_gateway_are_reported_with_their_line() {
    let cases = [
        ("[rate-limit", "unclosed table"),
        ("[gateway]\nread-only = 3", "2 | read-only = 3"),
        ("[gateway]\nreadonly = true", "unknown field `readonly`, expected `read-only`"),
        ("burst = 1\nburst = 2", "duplicate key"),
    ];
    for (n, (text, expected)) in cases.into_iter().enumerate() {
        let own = file(&format!("malformed-{n}.toml"), text);
        let run = run(&["--config", &own]);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
        assert!(
            run.err
                .starts_with(&format!("error: invalid settings in `{own}`: TOML parse error at "))
        );
        assert!(run.err.contains(expected), "{}", run.err);
    }
}
