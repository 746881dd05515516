//! How long it takes to compile a crate of plugins, beside the same crate by hand on linkme. What
//! they depend on is compiled beforehand.

use std::fs;
use std::time::{Instant, SystemTime};

use super::figures::Figures;
use super::generated::{By, Content, Generated};
use super::run::{self, Failed, Pace};

pub(super) fn measure(pace: Pace) -> Result<Figures, Failed> {
    let rounds = match pace {
        Pace::Full => 7,
        Pace::Quick => 2,
    };
    let mut figures = Figures::default();
    for plugins in [1, 10, 100] {
        let content = Content { hooks: 4, plugins, hookimpls: 2, requires: false, program: false };
        let crates =
            [By::Macros, By::Hand].map(|by| (by, Generated::write("compile", by, content)));
        for command in ["check", "build"] {
            for (by, generated) in &crates {
                let generated = generated.as_ref().map_err(|it| Failed::new(it.to_string()))?;
                // Whatever differs from the last round: what the crate depends on is built here.
                compile(generated, command)?;
                let name = format!("compile/{command}/{}_{plugins}", by.name());
                figures.insert(name, f64::INFINITY);
            }
            // In turn, so that other work on the machine hits both.
            for _ in 0..rounds {
                for (by, generated) in &crates {
                    let generated = generated.as_ref().map_err(|it| Failed::new(it.to_string()))?;
                    let name = format!("compile/{command}/{}_{plugins}", by.name());
                    let best = figures.get(&name).unwrap_or(f64::INFINITY);
                    figures.insert(name, best.min(compile(generated, command)?));
                }
            }
        }
    }
    Ok(figures)
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
