//! The program as its users run it: its output and its exit codes.

mod replay;

mod choice;

mod about;

mod isolation;

mod configuration;

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// The output of a run, and its exit code.
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

    /// The rows of the table of requests, split into words.
    fn rows(&self) -> Vec<Vec<&str>> {
        let table = self.out.lines().skip_while(|line| !line.trim_start().starts_with("line "));
        let rows = table.skip(1).take_while(|line| !line.is_empty());
        let rows = rows.filter(|row| !row.trim_start().starts_with("and "));
        rows.map(|row| row.split_whitespace().collect()).collect()
    }

    /// The status of each request, and the plugin that answered it.
    fn answers(&self) -> Vec<(&str, String)> {
        self.rows().iter().map(|row| (row[5], row[6..].join(" "))).collect()
    }

    /// The plugins of a hook, in call order, or `-`. A long list continues on further lines.
    fn plugins(&self, hook: &str) -> String {
        let mut lines = self.out.lines().take_while(|line| !line.is_empty());
        let first = lines.find_map(|line| line.strip_prefix(&format!("  {hook} ")));
        let first = first.unwrap_or_else(|| panic!("there is no hook `{hook}` in:\n{}", self.out));
        let more = lines.take_while(|line| line.starts_with("    "));
        [first].into_iter().chain(more).map(str::trim).collect::<Vec<_>>().join(" ")
    }

    /// The text after a label in the summary.
    fn value(&self, label: &str) -> &str {
        let mut summary = self.out.lines().skip_while(|line| *line != "Summary");
        let line = summary.find_map(|line| line.trim_start().strip_prefix(&format!("{label} ")));
        line.unwrap_or_else(|| panic!("there is no `{label}` in:\n{}", self.out)).trim()
    }

    /// The number of requests, without the note about unanswered ones.
    fn requests(&self) -> &str {
        self.value("requests").split(' ').next().unwrap()
    }

    /// The statuses with their numbers, as in `200: 3, 404: 1`.
    fn statuses(&self) -> &str {
        self.value("statuses")
    }

    /// A row of the table of plugins: the numbers of answers and headers, and the report.
    fn share(&self, plugin: &str) -> (usize, usize, String) {
        let words: Vec<_> = self.value(plugin).split_whitespace().collect();
        let [answers, headers, report @ ..] = &words[..] else { panic!("{}", self.out) };
        (answers.parse().unwrap(), headers.parse().unwrap(), report.join(" "))
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
    let client = format!(r#""client":"10.1.1.1","token":"{token}""#);
    format!(r#"{{"at_ms":{at_ms},{client},"method":"{method}","path":"{path}"}}"#) + "\n"
}
