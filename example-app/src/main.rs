//! A gateway that replays recorded requests through plugins that it does not know.
//!
//! The plugins handle the requests. The host finds the plugins, calls their hooks, and prints the
//! results.

#![forbid(unsafe_code)]

// From the lowest module to the highest: a module imports only from those above it in this list.
mod unreadable;

mod cli;

mod config;

mod counted;

mod input;

mod gateway;

mod summary;

mod replay;

mod order;

mod table;

mod warnings;

mod doctor;

// The plugins: rustc would not link them, because no code names them.
plugin_core::plugin_crates!();

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command};
use gateway::Gateway;
use input::Input;
use summary::Replayed;

/// Nothing could be run, or the doctor has found a problem.
const COULD_NOT_RUN: u8 = 1;
/// Some lines of the recording are broken; the others were replayed. (clap exits with 2 if the
/// command line is wrong.)
const BROKEN_LINES: u8 = 3;

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(code) => code,
        // The reader of the output has closed it, as `head` does: that is not a failure.
        Err(error) if is_closed_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            // Without `eprintln!`, which panics if standard error is closed.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

fn run(cli: &Cli) -> Result<ExitCode, Box<dyn Error>> {
    // The input first: if the file name is wrong, no plugin has to start.
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
    let summary = replay::run(&mut out, &gateway, &input, cli.all)?;
    summary.print(&mut out, &gateway)?;
    Ok(match summary.replayed() {
        Replayed::Complete => ExitCode::SUCCESS,
        Replayed::WithBrokenLines => ExitCode::from(BROKEN_LINES),
    })
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
