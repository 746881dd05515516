//! The goals, and whether the figures meet them.

use super::figures::Figures;

/// A goal of the framework.
pub(super) struct Goal {
    pub(super) work: &'static str,
    pub(super) what: &'static str,
    judge: fn(&Figures) -> Option<Judged>,
}

/// The measured value for a goal.
pub(super) struct Judged {
    pub(super) measured: String,
    pub(super) holds: bool,
}

impl Goal {
    /// `None` if the goal was not measured.
    pub(super) fn judge(&self, figures: &Figures) -> Option<Judged> {
        (self.judge)(figures)
    }
}

/// The kinds of calls without wrappers.
pub(super) const KINDS: [&str; 4] = ["tell", "ask", "answered", "unanswered"];

/// The kinds of calls on a plugin set, and how the reports describe them.
pub(super) const SET_CALLS: [(&str, &str); 4] = [
    ("tell", "`()`"),
    ("ask", "collected"),
    ("unanswered", "`firstresult`, no plugin answers"),
    ("wrapped", "`()`, two plugins in two wrappers"),
];

pub(super) const GOALS: [Goal; 12] = [
    Goal {
        work: "kept `Hooks`, no wrappers, against the loop by hand over implementers",
        what: "at most 1.05 of the instructions",
        judge: |figures| {
            let scales = ["all_8", "all_64", "all_1k", "tenth_64", "tenth_1k"];
            Some(at_most(1.05, worst_call(figures, &KINDS, &scales, "by_hand")?))
        },
    },
    Goal {
        work: "the same with a single plugin",
        what: "at most 1.05 of the instructions",
        judge: |figures| Some(at_most(1.05, worst_call(figures, &KINDS, &["all_1"], "by_hand")?)),
    },
    Goal {
        work: "kept `Hooks` against the loop by hand over all, one in ten implementing",
        what: "at most 0.2 of the instructions",
        judge: |figures| {
            // `answered` is not among them, as it ends at the first plugin in either case.
            let (kinds, scales) = (["tell", "unanswered"], ["tenth_64", "tenth_1k"]);
            Some(at_most(0.2, worst_call(figures, &kinds, &scales, "by_hand_all")?))
        },
    },
    Goal {
        work: "the same, collecting answers: both sides allocate once",
        what: "at most 0.2 of the instructions",
        judge: |figures| {
            let scales = ["tenth_64", "tenth_1k"];
            Some(at_most(0.2, worst_call(figures, &["ask"], &scales, "by_hand_all")?))
        },
    },
    Goal {
        work: "a wrapper, against one by hand that gets `next` as `&dyn Fn`",
        what: "at most 1.1 of the instructions",
        judge: |figures| {
            let (ours, by_hand) = (wrapper(figures, "kept")?, wrapper(figures, "by_hand")?);
            Some(at_most(1.1, (ours / by_hand, format!("{ours:.0} against {by_hand:.0}"))))
        },
    },
    Goal {
        work: "call on a plugin set, against the same calls written out",
        what: "1.00 of the instructions",
        judge: |figures| {
            let mut worst = (0.0, String::new());
            for (kind, _) in SET_CALLS {
                let of = |way| format!("instructions/{kind}_{way}/all_8");
                let ratio = figures.ratio(&of("set"), &of("written_out"))?;
                worst = worse(worst, (ratio, format!("`{kind}`")));
            }
            // The report shows two digits, so a smaller excess would not be visible.
            Some(at_most(1.005, worst))
        },
    },
    Goal {
        work: "`manager.hook()`",
        what: "below 30 ns, whatever the number of plugins",
        judge: |figures| {
            let scales = ["all_1", "all_8", "all_64", "all_1k"];
            let times = scales.iter().map(|scale| figures.get(&format!("time/hook/{scale}")));
            let slowest = times.collect::<Option<Vec<_>>>()?.into_iter().fold(0.0, f64::max);
            Some(Judged { measured: format!("{slowest:.1} ns"), holds: slowest < 30.0 })
        },
    },
    Goal {
        work: "pluggy 1.7.0 on its own grid",
        what: "at least 100 times our time on every row",
        judge: |figures| {
            let rows = (0..11).map(|row| {
                figures.ratio(&format!("pluggy/row_{row}"), &format!("time/grid/row_{row}"))
            });
            let least = rows.collect::<Option<Vec<_>>>()?.into_iter().fold(f64::INFINITY, f64::min);
            Some(Judged { measured: format!("{least:.0} at least"), holds: least >= 100.0 })
        },
    },
    Goal {
        work: "two threads calling on kept `Hooks`",
        what: "at least 1.9 times the calls of one",
        judge: |figures| Some(at_least(1.9, two_threads(figures, "kept")?)),
    },
    Goal {
        work: "two threads calling `manager.hook()` each time",
        what: "at least 1.9 times the calls of one",
        judge: |figures| Some(at_least(1.9, two_threads(figures, "hook")?)),
    },
    Goal {
        work: "start of 10,000 plugins",
        what: "below 10 ms, n log n",
        judge: |figures| {
            let time = figures.get("start/macros_10000")?;
            let growth = time / figures.get("start/macros_1000")?;
            // 10,000 log 10,000 is 13.3 times 1,000 log 1,000; cache misses increase the ratio.
            Some(Judged {
                measured: format!("{:.1} ms, {growth:.1} times 1,000", time / 1e6),
                holds: time < 10e6 && growth < 20.0,
            })
        },
    },
    Goal {
        work: "compile time of plugins, against linkme by hand",
        what: "at most 1.2",
        judge: |figures| {
            let mut worst = (0.0, String::new());
            for command in ["check", "build"] {
                for plugins in [1, 10, 100] {
                    let of = |by| format!("compile/{command}/{by}_{plugins}");
                    let ratio = figures.ratio(&of("macros"), &of("hand"))?;
                    let among = format!("`cargo {command}`, {plugins} plugins");
                    worst = worse(worst, (ratio, among));
                }
            }
            Some(at_most(1.2, worst))
        },
    },
];

