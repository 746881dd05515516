//! What the program reports about its plugins and about itself.

use super::{Run, app, run};

const HEADINGS: [&str; 6] = ["plugin", "version", "with others", "hooks", "package", "found"];

/// The rows of the table of plugins: for each heading, the lines below it.
fn table(run: &Run) -> Vec<[Vec<String>; 6]> {
    let lines: Vec<&str> = run.out.lines().take_while(|line| !line.is_empty()).collect();
    let [_, heading, rest @ ..] = &lines[..] else { panic!("{}", run.out) };
    let starts = HEADINGS.map(|it| heading.find(it).expect("every column has its heading"));
    let rows = rest.split(|line| line.starts_with(['─', '═'])).filter(|row| !row.is_empty());
    let column = |row: &[&str], n: usize| {
        let end = |line: &str| starts.get(n + 1).map_or(line.len(), |end| line.len().min(*end));
        let cells = row.iter().filter_map(|line| line.get(starts[n]..end(line)));
        cells.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
    };
    rows.map(|row| std::array::from_fn(|n| column(row, n))).collect()
}

#[test]
fn the_list_of_plugins_describes_each_plugin() {
    let run = run(&["plugins"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let table = table(&run);
    let ids: Vec<_> = table.iter().map(|row| row[0].concat()).collect();
    assert_eq!(
        ids,
        [
            "audit-log",
            "bearer-tokens",
            "catalog",
            "favorites",
            "flaky",
            "health",
            "rate-limit",
            "response-cache",
            "session"
        ]
    );
    let session: [&[&str]; 6] = [
        &["session"],
        &["1.2.0"],
        &["requires user-directory ^1"],
        &["authenticate", "process_request", "route", "report"],
        &["gateway-plugin-sessions", "MIT OR Apache-2.0"],
        &["path"],
    ];
    assert_eq!(table[8], session.map(<[&str]>::to_vec));
    assert_eq!(table[0][2], ["optional session ^1.2", "host ^0.1"]);
    assert_eq!(table[1][2], ["provides user-directory 1.0.0"]);
    assert_eq!(table[3][2], ["requires session ^1.2", "requires catalog"]);
    assert!(table[2][2].is_empty());
    let description =
        " catalog         Serves `/products` and `/products/ID`; an admin may `PUT` a new stock.\n";
    assert!(run.out.contains(description), "{}", run.out);
}

#[test]
fn the_list_of_plugins_shows_which_plugin_uses_a_value_of_the_host() {
    let given = "Numbers>` is provided to all plugins, and injected into ";
    let all = run(&["plugins"]);
    assert!(all.out.ends_with(&format!("{given}`session`\n")), "{}", all.out);
    let none = run(&["plugins", "--no-plugins"]);
    assert!(none.out.ends_with(&format!("{given}no plugin\n")), "{}", none.out);
}

#[test]
fn the_list_of_plugins_shows_which_plugins_are_not_active() {
    let run = run(&["plugins", "--disable", "session", "--lenient"]);
    assert_eq!(run.code, Some(0));
    assert!(run.err.starts_with("warning: `favorites` is skipped: "), "{}", run.err);
    let table = table(&run);
    assert_eq!((&table[3][0][0], &table[3][3][0]), (&"favorites".into(), &"skipped".into()));
    assert_eq!((&table[8][0][0], &table[8][3][0]), (&"session".into(), &"disabled".into()));
}

#[test]
fn the_order_of_a_hook_is_explained() {
    let run = run(&["plugins", "--explain", "authenticate"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let lines: Vec<_> = run.out.lines().collect();
    let [heading, tokens, session, reason] = lines[..] else { panic!("{}", run.out) };
    assert_eq!(heading, "GatewayHooks::authenticate, in call order");
    assert!(tokens.starts_with("  1. bearer-tokens  "), "{tokens}");
    assert!(session.starts_with("  2. session  "), "{session}");
    assert!(reason.trim_start().starts_with("after `bearer-tokens`: applied"), "{reason}");
}

#[test]
fn every_hook_can_be_explained() {
    for hook in
        ["on_configured", "on_startup", "authenticate", "process_request", "route", "report"]
    {
        let run = run(&["plugins", "--explain", hook]);
        assert_eq!(run.code, Some(0));
        assert!(run.out.starts_with(&format!("GatewayHooks::{hook}, in call order\n")));
    }
    let none = run(&["plugins", "--no-plugins", "--explain", "report"]);
    assert!(none.out.ends_with("no plugin implements this hook\n"), "{}", none.out);
}

#[test]
fn for_a_misspelled_hook_the_nearest_one_is_suggested() {
    let run = run(&["plugins", "--explain", "autenticate"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("a similar value exists: 'authenticate'"), "{}", run.err);
}

#[test]
fn the_doctor_finds_nothing_missing_even_if_all_plugins_are_disabled() {
    let well = run(&["doctor"]);
    assert_eq!((well.code, well.err.as_str()), (Some(0), ""));
    assert!(well.out.contains("crate `gateway_plugin_health`"), "{}", well.out);
    assert!(well.out.ends_with("no problems found\n"), "{}", well.out);

    let table = table(&run(&["plugins"]));
    let disable = table.iter().flat_map(|row| ["--disable", &row[0][0]]);
    let disabled = run(&["doctor"].into_iter().chain(disable).collect::<Vec<_>>());
    assert_eq!(disabled.code, Some(0), "{}", disabled.out);
    let disabled = run(&["doctor", "--no-plugins"]);
    assert_eq!(disabled.code, Some(0), "{}", disabled.out);
}

#[test]
fn the_doctor_reports_skipped_plugins_and_entries_that_match_nothing() {
    let skipped = run(&["doctor", "--disable", "session", "--lenient"]);
    assert_eq!((skipped.code, skipped.err.as_str()), (Some(1), ""));
    assert!(skipped.out.contains("\n\n1. `favorites` is skipped: "), "{}", skipped.out);
    assert!(!skipped.out.contains("no problems found"), "{}", skipped.out);

    let misspelt = app(&["doctor"]).env("GATEWAY_PLUGINS", "-helth").output().unwrap();
    let misspelt = Run::of(misspelt);
    assert_eq!((misspelt.code, misspelt.err.as_str()), (Some(1), ""));
    assert!(misspelt.out.contains("`helth`"), "{}", misspelt.out);
}

#[test]
fn the_help_explains_the_exit_codes_and_the_variable() {
    let run = run(&["--help"]);
    assert_eq!(run.code, Some(0));
    assert!(run.out.contains("3  some lines of the recording are broken"), "{}", run.out);
    assert!(run.out.contains("GATEWAY_PLUGINS  the plugins that may be active"), "{}", run.out);
}
