//! What a plugin says of others: whom it requires, with whom it does not go, what it provides, and
//! what the host is to give to it.

use std::fmt;

use semver::{Version, VersionReq};

use super::source::version;
use super::type_key::TypeKey;

/// One of the lists that `#[plugin(..)]` may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// `requires(..)`
    Requires(&'static [Requirement]),
    /// `optional(..)`
    Optional(&'static [Requirement]),
    /// `conflicts(..)`
    Conflicts(&'static [Requirement]),
    /// `provides(..)`
    Provides(&'static [Capability]),
    /// `contract = ".."`
    Contract(&'static str),
    /// `needs(..)`
    Needs(&'static [TypeKey]),
    /// `config = ..`
    Config(TypeKey),
}

/// A plugin or a capability that a plugin speaks of, and which versions it means: `"session ^1.2"`.
///
/// Versions match as in Cargo: `1.2` is `^1.2`, `^0.3` takes no `0.4`, build metadata does not
/// count, and a pre-release matches only if the requirement names one of the same version. Without
/// a version, every version matches, pre-releases too.
///
/// ```
/// use plugin_core::Plugin;
///
/// #[derive(Plugin, Default)]
/// #[plugin(requires("session ^1.2", "clock"))]
/// struct Auth;
///
/// let [session, clock] = Auth::info().requires() else { panic!() };
/// assert_eq!(session.to_string(), "session ^1.2");
/// assert!(session.matches(&"1.3.0+linux".parse().unwrap()));
/// assert!(!session.matches(&"1.3.0-rc.1".parse().unwrap()));
/// assert!(clock.matches(&"0.1.0-alpha".parse().unwrap()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requirement {
    pub(crate) id: &'static str,
    pub(crate) version: Option<&'static str>,
}

impl Requirement {
    /// The id of a plugin, or a capability.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Which versions are meant; `None` for all.
    ///
    /// # Panics
    ///
    /// Never: the macro checks the literal.
    pub fn version(&self) -> Option<VersionReq> {
        self.version.map(requirement)
    }

    /// Whether this version is among those that are meant.
    pub fn matches(&self, version: &Version) -> bool {
        self.version().is_none_or(|required| required.matches(version))
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        named(f, self.id, self.version)
    }
}

/// What a plugin stands in for, beside its own id: `provides("auth-api 1.0")`.
///
/// ```
/// use plugin_core::Plugin;
///
/// #[derive(Plugin, Default)]
/// #[plugin(provides("auth-api 1.0", "login"))]
/// struct Auth;
///
/// let [api, login] = Auth::info().provides() else { panic!() };
/// assert_eq!(api.version().unwrap().to_string(), "1.0.0");
/// assert_eq!(login.version(), None); // that of the plugin
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capability {
    pub(crate) id: &'static str,
    pub(crate) version: Option<&'static str>,
}

impl Capability {
    /// Its name, formed like a [`PluginId`](super::PluginId).
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Its version; `None` if that is the version of the plugin.
    ///
    /// # Panics
    ///
    /// Never: the macro checks the literal.
    pub fn version(&self) -> Option<Version> {
        self.version.map(version)
    }
}

impl fmt::Display for Capability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        named(f, self.id, self.version)
    }
}

pub(super) fn requirement(text: &str) -> VersionReq {
    VersionReq::parse(text).expect("a requirement is checked when the plugin is compiled")
}

fn named(f: &mut fmt::Formatter<'_>, id: &str, version: Option<&str>) -> fmt::Result {
    match version {
        Some(version) => write!(f, "{id} {version}"),
        None => f.write_str(id),
    }
}
