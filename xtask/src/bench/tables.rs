//! The figures by topic, with one table for each topic.

use std::fmt::Write as _;

use super::compile_time::SETS;
use super::figures::Figures;
use super::goals::{KINDS, SET_CALLS, two_threads, wrapper};

pub(super) const TOPICS: [fn(&Figures) -> String; 9] =
    [calls, sets, peers, wrappers, grid, registering, keeping, threads, building];

const SCALES: [&str; 7] = ["all_1", "all_8", "all_64", "all_1k", "tenth_8", "tenth_64", "tenth_1k"];

fn calls(figures: &Figures) -> String {
    let mut tables = String::from(
        "\n## A call\n\nThe hook `tell` returns `()`; the answers to `ask` are collected; \
         `answered` and `unanswered` are `firstresult`: the first plugin answers, or none. `all_8` \
         is eight plugins that implement the hook, `tenth_64` sixty-four of which one in ten does. \
         By hand is a loop over a `Vec<Box<dyn Trait>>` of the plugins that implement the hook. \
         By hand over all is a loop over all plugins, most of which run an empty default body.\n",
    );
    for (unit, what) in [("instructions", "Instructions"), ("time", "Nanoseconds")] {
        let _ = write!(
            tables,
            "\n{what}:\n\n| hook | plugins | kept `Hooks` | `manager.hook()` | by hand | by hand \
             over all | kept to by hand | kept to all |\n\
             | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        );
        for kind in KINDS {
            for scale in SCALES {
                let of = |way: &str| format!("{unit}/{kind}_{way}/{scale}");
                let ratio = |to| figures.ratio(&of("kept"), &of(to));
                let cells = ["kept", "hook", "by_hand", "by_hand_all"];
                let cells = cells.map(|way| one(figures.get(&of(way)))).join(" | ");
                let (by_hand, all) = (two(ratio("by_hand")), two(ratio("by_hand_all")));
                let _ = writeln!(tables, "| `{kind}` | `{scale}` | {cells} | {by_hand} | {all} |");
            }
        }
    }
    tables
}

fn sets(figures: &Figures) -> String {
    let mut table = String::from(
        "\n## A call on a plugin set\n\nEight plugins that the host knows, in a struct with \
         `#[derive(PluginSet)]`, or called by name one after the other. Instructions, and \
         nanoseconds in parentheses.\n\n\
         | a call | set | written out | set to written out |\n| --- | --- | --- | --- |\n",
    );
    for (kind, what) in SET_CALLS {
        let shown = |way| {
            let of = |unit| one(figures.get(&format!("{unit}/{kind}_{way}/all_8")));
            format!("{} ({})", of("instructions"), of("time"))
        };
        let name = |way| format!("instructions/{kind}_{way}/all_8");
        let ratio = two(figures.ratio(&name("set"), &name("written_out")));
        let _ =
            writeln!(table, "| {what} | {} | {} | {ratio} |", shown("set"), shown("written_out"));
    }
    table
}

fn peers(figures: &Figures) -> String {
    let mut table = String::from(
        "\n## Peers\n\nCalls of `tell` with eight plugins. rspack's hook returns a \
         `Result` and stops at an error.\n\n| | instructions | nanoseconds |\n| --- | --- | --- |\n",
    );
    for (peer, way) in [
        ("kept `Hooks`", "kept"),
        ("`manager.hook()`", "hook"),
        ("`Vec<Box<dyn Trait>>`", "by_hand"),
        ("linkme, a slice of functions", "linkme"),
        ("inventory, functions", "inventory"),
        ("direct calls, inlined", "direct"),
    ] {
        let of = |unit| one(figures.get(&format!("{unit}/tell_{way}/all_8")));
        let _ = writeln!(table, "| {peer} | {} | {} |", of("instructions"), of("time"));
    }
    for (peer, way) in [
        ("`rspack_hook`, sync", "rspack"),
        ("kept `Hooks`, in the program of `rspack_hook`", "kept"),
        ("`Vec<Box<dyn Trait>>`, in the program of `rspack_hook`", "by_hand"),
    ] {
        let of = |unit| one(figures.get(&format!("rspack/{unit}/tell_{way}/all_8")));
        let _ = writeln!(table, "| {peer} | {} | {} |", of("instructions"), of("time"));
    }
    table
}

fn wrappers(figures: &Figures) -> String {
    let mut table = String::from(
        "\n## Wrappers\n\nCalls of `tell` with one plugin. By hand, a wrapper gets \
         `next` as `&dyn Fn`, or owns it as `Box<dyn Fn>`, chained once. Instructions, and nanoseconds in \
         parentheses.\n\n| | none | 1 | 10 | each of ten |\n| --- | --- | --- | --- | --- |\n",
    );
    for (peer, way) in [
        ("kept `Hooks`", "kept"),
        ("`manager.hook()`", "hook"),
        ("by hand, nested", "by_hand"),
        ("by hand, chained", "chained"),
    ] {
        let with = |wrappers| {
            let of = |unit| one(figures.get(&format!("{unit}/wrapped_{way}/by_{wrappers}")));
            format!("{} ({})", of("instructions"), of("time"))
        };
        let each = one(wrapper(figures, way));
        let _ = writeln!(table, "| {peer} | {} | {} | {} | {each} |", with(0), with(1), with(10));
    }
    table
}

fn grid(figures: &Figures) -> String {
    let mut table = String::from(
        "\n## pluggy's grid\n\n`test_call_hook` of pluggy's benchmarks: the numbers of plugins \
         and wrappers, and how deep each plugin calls the hook again. Nanoseconds of a call.\n\n\
         | plugins, wrappers, nesting | pluggy | kept `Hooks` | times |\n\
         | --- | --- | --- | --- |\n",
    );
    let rows = [
        "1, 1, 0",
        "1, 1, 1",
        "1, 1, 5",
        "1, 5, 1",
        "1, 5, 5",
        "5, 1, 1",
        "5, 1, 5",
        "5, 5, 1",
        "5, 5, 5",
        "20, 20, 0",
        "100, 100, 0",
    ];
    for (number, row) in rows.into_iter().enumerate() {
        let (pluggy, ours) = (format!("pluggy/row_{number}"), format!("time/grid/row_{number}"));
        let (theirs, took) = (one(figures.get(&pluggy)), one(figures.get(&ours)));
        let times = one(figures.ratio(&pluggy, &ours));
        let _ = writeln!(table, "| {row} | {theirs} | {took} | {times} |");
    }
    table
}

fn registering(figures: &Figures) -> String {
    let mut table = String::from(
        "\n## Start and registration\n\nMicroseconds. Discovered: plugins, each of its own type, \
         found at link time and registered by one `discover`. Requiring: each but the first requires \
         another by id and version. Resolution: the difference of the two. By hand: a linkme slice, \
         sorted by id. One by one: instances of one type, each with an id, by `register_as`. Register \
         and unregister: one more plugin is registered and unregistered.\n\n\
         | plugins | discovered | requiring | resolution | by hand | one by one | register and \
         unregister |\n\
         | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for plugins in [10, 100, 1000, 10_000] {
        let of = |name: &str| figures.get(&format!("{name}_{plugins}"));
        let micros = |name: &str| one(figures.get(name).map(|nanos| nanos / 1000.0));
        let resolution = of("start/requiring").zip(of("start/macros"));
        let resolution = one(resolution.map(|(with, without)| (with - without) / 1000.0));
        let _ = writeln!(
            table,
            "| {plugins} | {} | {} | {resolution} | {} | {} | {} |",
            micros(&format!("start/macros_{plugins}")),
            micros(&format!("start/requiring_{plugins}")),
            micros(&format!("start/hand_{plugins}")),
            micros(&format!("time/register_all/{plugins}")),
            micros(&format!("time/register_unregister/{plugins}")),
        );
    }
    table
}

fn keeping(figures: &Figures) -> String {
    let mut table = String::from("\n## Memory and size\n\n| | |\n| --- | --- |\n");
    let mut row = |what: &str, figure: Option<f64>| {
        let _ = writeln!(table, "| {what} | {} |", one(figure));
    };
    row("bytes of a plugin, without hookimpls", figures.get("memory/plugin"));
    row("bytes of a hookimpl", figures.get("memory/hookimpl"));
    row("blocks of a plugin with one hookimpl", figures.get("memory/blocks_of_plugin"));
    for (what, by) in [("with one hookimpl", "macros"), ("by hand on linkme", "hand")] {
        let size = |plugins| figures.get(&format!("size/{by}_{plugins}"));
        let each = || Some((size(1000)? - size(100)?) / 900.0);
        row(&format!("bytes of the stripped binary per plugin {what}"), each());
    }
    for (call, name) in [
        ("`tell`", "tell_kept"),
        ("`tell` through `manager.hook()`", "tell_hook"),
        ("`ask`", "ask_kept"),
        ("`ask` without an answer", "ask_silent"),
        ("`firstresult`, answered", "answered_kept"),
        ("`firstresult`, unanswered", "unanswered_kept"),
        ("`tell` with ten wrappers", "wrapped_10"),
    ] {
        row(&format!("allocations of {call}"), figures.get(&format!("allocations/{name}")));
    }
    table
}

fn threads(figures: &Figures) -> String {
    let mut table = String::from(
        "\n## Two threads at once\n\nCalls of `tell` with eight plugins. Nanoseconds of a call \
         on each thread, and how many calls two threads make in the time in which one thread makes one.\n\n\
         | | one thread | two threads | times |\n| --- | --- | --- | --- |\n",
    );
    for (what, on) in [
        ("kept `Hooks`", "kept"),
        ("`manager.hook()`", "hook"),
        ("by hand: the limit of the machine", "by_hand"),
    ] {
        let of = |threads| one(figures.get(&format!("time/threads_{on}/{threads}")));
        let times = two(two_threads(figures, on));
        let _ = writeln!(table, "| {what} | {} | {} | {times} |", of(1), of(2));
    }
    table
}

fn building(figures: &Figures) -> String {
    let mut table = String::from(
        "\n## Building\n\nMilliseconds to compile a crate of plugins, each with two hookimpls, \
         without its dependencies; by hand is the same crate on linkme.\n\n\
         | | plugins | macros | by hand | ratio |\n| --- | --- | --- | --- | --- |\n",
    );
    for command in ["check", "build"] {
        for plugins in [1, 10, 100] {
            let of = |by: &str| format!("compile/{command}/{by}_{plugins}");
            let (macros, hand) = (one(figures.get(&of("macros"))), one(figures.get(&of("hand"))));
            let ratio = two(figures.ratio(&of("macros"), &of("hand")));
            let _ =
                writeln!(table, "| `cargo {command}` | {plugins} | {macros} | {hand} | {ratio} |");
        }
    }
    table.push_str(
        "\nThe same crate, and the same with its plugins in a set, on which all four hooks \
         are called; milliseconds of `cargo build`:\n\n\
         | plugins | without a set | with a set | difference for each plugin |\n\
         | --- | --- | --- | --- |\n",
    );
    for plugins in SETS {
        let of = |what| figures.get(&format!("compile/set/{what}_{plugins}"));
        let (without, with) = (of("without"), of("with"));
        let more = without.zip(with).map(|(without, with)| (with - without) / f64::from(plugins));
        let _ = writeln!(table, "| {plugins} | {} | {} | {} |", one(without), one(with), one(more));
    }
    table.push_str(
        "\nLines as rustc prints them after expansion:\n\n| for each | macros | by hand |\n\
         | --- | --- | --- |\n",
    );
    for (what, name) in [
        ("hook", "hook"),
        ("plugin, without hookimpls", "plugin"),
        ("`#[hookimpl]` block, with one hookimpl", "block"),
        ("additional hookimpl", "hookimpl"),
    ] {
        let of = |by| one(figures.get(&format!("expansion/{by}/{name}")));
        let _ = writeln!(table, "| {what} | {} | {} |", of("macros"), of("hand"));
    }
    table
}

/// One digit after the point, unless it is zero or the figure is 100 or more.
pub(super) fn one(figure: Option<f64>) -> String {
    match figure {
        None => String::new(),
        Some(figure) if figure >= 100.0 || figure.fract() == 0.0 => format!("{figure:.0}"),
        Some(figure) => format!("{figure:.1}"),
    }
}

fn two(figure: Option<f64>) -> String {
    figure.map(|figure| format!("{figure:.2}")).unwrap_or_default()
}
