//! The replay: every request through the gateway, one line of output for each.

use std::io::{self, IsTerminal, Write};

use gateway_hooks::{Request, Response, User};
use indicatif::{ProgressBar, ProgressStyle};

use crate::gateway::Gateway;
use crate::input::Input;
use crate::summary::Summary;

/// How a replay ended.
pub(crate) enum Replayed {
    /// Every line was a request.
    Whole,
    /// Some were not, and were passed over.
    WithBrokenLines,
}

/// What a request gets that no plugin answers.
pub(crate) const UNANSWERED: u16 = 404;

/// From so many lines on a replay takes long enough to be waited for.
const LONG: usize = 2_000;

pub(crate) fn run(out: &mut dyn Write, gateway: &Gateway, input: &Input) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let bar = progress_bar(input.line_count());
    let on_terminal = io::stdout().is_terminal();
    writeln!(out, "{}", row(HEADINGS))?;
    for line in input.requests() {
        match line {
            Ok((number, mut request)) => {
                let response = gateway.handle(&mut request);
                summary.count(response.as_ref());
                let shown = show(number, &request, response.as_ref());
                // On a terminal the bar has to make way; elsewhere that would only take time.
                if on_terminal {
                    bar.suspend(|| writeln!(out, "{shown}"))?;
                } else {
                    writeln!(out, "{shown}")?;
                }
                bar.set_position(number as u64);
            }
            Err(broken) => {
                summary.count_broken();
                // Nobody may be listening, which must not end the replay.
                bar.suspend(|| writeln!(io::stderr(), "{broken}")).unwrap_or_default();
            }
        }
    }
    bar.finish_and_clear();
    Ok(summary)
}

/// On standard error, and only where somebody may be looking at it.
fn progress_bar(lines: usize) -> ProgressBar {
    if lines <= LONG || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} lines, {eta} left");
    ProgressBar::new(lines as u64).with_style(style.expect("the template is a constant"))
}

fn show(number: usize, request: &Request, response: Option<&Response>) -> String {
    let status = response.map_or(UNANSWERED, Response::status).to_string();
    let mut plugin = response.map_or("-", Response::plugin).to_owned();
    if response.is_some_and(Response::is_repeated) {
        plugin += " (repeated)";
    }
    let user = request.user.as_ref().map_or("-", User::name);
    let Request { method, path, client, .. } = request;
    row([&number.to_string(), method, path, client, user, &status, &plugin])
}

const HEADINGS: [&str; 7] = ["line", "method", "path", "client", "user", "status", "answered by"];

fn row([line, method, path, client, user, status, plugin]: [&str; 7]) -> String {
    format!("{line:>5}  {method:<7} {path:<20} {client:<14} {user:<6} {status:<6}  {plugin}")
}
