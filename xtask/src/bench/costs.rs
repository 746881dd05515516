//! What a manager and a set cost, in one table, which is part of the page on choosing between them.

use std::fmt::Write as _;

use super::figures::Figures;
use super::goals::wrapper;
use super::tables::one;

pub(super) fn costs(figures: &Figures) -> String {
    let mut table = String::from(
        "| | manager, kept `Hooks` | manager, `hook()` each time | plugin set | by hand |\n\
         | --- | --- | --- | --- | --- |\n",
    );
    let calls = [
        ("a call to eight plugins, `()`", ["tell_kept", "tell_hook", "tell_set"], "tell"),
        ("the same, collected", ["ask_kept", "ask_hook", "ask_set"], "ask"),
    ];
    for (what, ways, hand) in calls {
        let shown = |way: &str| {
            let of = |unit| one(figures.get(&format!("{unit}/{way}/all_8")));
            format!("{} ({} ns)", of("instructions"), of("time"))
        };
        let [kept, hook, set] = ways.map(shown);
        let boxed = shown(&format!("{hand}_by_hand"));
        let written_out = shown(&format!("{hand}_written_out"));
        let _ = writeln!(
            table,
            "| {what} | {kept} | {hook} | {set} | `Vec<Box<dyn Trait>>`: {boxed}; written out: \
             {written_out} |"
        );
    }
    let mut row = |what: &str, manager: &str, set: &str, hand: &str| {
        let _ = writeln!(table, "| {what} | {manager} | the same | {set} | {hand} |");
    };
    let [ours, nested] = ["kept", "by_hand"].map(|way| one(wrapper(figures, way)));
    row("each wrapper", &ours, "its body", &format!("`&dyn Fn`: {nested}"));
    let [ours, hand] = ["macros", "hand"].map(|by| {
        let micros = figures.get(&format!("start/{by}_1000")).map(|nanos| nanos / 1000.0);
        format!("{} µs", one(micros))
    });
    row("start of 1,000 plugins", &ours, "nothing", &hand);
    let bytes = ["memory/plugin", "memory/hookimpl"].map(|name| figures.get(name));
    let bytes = bytes.into_iter().sum::<Option<f64>>();
    row("memory of a plugin with one hookimpl", &format!("{} bytes", one(bytes)), "its fields", "");
    let size = |by: &str| {
        let of = |plugins| figures.get(&format!("size/{by}_{plugins}"));
        one(of(1000).zip(of(100)).map(|(large, small)| (large - small) / 900.0))
    };
    let [ours, hand] = ["macros", "hand"].map(size);
    row(
        "a plugin in the binary",
        &format!("{ours} bytes"),
        "its methods",
        &format!("{hand} bytes"),
    );
    table
}
