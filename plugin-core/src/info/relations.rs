//! The relations of a plugin to other plugins and to its host: requirements, conflicts,
//! capabilities, and the values that it needs from the host.

use std::fmt;

use semver::{Version, VersionReq};

use super::source::version;
use super::type_key::TypeKey;

/// One of the relations that `#[plugin(..)]` may declare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// A plugin id or a capability, and the versions of it that match: `"session ^1.2"`.
///
/// Versions match as in Cargo: `1.2` means `^1.2`, `^0.3` does not match `0.4`, build metadata is
/// ignored, and a pre-release matches only if the requirement names a pre-release of the same
/// version. A requirement without a version matches every version, including pre-releases.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Requirement {
    pub(crate) id: &'static str,
    pub(crate) version: Option<&'static str>,
}

impl Requirement {
    /// The id of a plugin, or the name of a capability.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The versions that match; `None` if every version matches.
    ///
    /// # Panics
    ///
    /// Never: the macro checks the literal.
    pub fn version(&self) -> Option<VersionReq> {
        self.version.map(requirement)
    }

    /// Whether this version matches.
    pub fn matches(&self, version: &Version) -> bool {
        self.version().is_none_or(|required| required.matches(version))
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        name_and_version(f, self.id, self.version)
    }
}

/// A capability that a plugin provides: `provides("auth-api 1.0")`. Other plugins can require it in
/// the same way as an id.
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
/// assert_eq!(login.version(), None); // the version of the plugin
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Capability {
    pub(crate) id: &'static str,
    pub(crate) version: Option<&'static str>,
}

impl Capability {
    /// The name of the capability. It follows the rule of [`PluginId`](super::PluginId).
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The version of the capability; `None` if it is the version of the plugin.
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
        name_and_version(f, self.id, self.version)
    }
}

pub(super) fn requirement(text: &str) -> VersionReq {
    VersionReq::parse(text).expect("the macro checks requirements")
}

fn name_and_version(f: &mut fmt::Formatter<'_>, id: &str, version: Option<&str>) -> fmt::Result {
    match version {
        Some(version) => write!(f, "{id} {version}"),
        None => f.write_str(id),
    }
}
