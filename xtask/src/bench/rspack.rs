//! Measures the sync hook of rspack: `benches/rspack`, a package that no other build includes.

use std::process::Command;

use super::figures::Figures;
use crate::place;
use crate::run::{self, Failed};

const MEASURED: [&str; 3] = ["tell_rspack/all_8", "tell_kept/all_8", "tell_by_hand/all_8"];

pub(super) fn measure() -> Result<Figures, Failed> {
    let target = place::target().join("bench/rspack");
    let manifest = place::project().join("benches/rspack/Cargo.toml");
    run::run(
        run::cargo()
            .args(["build", "--release", "--manifest-path"])
            .arg(manifest)
            .env("CARGO_TARGET_DIR", &target),
    )?;
    let program = target.join("release/plugin-benches-rspack");
    let mut times = Figures::default();
    times.insert_lines(&run::output(&mut Command::new(&program))?);
    let mut figures = Figures::default();
    for name in MEASURED {
        let time = times.get(name).ok_or_else(|| {
            Failed::new(format!("`{name}` must be timed by the program of `benches/rspack`"))
        })?;
        figures.insert(format!("rspack/time/{name}"), time);
        // The difference of two runs excludes the instructions that are executed before the calls.
        let more = instructions(&program, name, "2000")? - instructions(&program, name, "1000")?;
        figures.insert(format!("rspack/instructions/{name}"), more / 1000.0);
    }
    Ok(figures)
}

fn instructions(program: &std::path::Path, name: &str, calls: &str) -> Result<f64, Failed> {
    let out = place::target().join("bench/rspack/callgrind.out");
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--quiet", "--tool=callgrind"]).arg({
        let mut option = std::ffi::OsString::from("--callgrind-out-file=");
        option.push(&out);
        option
    });
    run::run(valgrind.arg(program).args([name, calls]))?;
    let profile = std::fs::read_to_string(out)?;
    let total = profile.lines().find_map(|line| line.strip_prefix("totals: "));
    let total = total.and_then(|total| total.split(' ').next()?.parse().ok());
    total.ok_or_else(|| Failed::new("callgrind must print the line `totals:`"))
}
