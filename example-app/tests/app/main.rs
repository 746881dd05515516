//! The program as its users run it: what it prints, and how it exits.

mod replay;

mod choice;

mod about;

mod isolation;

mod configuration;

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// What a run printed, and how it ended.
struct Run {
    out: String,
    err: String,
    code: Option<i32>,
}

impl Run {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        Self { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
    }

    /// The lines of the replay, cut into words.
    fn rows(&self) -> Vec<Vec<&str>> {
        let table = self.out.lines().skip_while(|line| !line.trim_start().starts_with("line "));
        let rows = table.skip(1).take_while(|line| !line.is_empty());
        rows.map(|row| row.split_whitespace().collect()).collect()
    }

    /// Who answered the requests, as the status and the plugin.
    fn answers(&self) -> Vec<(&str, String)> {
        self.rows().iter().map(|row| (row[5], row[6..].join(" "))).collect()
    }

    /// The words after a label, in the list of hooks or the summary.
    fn told(&self, label: &str) -> &str {
        let hooks = self.out.lines().take_while(|line| !line.is_empty());
        let summary = self.out.lines().skip_while(|line| *line != "Summary");
        let line = hooks.chain(summary).find_map(|line| line.trim_start().strip_prefix(label));
        line.unwrap_or_else(|| panic!("there is no `{label}` in:\n{}", self.out)).trim()
    }
}

fn app(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_example-app"));
    command.args(args).env_remove("GATEWAY_PLUGINS").stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Run {
    Run::of(app(args).output().expect("the program starts"))
}

/// Replays these lines from standard input.
fn replay(lines: &str, args: &[&str]) -> Run {
    let mut command = app(&["replay", "-"]);
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    child.stdin.take().unwrap().write_all(lines.as_bytes()).expect("it reads all of its input");
    Run::of(child.wait_with_output().unwrap())
}

fn get(at_ms: u64, path: &str) -> String {
    format!(r#"{{"at_ms":{at_ms},"client":"10.1.1.1","method":"GET","path":"{path}"}}"#) + "\n"
}

fn with_token(at_ms: u64, method: &str, path: &str, token: &str) -> String {
    let who = format!(r#""client":"10.1.1.1","token":"{token}""#);
    format!(r#"{{"at_ms":{at_ms},{who},"method":"{method}","path":"{path}"}}"#) + "\n"
}
