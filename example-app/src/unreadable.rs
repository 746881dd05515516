//! The error of a file that cannot be read.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::Path;

/// The file, and the reason.
#[derive(Debug)]
pub(crate) struct Unreadable {
    name: String,
    source: io::Error,
    help: &'static str,
}

impl Unreadable {
    pub(crate) fn file(file: &Path, source: io::Error) -> Self {
        let name = format!("`{}`", file.display());
        Self { name, source, help: "pass the path of a file that exists and may be read" }
    }

    pub(crate) fn standard_input(source: io::Error) -> Self {
        let name = "standard input".to_owned();
        Self { name, source, help: "pipe a recording into the program, or pass a file" }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, source, help } = self;
        write!(f, "cannot read {name}: {source}\n    help: {help}")
    }
}

impl Error for Unreadable {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}
