//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Parser, Subcommand};
use plugin_core::Catalogue;

/// A gateway made of plugins: replays recorded requests and shows which plugin answered them.
///
/// Without a command, the recording that comes with the program is replayed.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    /// Keep a plugin out, before any of its code runs; may be given more than once
    #[arg(long, value_name = "ID", global = true, value_parser = ids())]
    pub(crate) disable: Vec<String>,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Replay requests of your own, one JSON object per line
    ///
    /// `at_ms`, `client`, `method` and `path` are required, `token` and `body` are not; other
    /// fields are passed over, and so are blank lines.
    Replay {
        /// The file; `-` for standard input
        file: PathBuf,
    },
    /// List the plugins: id, version, package, hooks and what they are for
    Plugins,
    /// Tell whether anything is missing, and what would mend it
    Doctor,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  all is well
  1  nothing could be run: no such file, a plugin that cannot start, ..; or the doctor has
     found something
  2  the command line cannot be understood
  3  some lines were broken and passed over, the others were replayed

The recording that comes with the program has broken lines in it, so without a command the
exit code is 3.";

/// The ids of the plugins that are linked into the program. This way clap names them in the help
/// and in its error, finds the nearest one to a misspelt id, and completes them in shells.
fn ids() -> PossibleValuesParser {
    let plugins = Catalogue::linked().plugins();
    PossibleValuesParser::new(
        plugins.map(|plugin| PossibleValue::new(plugin.id()).help(plugin.description())),
    )
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
