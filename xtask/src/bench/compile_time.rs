//! How long it takes to compile a crate of plugins, beside the same crate by hand on linkme; and with
//! the plugins fused into a set, beside the same crate without. What they depend on is compiled
//! beforehand.

use std::fs;
use std::time::{Instant, SystemTime};

use super::figures::Figures;
use super::generated::{By, Content, Generated};
use crate::run::{self, Failed, Pace};

pub(super) fn measure(pace: Pace) -> Result<Figures, Failed> {
    let rounds = match pace {
        Pace::Full => 7,
        Pace::Quick => 2,
    };
    let mut figures = Figures::default();
    let content =
        Content { hooks: 4, plugins: 0, hookimpls: 2, requires: false, set: false, program: false };
    for plugins in [1, 10, 100] {
        let content = Content { plugins, ..content };
        let macros = Generated::write("compile", By::Macros, content)?;
        let hand = Generated::write("compile", By::Hand, content)?;
        for command in ["check", "build"] {
            let [macros, hand] = best_of(rounds, command, [&macros, &hand])?;
            figures.insert(format!("compile/{command}/macros_{plugins}"), macros);
            figures.insert(format!("compile/{command}/hand_{plugins}"), hand);
        }
    }
    for plugins in SETS {
        let content = Content { plugins: plugins.into(), ..content };
        let apart = Generated::write("compile-apart", By::Macros, content)?;
        let fused = Generated::write("compile-set", By::Macros, Content { set: true, ..content })?;
        let [apart, fused] = best_of(rounds, "build", [&apart, &fused])?;
        figures.insert(format!("compile/set/apart_{plugins}"), apart);
        figures.insert(format!("compile/set/fused_{plugins}"), fused);
    }
    Ok(figures)
}

/// How many plugins are fused.
pub(super) const SETS: [u16; 3] = [16, 64, 256];

/// The least milliseconds for each, taken in turn, so that other work on the machine hits both.
fn best_of(rounds: u32, command: &str, crates: [&Generated; 2]) -> Result<[f64; 2], Failed> {
    let mut best = [f64::INFINITY; 2];
    for generated in crates {
        // Whatever differs from the last round: what the crate depends on is built here.
        compile(generated, command)?;
    }
    for _ in 0..rounds {
        for (best, generated) in best.iter_mut().zip(crates) {
            *best = best.min(compile(generated, command)?);
        }
    }
    Ok(best)
}

/// The milliseconds that it takes.
fn compile(generated: &Generated, command: &str) -> Result<f64, Failed> {
    let source = fs::File::options().write(true).open(generated.folder().join("src/lib.rs"))?;
    source.set_modified(SystemTime::now())?;
    let begun = Instant::now();
    // Not incremental: nothing but the time of the file has changed.
    let arguments = [command, "--quiet", "--offline"];
    run::run(generated.cargo().args(arguments).env("CARGO_INCREMENTAL", "0"))?;
    Ok(begun.elapsed().as_secs_f64() * 1000.0)
}
