//! gungraun, which counts instructions with callgrind: the program that its benches run under, and
//! what they print.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Deserializer, Value};

use crate::place;
use crate::run::{self, Failed};

/// The instructions of one bench.
#[derive(Debug)]
pub(crate) struct Counted {
    pub(crate) function: String,
    /// Which of the benches of the function it is.
    pub(crate) id: String,
    pub(crate) instructions: f64,
}

/// The program that gungraun's benches run under; it wants the very version of the library.
pub(crate) fn runner() -> Result<PathBuf, Failed> {
    run::output(Command::new("valgrind").arg("--version"))
        .map_err(|_| Failed::new("valgrind is needed: it counts the instructions"))?;
    let lock = fs::read_to_string(place::project().join("Cargo.lock"))?;
    let version = lock
        .split("[[package]]")
        .find(|package| package.contains("\nname = \"gungraun-runner\"\n"))
        .and_then(|package| package.split("version = \"").nth(1)?.split('"').next())
        .ok_or_else(|| Failed::new("gungraun-runner is not in Cargo.lock"))?;
    let root = place::target().join("bench/tools");
    // It only starts valgrind, so its own speed does not show, and this profile is built in half of
    // the time.
    let install = ["install", "gungraun-runner", "--debug", "--locked", "--version", version];
    // Does nothing if this version is there.
    let mut cargo = run::cargo();
    cargo.args(install).arg("--root").arg(&root).env("CARGO_PROFILE_DEV_DEBUG", "false");
    run::run(&mut cargo)?;
    Ok(root.join("bin/gungraun-runner"))
}

/// Reads summaries in JSON, one after the other, in the order in which they are written.
pub(crate) fn read(summaries: &str) -> Result<Vec<Counted>, Failed> {
    let summaries = Deserializer::from_str(summaries).into_iter::<Value>();
    let counted = summaries.map(|summary| counted(&summary.ok()?));
    counted
        .collect::<Option<_>>()
        .ok_or_else(|| Failed::new("a summary of gungraun has no instructions"))
}

fn counted(summary: &Value) -> Option<Counted> {
    let total = &summary["profiles"][0]["data"]["total"];
    Some(Counted {
        function: summary["function_name"].as_str()?.to_owned(),
        id: summary["id"].as_str()?.to_owned(),
        instructions: total["metrics"]["Ir"]["values"]["new"].as_f64()?,
    })
}
