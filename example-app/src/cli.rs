//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand};
use gateway_hooks::GatewayHooks;
use plugin_core::{HookInfo, HookSpec, Registry};

/// The plugins that take part only if the user enables them.
pub(crate) const UNUSUAL: [&str; 1] = ["flaky"];

/// The environment variable by which a user allows and blocks plugins for every run.
pub(crate) const VARIABLE: &str = "GATEWAY_PLUGINS";

/// A gateway made of plugins: replays recorded requests and shows which plugin answered them.
///
/// Without a command, the recording that comes with the program is replayed.
#[derive(Debug, Parser)]
#[command(version, after_help = AFTER_HELP)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) choice: Choice,

    /// Take the settings of the gateway and its plugins from a TOML file of your own
    ///
    /// It has a section for each plugin, by its id, and one for the gateway. What it leaves out has
    /// its default. Without this option, settings are taken that fit the recording that comes with
    /// the program.
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) config: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// Which plugins take part.
#[derive(Debug, Args)]
pub(crate) struct Choice {
    /// Keep a plugin out, before any of its code runs; may be given more than once
    #[arg(long, value_name = "ID", global = true, value_parser = ids())]
    pub(crate) disable: Vec<String>,

    /// Let a plugin take part that usually does not; may be given more than once
    #[arg(long, value_name = "ID", global = true, value_parser = unusual())]
    pub(crate) enable: Vec<String>,

    /// Go on without a plugin that panics, and without it altogether when it has done so 5 times
    #[arg(long, global = true)]
    pub(crate) isolate: bool,

    /// Leave out what cannot work with the others, and tell why, instead of refusing to start
    #[arg(long, global = true)]
    pub(crate) lenient: bool,

    /// Run with no plugins at all
    #[arg(long, global = true)]
    pub(crate) no_plugins: bool,
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
    /// List the plugins: versions, requirements, hooks, packages, and what they are for
    Plugins {
        /// Tell instead why the plugins of a hook are called in their order
        #[arg(long, value_name = "HOOK", value_parser = hooks())]
        explain: Option<String>,
    },
    /// Tell whether anything is missing, and what would mend it
    Doctor,
}

const AFTER_HELP: &str = "\
Environment:
  GATEWAY_PLUGINS  which plugins may take part: ids, or patterns with `*` and `?`, set apart by
                   commas or spaces. `health catalog` lets only these, `-response-cache` keeps one
                   out, `-*` all

Exit codes:
  0  all is well
  1  nothing could be run: no such file, a plugin that cannot start, a mistake in the
     settings, ..; or the doctor has found something
  2  the command line cannot be understood
  3  some lines were broken and passed over, the others were replayed

The recording that comes with the program has broken lines in it, so without a command the
exit code is 3.";

fn unusual() -> PossibleValuesParser {
    PossibleValuesParser::new(UNUSUAL)
}

/// The ids of the plugins that are linked into the program. This way clap names them in the help
/// and in its error, finds the nearest one to a misspelt id, and completes them in shells.
fn ids() -> PossibleValuesParser {
    let plugins = Registry::linked().plugins();
    PossibleValuesParser::new(
        plugins.map(|plugin| PossibleValue::new(plugin.id()).help(plugin.description())),
    )
}

/// The hooks of the gateway.
fn hooks() -> PossibleValuesParser {
    PossibleValuesParser::new(<dyn GatewayHooks>::INFO.hooks().iter().map(HookInfo::name))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
        assert!(AFTER_HELP.contains(VARIABLE));
    }
}
