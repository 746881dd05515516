//! The recording: one request per line, as JSON; and the errors of broken lines.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read};
use std::path::Path;

use gateway_hooks::Request;
use serde::Deserialize;

use crate::unreadable::Unreadable;

/// The recording that comes with the program, embedded so that it is available in any directory.
const SHIPPED: &[u8] = include_bytes!("../requests.jsonl");

/// A recording. It is read to its end, because a progress bar needs the number of lines.
pub(crate) struct Input(Cow<'static, [u8]>);

/// A line that is not a request.
#[derive(Debug)]
pub(crate) struct BrokenLine {
    pub(crate) number: usize,
    pub(crate) reason: String,
}

/// A request as JSON.
#[derive(Deserialize)]
struct Record {
    at_ms: u64,
    client: String,
    method: String,
    path: String,
    token: Option<String>,
    body: Option<String>,
}

impl Input {
    pub(crate) fn shipped() -> Self {
        Self(SHIPPED.into())
    }

    /// Reads a file, or standard input if the name is `-`.
    pub(crate) fn read(file: &Path) -> Result<Self, Unreadable> {
        let mut bytes = Vec::new();
        if file == Path::new("-") {
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(Unreadable::standard_input)?;
        } else {
            bytes = std::fs::read(file).map_err(|source| Unreadable::file(file, source))?;
        }
        Ok(Self(bytes.into()))
    }

    pub(crate) fn line_count(&self) -> usize {
        self.0.trim_ascii_end().split(|byte| *byte == b'\n').count()
    }

    /// The requests with their line numbers, and the broken lines. Blank lines are ignored.
    pub(crate) fn requests(&self) -> impl Iterator<Item = Result<(usize, Request), BrokenLine>> {
        // Lines are split as bytes: a line that is not UTF-8 must not hide the others.
        let lines = (1..).zip(self.0.split(|byte| *byte == b'\n'));
        lines.filter(|(_, line)| !line.trim_ascii().is_empty()).map(|(number, line)| {
            let request = request(line).map_err(|reason| BrokenLine { number, reason })?;
            Ok((number, request))
        })
    }
}

fn request(line: &[u8]) -> Result<Request, String> {
    let text = str::from_utf8(line)
        .map_err(|error| format!("invalid UTF-8 at byte {}", error.valid_up_to() + 1))?;
    let record: Record = serde_json::from_str(text).map_err(|error| reason(&error))?;
    let Record { at_ms, client, method, path, token, body } = record;
    // These fields are printed: a line break in one would forge a line of the output.
    for (name, value) in [("client", &client), ("method", &method), ("path", &path)] {
        if value.is_empty() {
            return Err(format!("`{name}` is empty"));
        }
        if value.contains(char::is_control) {
            return Err(format!("`{name}` contains a control character"));
        }
    }
    if !path.starts_with('/') {
        return Err(format!("`path` must begin with `/`: `{path}`"));
    }
    let method = method.to_ascii_uppercase();
    Ok(Request { at_ms, client, method, path, token, user: None, body })
}

/// serde's message without its line number, which is always 1 here and would mislead.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rsplit_once(" at line ") {
        Some((reason, _)) => format!("{reason} (column {})", error.column()),
        None => text,
    }
}

impl fmt::Display for BrokenLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.number, self.reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &[u8] = br#"{"at_ms":7,"client":"a","method":"get","path":"/x","extra":[1]}"#;

    /// The reason why this line is not a request.
    fn broken(line: &[u8]) -> String {
        request(line).unwrap_err()
    }

    #[test]
    fn a_line_becomes_a_request() {
        let expected = Request { at_ms: 7, client: "a".to_owned(), ..Request::new("GET", "/x") };
        assert_eq!(request(GOOD), Ok(expected));
    }

    #[test]
    fn lines_are_numbered_whether_they_are_broken_or_not() {
        let input = Input([GOOD, b"\n\r\n{}\n  \n\xff\n", GOOD, b"\r\n"].concat().into());
        let read: Vec<_> = input
            .requests()
            .map(|line| line.map_or_else(|it| (it.number, false), |(number, _)| (number, true)))
            .collect();
        assert_eq!(read, [(1, true), (3, false), (5, false), (6, true)]);
    }

    #[test]
    fn the_reason_says_what_is_wrong_and_where() {
        assert_eq!(broken(b"{}"), "missing field `at_ms` (column 2)");
        assert_eq!(broken(b"{\"at_ms\":1"), "EOF while parsing an object (column 10)");
        assert_eq!(broken(b"{\"\xff"), "invalid UTF-8 at byte 3");
        let fields = |client: &str, path: &str| {
            let line =
                format!(r#"{{"at_ms":1,"client":"{client}","method":"GET","path":"{path}"}}"#);
            broken(line.as_bytes())
        };
        assert_eq!(fields("", "/"), "`client` is empty");
        assert_eq!(fields("a", "/\\n"), "`path` contains a control character");
        assert_eq!(fields("a", "x"), "`path` must begin with `/`: `x`");
    }
}
