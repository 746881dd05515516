//! What a plugin says of others: whom it requires, with whom it does not go, what it provides, and
//! what the host is to give to it.

use std::fmt;

use semver::{Version, VersionReq};

use super::PluginInfo;
use crate::context::TypeKey;

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
        self.version.map(super::version)
    }
}

impl fmt::Display for Capability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        named(f, self.id, self.version)
    }
}

/// What the plugin says of others.
impl PluginInfo {
    pub(crate) fn has_relations(&self) -> bool {
        !self.relations.is_empty()
    }

    /// What must be there for the plugin to take part: `requires(..)`.
    pub fn requires(&self) -> &'static [Requirement] {
        self.relation(|it| if let Relation::Requires(list) = it { Some(list) } else { None })
    }

    /// What must have one of these versions if it is there: `optional(..)`.
    pub fn optional(&self) -> &'static [Requirement] {
        self.relation(|it| if let Relation::Optional(list) = it { Some(list) } else { None })
    }

    /// What must not be there: `conflicts(..)`.
    pub fn conflicts(&self) -> &'static [Requirement] {
        self.relation(|it| if let Relation::Conflicts(list) = it { Some(list) } else { None })
    }

    /// What the plugin stands in for, beside its own id: `provides(..)`.
    pub fn provides(&self) -> &'static [Capability] {
        self.relation(|it| if let Relation::Provides(list) = it { Some(list) } else { None })
    }

    /// Which versions the package of the host's contract must have: `contract = ".."`.
    ///
    /// ```
    /// # use plugin_core::Plugin;
    /// #[derive(Plugin, Default)]
    /// #[plugin(contract = "^2.1")]
    /// struct Auth;
    ///
    /// assert!(Auth::info().contract().unwrap().matches(&"2.4.0".parse().unwrap()));
    /// ```
    ///
    /// # Panics
    ///
    /// Never: the macro checks the literal.
    pub fn contract(&self) -> Option<VersionReq> {
        self.relations.iter().find_map(|it| match it {
            Relation::Contract(required) => Some(requirement(required)),
            _ => None,
        })
    }

    /// What the host must give to the plugin, by type: `needs(..)`. See
    /// [`Context`](crate::Context).
    pub fn needs(&self) -> &'static [TypeKey] {
        self.relation(|it| if let Relation::Needs(list) = it { Some(list) } else { None })
    }

    /// What the plugin's section of the configuration is read as: `config = ..`.
    ///
    /// ```
    /// # use plugin_core::Plugin;
    /// #[derive(Plugin, Default)]
    /// struct Health;
    ///
    /// assert!(Health::info().config().is_none());
    /// # #[cfg(feature = "config")]
    /// # {
    /// #[derive(Plugin)]
    /// #[plugin(init = Auth::new, config = Vec<String>)]
    /// struct Auth(Vec<String>);
    ///
    /// impl Auth {
    ///     fn new(tokens: Vec<String>) -> Self { Self(tokens) }
    /// }
    ///
    /// let config = Auth::info().config().unwrap();
    /// assert_eq!(config.as_str(), "alloc::vec::Vec<alloc::string::String>");
    /// # }
    /// ```
    pub fn config(&self) -> Option<TypeKey> {
        self.relations.iter().find_map(|it| match it {
            Relation::Config(type_name) => Some(*type_name),
            _ => None,
        })
    }

    /// The version in which it provides this: that of a capability, or its own.
    pub(crate) fn version_of(&self, id: &str) -> Version {
        let capability = self.provides().iter().find(|it| it.id() == id);
        capability.and_then(Capability::version).unwrap_or_else(|| self.version())
    }

    fn relation<T: 'static>(
        &self,
        list: impl Fn(Relation) -> Option<&'static [T]>,
    ) -> &'static [T] {
        self.relations.iter().copied().find_map(list).unwrap_or(&[])
    }
}

fn requirement(text: &str) -> VersionReq {
    VersionReq::parse(text).expect("a requirement is checked when the plugin is compiled")
}

fn named(f: &mut fmt::Formatter<'_>, id: &str, version: Option<&str>) -> fmt::Result {
    match version {
        Some(version) => write!(f, "{id} {version}"),
        None => f.write_str(id),
    }
}
