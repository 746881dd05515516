//! Runs programs, mostly cargo.

use std::env;
use std::fmt;
use std::io;
use std::process::{Command, Stdio};

use crate::place;

/// How long to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pace {
    /// Long enough for figures that are kept.
    Full,
    /// Just long enough to check that the benches work, with rough figures.
    Quick,
}

/// Why a task failed.
#[derive(Debug)]
pub(crate) struct Failed(String);

impl Failed {
    pub(crate) fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

/// Cargo, in the project's folder.
pub(crate) fn cargo() -> Command {
    // Cargo sets this variable for the programs that it runs.
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(place::project()).env("CARGO_TARGET_DIR", place::target());
    cargo
}

/// Runs the command to the end. Its output goes to standard error, as standard output is for the
/// report.
pub(crate) fn run(command: &mut Command) -> Result<(), Failed> {
    let status = command.stdout(io::stderr()).status().map_err(|error| not_run(command, &error))?;
    if status.success() { Ok(()) } else { Err(Failed(format!("{command:?}: {status}"))) }
}

/// Runs the command to the end and returns its output.
pub(crate) fn output(command: &mut Command) -> Result<String, Failed> {
    let output =
        command.stderr(Stdio::inherit()).output().map_err(|error| not_run(command, &error))?;
    if !output.status.success() {
        return Err(Failed(format!("{command:?}: {}", output.status)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn not_run(command: &Command, error: &io::Error) -> Failed {
    Failed(format!("{command:?}: {error}"))
}
