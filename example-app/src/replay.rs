//! The replay: sends every request through the gateway, and prints the requests as a table.

use std::io::{self, IsTerminal, Write};

use gateway_hooks::{Request, Response, User};
use indicatif::{ProgressBar, ProgressStyle};

use crate::gateway::Gateway;
use crate::input::Input;
use crate::summary::Summary;

/// A recording of so many lines at most is printed in full.
const SHORT: usize = 16;

/// A replay of more lines takes long enough for a progress bar.
const LONG: usize = 2_000;

/// Replays all requests. Prints each of them, or only those with a new status or from a new plugin.
pub(crate) fn run(
    out: &mut dyn Write,
    gateway: &Gateway,
    input: &Input,
    print_all: bool,
) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let mut omitted = 0_u64;
    let print_all = print_all || input.line_count() <= SHORT;
    let bar = progress_bar(input.line_count());
    let on_terminal = io::stdout().is_terminal();
    writeln!(out, "{}", row(HEADINGS))?;
    for line in input.requests() {
        match line {
            Ok((number, mut request)) => {
                let response = gateway.handle(&mut request);
                let is_new = summary.count(number, &request, &response);
                bar.set_position(number as u64);
                if !is_new && !print_all {
                    omitted += 1;
                    continue;
                }
                let shown = show(number, &request, &response);
                // On a terminal the bar has to make room; elsewhere that would only take time.
                if on_terminal {
                    bar.suspend(|| writeln!(out, "{shown}"))?;
                } else {
                    writeln!(out, "{shown}")?;
                }
            }
            Err(broken) => {
                summary.count_broken();
                // A closed standard error must not end the replay.
                bar.suspend(|| writeln!(io::stderr(), "warning: {broken}")).unwrap_or_default();
            }
        }
    }
    bar.finish_and_clear();
    if omitted > 0 {
        writeln!(out, "       and {omitted} more with the same statuses and plugins: see `--all`")?;
    }
    Ok(summary)
}

/// On standard error, and only if that is a terminal.
fn progress_bar(lines: usize) -> ProgressBar {
    if lines <= LONG || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} lines, {eta} left");
    ProgressBar::new(lines as u64).with_style(style.expect("the template is a constant"))
}

fn show(number: usize, request: &Request, response: &Response) -> String {
    let mut plugin = response.plugin().unwrap_or("-").to_owned();
    if response.is_repeated() {
        plugin += " (repeated)";
    }
    let user = request.user.as_ref().map_or("-", User::name);
    let status = response.status().to_string();
    let Request { method, path, client, .. } = request;
    row([&number.to_string(), method, path, client, user, &status, &plugin])
}

const HEADINGS: [&str; 7] = ["line", "method", "path", "client", "user", "status", "answered by"];

fn row([line, method, path, client, user, status, plugin]: [&str; 7]) -> String {
    format!("{line:>5}  {method:<7} {path:<20} {client:<14} {user:<6} {status:<6}  {plugin}")
}
