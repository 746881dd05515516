//! Instructions of calls: `benches/instructions.rs` under callgrind.

use std::fs;

use super::figures::Figures;
use crate::gungraun::{self, Counted};
use crate::place;
use crate::run::{self, Failed, Pace};

/// How many calls each function of the bench makes.
const CALLS: f64 = 100.0;

pub(super) fn measure(pace: Pace) -> Result<Figures, Failed> {
    let runner = gungraun::runner()?;
    let summaries = place::target().join("gungraun/plugin-benches/instructions");
    if summaries.exists() {
        fs::remove_dir_all(&summaries)?;
    }
    // Registering a thousand plugins under callgrind takes a long time.
    let filter = match pace {
        Pace::Full => "*",
        Pace::Quick => "*[!k]",
    };
    run::run(
        run::cargo()
            .args(["bench", "--package", "plugin-benches", "--bench", "instructions"])
            .args(["--", filter])
            .env("GUNGRAUN_RUNNER", runner)
            .env("GUNGRAUN_SAVE_SUMMARY", "json"),
    )?;

    let mut counted = Figures::default();
    for group in fs::read_dir(summaries)? {
        for bench in fs::read_dir(group?.path())? {
            let summary = fs::read_to_string(bench?.path().join("summary.json"))?;
            for Counted { function, id, instructions } in gungraun::read(&summary)? {
                counted.insert(format!("{function}/{id}"), instructions);
            }
        }
    }
    per_call(&counted)
}

/// The instructions of one call, without those of the loop that makes it.
fn per_call(counted: &Figures) -> Result<Figures, Failed> {
    let nothing = counted.get("nothing/calls").ok_or_else(|| {
        Failed::new("bench `nothing` must be counted: the instructions of the loop are subtracted")
    })?;
    let mut figures = Figures::default();
    for (name, instructions) in counted.iter() {
        // A row of the grid is called once.
        let of_call =
            if name.starts_with("grid/") { instructions } else { (instructions - nothing) / CALLS };
        figures.insert(format!("instructions/{name}"), of_call);
    }
    Ok(figures)
}
