//! Memory and allocations: `benches/once.rs`.

use super::figures::Figures;
use crate::run::{self, Failed};

pub(super) fn measure() -> Result<Figures, Failed> {
    let bench = ["bench", "--quiet", "--package", "plugin-benches", "--bench", "once"];
    let mut figures = Figures::default();
    figures.insert_lines(&run::output(run::cargo().args(bench))?);
    Ok(figures)
}
