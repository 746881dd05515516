//! Measures the time to compile a crate of plugins, compared with the same crate written by hand on
//! linkme; and the time with the plugins in a plugin set, compared with the same crate without the
//! set. Dependencies are compiled beforehand.

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
        let without_set = Generated::write("compile-without-set", By::Macros, content)?;
        let set = Generated::write("compile-set", By::Macros, Content { set: true, ..content })?;
        let [without_set, set] = best_of(rounds, "build", [&without_set, &set])?;
        figures.insert(format!("compile/set/without_{plugins}"), without_set);
        figures.insert(format!("compile/set/with_{plugins}"), set);
    }
    Ok(figures)
}

/// The numbers of plugins in the set.
pub(super) const SETS: [u16; 3] = [16, 64, 256];

/// The fewest milliseconds for each crate. The crates are compiled in turn, so that other work on
/// the machine slows both.
fn best_of(rounds: u32, command: &str, crates: [&Generated; 2]) -> Result<[f64; 2], Failed> {
    let mut best = [f64::INFINITY; 2];
    for generated in crates {
        // The first run compiles the dependencies and everything that changed since the last round,
        // so it is not measured.
        compile(generated, command)?;
    }
    for _ in 0..rounds {
        for (best, generated) in best.iter_mut().zip(crates) {
            *best = best.min(compile(generated, command)?);
        }
    }
    Ok(best)
}

/// The milliseconds that the compilation takes.
fn compile(generated: &Generated, command: &str) -> Result<f64, Failed> {
    let source = fs::File::options().write(true).open(generated.folder().join("src/lib.rs"))?;
    source.set_modified(SystemTime::now())?;
    let begun = Instant::now();
    // Compilation is not incremental, as only the file's modification time has changed.
    let arguments = [command, "--quiet", "--offline"];
    run::run(generated.cargo().args(arguments).env("CARGO_INCREMENTAL", "0"))?;
    Ok(begun.elapsed().as_secs_f64() * 1000.0)
}
