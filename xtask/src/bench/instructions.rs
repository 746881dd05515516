//! Instructions of calls: `benches/instructions.rs` under callgrind.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::figures::Figures;
use crate::place;
use crate::run::{self, Failed, Pace};

/// How many calls a function of the bench makes.
const CALLS: f64 = 100.0;

pub(super) fn measure(pace: Pace) -> Result<Figures, Failed> {
    run::output(Command::new("valgrind").arg("--version"))
        .map_err(|_| Failed::new("valgrind is needed: it counts the instructions"))?;
    let runner = runner()?;
    let summaries = place::target().join("gungraun/plugin-benches/instructions");
    if summaries.exists() {
        fs::remove_dir_all(&summaries)?;
    }
    // A thousand plugins, registered under callgrind, take long.
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
            let (name, instructions) = read(&bench?.path().join("summary.json"))?;
            counted.insert(name, instructions);
        }
    }
    per_call(&counted)
}

/// The program that gungraun's benches run under; it wants the very version of the library.
fn runner() -> Result<PathBuf, Failed> {
    let lock = fs::read_to_string(place::project().join("Cargo.lock"))?;
    let version = lock
        .split("[[package]]")
        .find(|package| package.contains("\nname = \"gungraun-runner\"\n"))
        .and_then(|package| package.split("version = \"").nth(1)?.split('"').next())
        .ok_or_else(|| Failed::new("gungraun-runner is not in Cargo.lock"))?;
    let root = place::target().join("bench/tools");
    let install = ["install", "gungraun-runner", "--locked", "--version", version, "--root"];
    // Does nothing if this version is there.
    run::run(run::cargo().args(install).arg(&root))?;
    Ok(root.join("bin/gungraun-runner"))
}

fn read(summary: &Path) -> Result<(String, f64), Failed> {
    let unexpected = || Failed::new(format!("{} has no instructions", summary.display()));
    let summary: Value =
        serde_json::from_str(&fs::read_to_string(summary)?).map_err(|_| unexpected())?;
    let instructions = summary["profiles"][0]["data"]["total"]["metrics"]["Ir"]["values"]["new"]
        .as_f64()
        .ok_or_else(unexpected)?;
    let text = |key: &str| summary[key].as_str().map(str::to_owned).ok_or_else(unexpected);
    Ok((format!("{}/{}", text("function_name")?, text("id")?), instructions))
}

/// What one call takes, without the loop that makes it.
fn per_call(counted: &Figures) -> Result<Figures, Failed> {
    let nothing = counted.get("nothing/calls").ok_or_else(|| Failed::new("no empty loop"))?;
    let mut figures = Figures::default();
    for (name, instructions) in counted.iter() {
        // A row of the grid is called once.
        let of_call =
            if name.starts_with("grid/") { instructions } else { (instructions - nothing) / CALLS };
        figures.insert(format!("instructions/{name}"), of_call);
    }
    Ok(figures)
}
