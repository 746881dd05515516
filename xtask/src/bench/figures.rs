//! Figures by name.

use std::collections::BTreeMap;

/// Measured values: nanoseconds, instructions, bytes or lines. The name of a figure implies its
/// unit.
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

    /// The first figure divided by the second.
    pub(super) fn ratio(&self, name: &str, to: &str) -> Option<f64> {
        Some(self.get(name)? / self.get(to)?)
    }

    /// Reads lines that consist of a name, a space and a figure.
    pub(super) fn insert_lines(&mut self, lines: &str) {
        for (name, figure) in lines.lines().filter_map(|line| line.split_once(' ')) {
            if let Ok(figure) = figure.trim().parse() {
                self.insert(name, figure);
            }
        }
    }
}
