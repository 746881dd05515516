//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand};
use gateway_hooks::GatewayHooks;
use plugin_core::info::HookInfo;
use plugin_core::{HookSpec, Registry};

/// The plugins that are active only if the user enables them.
pub(crate) const OPT_IN: [&str; 1] = ["flaky"];

/// The environment variable with which a user allows and blocks plugins for every run.
pub(crate) const VARIABLE: &str = "GATEWAY_PLUGINS";

/// A gateway made of plugins: replays recorded requests and shows which plugin answered them.
///
/// Without a command, the program replays the recording that it comes with.
#[derive(Debug, Parser)]
#[command(version, after_help = AFTER_HELP)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) choice: Choice,

    /// Print every request, and not only the first of each status and plugin
    ///
    /// A short recording is always printed in full.
    #[arg(long, global = true)]
    pub(crate) all: bool,

    /// Read the settings of the gateway and its plugins from a TOML file
    ///
    /// The file has a section for each plugin, named by its id, and one for the gateway. Settings
    /// that it omits have their defaults. Without this option, the program uses settings that fit
    /// the recording that it comes with.
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) config: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// Which plugins are active.
#[derive(Debug, Args)]
pub(crate) struct Choice {
    /// Disable a plugin before any of its code runs; may be given more than once
    #[arg(long, value_name = "ID", global = true, value_parser = ids())]
    pub(crate) disable: Vec<String>,

    /// Enable a plugin that is disabled by default; may be given more than once
    #[arg(long, value_name = "ID", global = true, value_parser = opt_in())]
    pub(crate) enable: Vec<String>,

    /// Continue when a plugin panics, and suspend it after 5 panics
    #[arg(long, global = true)]
    pub(crate) isolate: bool,

    /// Skip plugins that cannot work with the others, and report why, instead of refusing to start
    #[arg(long, global = true)]
    pub(crate) lenient: bool,

    /// Run with no plugins at all
    #[arg(long, global = true)]
    pub(crate) no_plugins: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Replay requests from a file, one JSON object per line
    ///
    /// `at_ms`, `client`, `method`, and `path` are required; `token` and `body` are optional. Other
    /// fields and blank lines are ignored.
    Replay {
        /// The file; `-` for standard input
        file: PathBuf,
    },
    /// List the plugins: versions, requirements, hooks, packages, and descriptions
    Plugins {
        /// Explain the call order of one hook instead
        #[arg(long, value_name = "HOOK", value_parser = hooks())]
        explain: Option<String>,
    },
    /// Report whether anything is missing, and how to fix it
    Doctor,
}

const AFTER_HELP: &str = "\
Environment:
  GATEWAY_PLUGINS  the plugins that may be active: ids, or patterns with `*` and `?`, separated by
                   commas or spaces. `health catalog` allows only these two, `-response-cache`
                   blocks one plugin, and `-*` blocks all

Exit codes:
  0  success
  1  nothing could be run: a file is missing, a plugin cannot start, a setting is wrong; or the
     doctor has found a problem
  2  the command line is wrong
  3  some lines of the recording are broken and were skipped; the others were replayed";

fn opt_in() -> PossibleValuesParser {
    PossibleValuesParser::new(OPT_IN)
}

/// The ids of the plugins that are linked into the program. With them, clap lists the ids in the
/// help and in its error, suggests the nearest one for a misspelled id, and completes ids in shells.
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
