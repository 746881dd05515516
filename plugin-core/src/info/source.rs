//! Where an item comes from: its Cargo package and its source location.

use std::fmt;

use semver::Version;

/// The Cargo package that an item was compiled in, as the manifest describes it.
///
/// ```
/// # use plugin_core::Plugin;
/// # #[derive(Plugin, Default)]
/// # struct Auth;
/// let package = Auth::info().package();
/// assert_eq!(package.name(), "plugin-core");
/// assert_eq!(package.license(), "MIT OR Apache-2.0");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Package {
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
    pub(crate) authors: &'static str,
    pub(crate) license: &'static str,
    pub(crate) repository: &'static str,
}

impl Package {
    /// `package.name`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// `package.version`, as written.
    pub const fn version(&self) -> &'static str {
        self.version
    }

    pub(crate) fn parsed_version(&self) -> Version {
        version(self.version)
    }

    /// `package.authors`; empty if the manifest has none.
    pub fn authors(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.authors.split(':').filter(|author| !author.is_empty())
    }

    /// `package.license`; empty if the manifest has none.
    pub const fn license(&self) -> &'static str {
        self.license
    }

    /// `package.repository`; empty if the manifest has none.
    pub const fn repository(&self) -> &'static str {
        self.repository
    }
}

impl fmt::Display for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "package `{}` {}", self.name, self.version)
    }
}

/// A source location: that of the attribute that a plugin, a hookspec or a hookimpl begins with.
///
/// ```
/// # use plugin_core::Plugin;
/// # #[derive(Plugin, Default)]
/// # struct Auth;
/// let location = Auth::info().location();
/// assert_eq!(location.to_string(), format!("{}:{}", location.file(), location.line()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    pub(crate) module: &'static str,
    pub(crate) file: &'static str,
    pub(crate) line: u32,
}

impl Location {
    /// The path of the module, beginning with the name of the crate.
    pub const fn module(&self) -> &'static str {
        self.module
    }

    /// The path of the file, as the compiler received it.
    pub const fn file(&self) -> &'static str {
        self.file
    }

    /// The line, counted from 1.
    pub const fn line(&self) -> u32 {
        self.line
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// Parses a version, or returns 0.0.0. The macro checks literals, and Cargo checks manifests. But a
/// build system other than Cargo may set the environment variables of the build to any text.
pub(super) fn version(text: &str) -> Version {
    Version::parse(text).unwrap_or(Version::new(0, 0, 0))
}
