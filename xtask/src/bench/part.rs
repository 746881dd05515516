//! The parts of the suite. Each is measured independently.

use super::figures::Figures;
use super::{compile_time, expansion, instructions, once, pluggy, rspack, start, time};
use crate::run::{Failed, Pace};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Instructions,
    Time,
    Once,
    Pluggy,
    Expansion,
    Start,
    CompileTime,
    Rspack,
}

impl Part {
    pub(super) const ALL: [Self; 8] = [
        Self::Instructions,
        Self::Time,
        Self::Once,
        Self::Pluggy,
        Self::Expansion,
        Self::Start,
        Self::CompileTime,
        Self::Rspack,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Instructions => "instructions",
            Self::Time => "time",
            Self::Once => "once",
            Self::Pluggy => "pluggy",
            Self::Expansion => "expansion",
            Self::Start => "start",
            Self::CompileTime => "compile-time",
            Self::Rspack => "rspack",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    pub(super) fn measure(self, pace: Pace) -> Result<Figures, Failed> {
        match self {
            Self::Instructions => instructions::measure(pace),
            Self::Time => time::measure(pace),
            Self::Once => once::measure(),
            Self::Pluggy => pluggy::measure(pace),
            Self::Expansion => expansion::measure(),
            Self::Start => start::measure(pace),
            Self::CompileTime => compile_time::measure(pace),
            Self::Rspack => rspack::measure(),
        }
    }
}
