//! Figures by name, kept in a file for each part that measured them, so that parts may be run one at
//! a time and be reported together.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;

use super::part::Part;
use crate::place;

/// What was measured: nanoseconds, instructions, bytes or lines, as the name has it.
#[derive(Debug, Default)]
pub(super) struct Figures(BTreeMap<String, f64>);

impl Figures {
    pub(super) fn insert(&mut self, name: impl Into<String>, figure: f64) {
        self.0.insert(name.into(), figure);
    }

    pub(super) fn get(&self, name: &str) -> Option<f64> {
        self.0.get(name).copied()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(name, figure)| (&**name, *figure))
    }

    /// One figure in terms of another.
    pub(super) fn ratio(&self, name: &str, to: &str) -> Option<f64> {
        Some(self.get(name)? / self.get(to)?)
    }

    /// Lines of a name, a space and a figure.
    pub(super) fn insert_lines(&mut self, lines: &str) {
        for (name, figure) in lines.lines().filter_map(|line| line.split_once(' ')) {
            if let Ok(figure) = figure.trim().parse() {
                self.insert(name, figure);
            }
        }
    }

    pub(super) fn save(&self, part: Part) -> io::Result<()> {
        let mut lines = String::new();
        for (name, figure) in &self.0 {
            let _ = writeln!(lines, "{name} {figure}");
        }
        let file = file(part);
        fs::create_dir_all(file.parent().expect("a file in a folder"))?;
        fs::write(file, lines)
    }

    /// Of all parts that were ever run here, and the parts.
    pub(super) fn load() -> (Self, Vec<Part>) {
        let mut figures = Self::default();
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
}

fn file(part: Part) -> std::path::PathBuf {
    place::target().join("bench/figures").join(part.name())
}