/// The instructions of one more wrapper, measured with ten.
pub(super) fn wrapper(figures: &Figures, by: &str) -> Option<f64> {
    let with = |wrappers| figures.get(&format!("instructions/wrapped_{by}/by_{wrappers}"));
    Some((with(10)? - with(0)?) / 10.0)
}

/// The number of calls that two threads make in the time in which one thread makes one.
pub(super) fn two_threads(figures: &Figures, on: &str) -> Option<f64> {
    let ratio = figures.ratio(&format!("time/threads_{on}/1"), &format!("time/threads_{on}/2"))?;
    Some(2.0 * ratio)
}

fn worst_call(
    figures: &Figures,
    kinds: &[&str],
    scales: &[&str],
    by_hand: &str,
) -> Option<(f64, String)> {
    let mut worst = None;
    for kind in kinds {
        for scale in scales {
            let kept = format!("instructions/{kind}_kept/{scale}");
            let by_hand = format!("instructions/{kind}_{by_hand}/{scale}");
            // A short run skips some scales.
            let Some(ratio) = figures.ratio(&kept, &by_hand) else { continue };
            let of_this = (ratio, format!("`{kind}`, `{scale}`"));
            worst = Some(worst.map_or(of_this.clone(), |worst| worse(worst, of_this)));
        }
    }
    worst
}

fn worse(one: (f64, String), other: (f64, String)) -> (f64, String) {
    if other.0 > one.0 { other } else { one }
}

fn at_most(goal: f64, (ratio, among): (f64, String)) -> Judged {
    Judged { measured: format!("{ratio:.2} ({among})"), holds: ratio <= goal }
}

fn at_least(goal: f64, ratio: f64) -> Judged {
    Judged { measured: format!("{ratio:.2}"), holds: ratio >= goal }
}
