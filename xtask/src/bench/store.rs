//! Keeps the figures of each part in a file, so that parts can be measured one at a time and
//! reported together.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::PathBuf;

use super::figures::Figures;
use super::part::Part;
use crate::place;

/// Saves the figures of a part.
pub(super) fn save(part: Part, figures: &Figures) -> io::Result<()> {
    let mut lines = String::new();
    for (name, figure) in figures.iter() {
        let _ = writeln!(lines, "{name} {figure}");
    }
    let file = file(part);
    fs::create_dir_all(file.parent().expect("a file in a folder"))?;
    fs::write(file, lines)
}

/// The figures of all parts that have been measured on this machine, and these parts.
pub(super) fn load() -> (Figures, Vec<Part>) {
    let mut figures = Figures::default();
    let measured = Part::ALL.into_iter().filter(|part| {
        let lines = fs::read_to_string(file(*part));
        lines.is_ok_and(|lines| {
            figures.insert_lines(&lines);
            true
        })
    });
    let measured = measured.collect();
    (figures, measured)
}

fn file(part: Part) -> PathBuf {
    place::target().join("bench/figures").join(part.name())
}
