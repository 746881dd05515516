//! A file of the user's that cannot be read.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::Path;

/// Which one, and why.
#[derive(Debug)]
pub(crate) struct Unreadable {
    name: String,
    source: io::Error,
}

impl Unreadable {
    pub(crate) fn file(file: &Path, source: io::Error) -> Self {
        Self { name: format!("`{}`", file.display()), source }
    }

    pub(crate) fn standard_input(source: io::Error) -> Self {
        Self { name: "standard input".to_owned(), source }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read {}: {}", self.name, self.source)
    }
}

impl Error for Unreadable {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}
