//! A gateway that replays recorded requests through its plugins, none of which it knows.
//!
//! All that is done to a request is done by plugins. The host finds them, calls their hooks, and
//! prints what comes of it.

#![forbid(unsafe_code)]

mod cli;

mod gateway;

mod config;

mod counted;

mod input;

mod unreadable;

mod replay;

mod summary;

mod order;

mod table;

mod warnings;

mod doctor;

// The plugins: rustc would not link them, as no code names them.
plugin_core::plugin_crates!();

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command};
use gateway::Gateway;
use input::Input;
use replay::Replayed;

/// The run as a whole did not come about, or the doctor advises against it.
const COULD_NOT_RUN: u8 = 1;
/// Everything ran, but for some lines of the input, which are no requests. (2 is clap's, for a
/// command line that cannot be understood.)
const BROKEN_LINES: u8 = 3;

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(code) => code,
        // Whoever read our output has seen enough, as `head` does: that is no failure of ours.
        Err(error) if is_closed_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            // Without `eprintln!`, which panics when nobody listens.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

fn run(cli: &Cli) -> Result<ExitCode, Box<dyn Error>> {
    // The input first: with a wrong file name, no plugin has to start.
    let input = match &cli.command {
        None => Input::shipped(),
        Some(Command::Replay { file }) => Input::read(file)?,
        Some(Command::Plugins { explain }) => {
            let gateway = Gateway::assemble(cli)?;
            warnings::print(&gateway);
            let mut out = io::stdout().lock();
            match explain {
                None => table::print(&mut out, &gateway)?,
                Some(hook) => order::explain(&mut out, &gateway, hook)?,
            }
            return Ok(ExitCode::SUCCESS);
        }
        Some(Command::Doctor) => {
            let gateway = Gateway::assemble(cli)?;
            let is_well = doctor::print(&mut io::stdout().lock(), &gateway)?;
            return Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::from(COULD_NOT_RUN) });
        }
    };
    let gateway = Gateway::assemble(cli)?;
    warnings::print(&gateway);
    let mut out = io::stdout().lock();
    order::print(&mut out, &gateway)?;
    let summary = replay::run(&mut out, &gateway, &input)?;
    summary.print(&mut out, &gateway)?;
    Ok(match summary.replayed() {
        Replayed::Whole => ExitCode::SUCCESS,
        Replayed::WithBrokenLines => ExitCode::from(BROKEN_LINES),
    })
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
