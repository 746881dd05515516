//! Measures the start of a program with very many plugins, each of its own type and found at link
//! time, and the bytes that each plugin adds to the binary.

use std::fs;
use std::process::Command;

use super::figures::Figures;
use super::generated::{By, Content, Generated};
use crate::run::{self, Failed, Pace};

pub(super) fn measure(pace: Pace) -> Result<Figures, Failed> {
    let numbers: &[usize] = match pace {
        Pace::Full => &[10, 100, 1000, 10_000],
        Pace::Quick => &[10, 100, 1000],
    };
    let mut figures = Figures::default();
    for plugins in numbers {
        for (kind, name, by, requires) in [
            ("start", "hand", By::Hand, false),
            ("start", "macros", By::Macros, false),
            ("start-requiring", "requiring", By::Macros, true),
        ] {
            let content = Content {
                hooks: 4,
                plugins: *plugins,
                hookimpls: 1,
                requires,
                set: false,
                program: true,
            };
            if requires && *plugins > 1000 {
                // This program would have to be compiled as well, which takes minutes.
                continue;
            }
            let program = Generated::write(kind, by, content)?;
            run::run(program.cargo().args(["build", "--quiet", "--release"]))?;
            let program = program.program();
            let size = as_f64(fs::metadata(&program)?.len());
            figures.insert(format!("size/{name}_{plugins}"), size);
            figures.insert(format!("start/{name}_{plugins}"), best_start(&program)?);
        }
    }
    Ok(figures)
}

/// The shortest of several starts, each in its own process: other work on the machine only adds
/// time.
fn best_start(program: &std::path::Path) -> Result<f64, Failed> {
    let mut best = f64::INFINITY;
    for _ in 0..20 {
        let printed = run::output(&mut Command::new(program))?;
        let took = printed.split(' ').next().and_then(|took| took.parse().ok());
        best = took
            .map(|took: f64| best.min(took))
            .ok_or_else(|| Failed::new("the program must print the time that it took to start"))?;
    }
    Ok(best)
}

#[expect(clippy::cast_precision_loss, reason = "files are far smaller")]
fn as_f64(size: u64) -> f64 {
    size as f64
}
