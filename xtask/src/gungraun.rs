//! gungraun, which counts instructions with callgrind: installs the runner for its benches, and
//! reads their output.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Deserializer, Value};

use crate::place;
use crate::run::{self, Failed};

/// The instruction count of one bench.
#[derive(Debug)]
pub(crate) struct Counted {
    pub(crate) function: String,
    /// The id that distinguishes the benches of one function.
    pub(crate) id: String,
    pub(crate) instructions: f64,
}

/// Installs the program that runs gungraun's benches. Its version must equal that of the library.
pub(crate) fn runner() -> Result<PathBuf, Failed> {
    run::output(Command::new("valgrind").arg("--version"))
        .map_err(|_| Failed::new("`valgrind` must be installed: it counts the instructions"))?;
    let lock = fs::read_to_string(place::project().join("Cargo.lock"))?;
    let version = lock
        .split("[[package]]")
        .find(|package| package.contains("\nname = \"gungraun-runner\"\n"))
        .and_then(|package| package.split("version = \"").nth(1)?.split('"').next())
        .ok_or_else(|| {
            Failed::new("`gungraun-runner` must be in Cargo.lock: its version is installed")
        })?;
    let root = place::target().join("bench/tools");
    // The runner only starts valgrind, so its own speed does not matter. This profile builds in
    // half the time.
    let install = ["install", "gungraun-runner", "--debug", "--locked", "--version", version];
    // The command does nothing if this version is already installed.
    let mut cargo = run::cargo();
    cargo.args(install).arg("--root").arg(&root).env("CARGO_PROFILE_DEV_DEBUG", "false");
    run::run(&mut cargo)?;
    Ok(root.join("bin/gungraun-runner"))
}

/// Reads summaries in JSON, one after the other, in the order in which they were written.
pub(crate) fn read(summaries: &str) -> Result<Vec<Counted>, Failed> {
    let summaries = Deserializer::from_str(summaries).into_iter::<Value>();
    let counted = summaries.map(|summary| counted(&summary.ok()?));
    counted.collect::<Option<_>>().ok_or_else(|| {
        Failed::new("every summary of gungraun must contain a count of instructions")
    })
}

fn counted(summary: &Value) -> Option<Counted> {
    let total = &summary["profiles"][0]["data"]["total"];
    Some(Counted {
        function: summary["function_name"].as_str()?.to_owned(),
        id: summary["id"].as_str()?.to_owned(),
        instructions: total["metrics"]["Ir"]["values"]["new"].as_f64()?,
    })
}
