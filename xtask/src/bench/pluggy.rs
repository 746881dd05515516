//! Runs pluggy on its own benchmark grid: `benches/pluggy/bench.py`, in a separate virtual
//! environment.

use std::process::Command;

use super::figures::Figures;
use crate::place;
use crate::run::{self, Failed, Pace};

const PLUGGY: &str = "pluggy==1.7.0";

pub(super) fn measure(pace: Pace) -> Result<Figures, Failed> {
    let environment = place::target().join("bench/pluggy");
    let python = environment.join("bin/python");
    if !python.exists() {
        run::run(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
    }
    run::run(Command::new(&python).args(["-m", "pip", "install", "--quiet", PLUGGY]))?;
    let seconds = match pace {
        Pace::Full => "2",
        Pace::Quick => "0.2",
    };
    let script = place::project().join("benches/pluggy/bench.py");
    let mut figures = Figures::default();
    figures.insert_lines(&run::output(Command::new(python).arg(script).arg(seconds))?);
    Ok(figures)
}
