//! Where something was compiled: its Cargo package, and its place in the source code.

use std::fmt;

use semver::Version;

/// The Cargo package that something was compiled in, as its manifest describes it.
///
/// ```
/// # use plugin_core::Plugin;
/// # #[derive(Plugin, Default)]
/// # struct Auth;
/// let package = Auth::info().package();
/// assert_eq!(package.name(), "plugin-core");
/// assert_eq!(package.license(), "MIT OR Apache-2.0");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
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

    /// `package.authors`; empty where the manifest names none.
    pub fn authors(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.authors.split(':').filter(|author| !author.is_empty())
    }

    /// `package.license`; empty where the manifest names none.
    pub const fn license(&self) -> &'static str {
        self.license
    }

    /// `package.repository`; empty where the manifest names none.
    pub const fn repository(&self) -> &'static str {
        self.repository
    }
}

impl fmt::Display for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "package `{}` {}", self.name, self.version)
    }
}

/// A place in source code: the attribute that a plugin, a hookspec or a hookimpl begins with.
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
    /// The path of the module, beginning with the crate's name.
    pub const fn module(&self) -> &'static str {
        self.module
    }

    /// The file, as the compiler was given it.
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

/// A literal is checked when it is compiled, and a manifest by Cargo; others may have set the
/// variables of the build.
pub(super) fn version(text: &str) -> Version {
    Version::parse(text).unwrap_or(Version::new(0, 0, 0))
}
