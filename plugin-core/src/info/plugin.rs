//! The constant facts of a plugin type.

use std::fmt;

use semver::{Version, VersionReq};

use super::relations::{Capability, Relation, Requirement, requirement};
use super::source::{Location, Package, version};
use super::type_key::TypeKey;

/// The constant facts of a plugin type, which are known before any of its code runs.
/// `#[derive(Plugin)]` collects them.
///
/// ```
/// use plugin_core::Plugin;
///
/// #[derive(Plugin, Default)]
/// #[plugin(id = "auth", version = "1.4.0-rc.1")]
/// struct Auth;
///
/// let info = Auth::info();
/// assert_eq!(info.version(), "1.4.0-rc.1".parse().unwrap());
/// assert_eq!(info.package().name(), "plugin-core"); // where this example is compiled
/// assert_eq!(info.to_string(), "plugin `auth` 1.4.0-rc.1");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PluginInfo {
    pub(crate) id: &'static str,
    pub(crate) type_name: &'static str,
    pub(crate) version: &'static str,
    pub(crate) description: &'static str,
    pub(crate) package: Package,
    pub(crate) location: Location,
    /// Whether the type is generic. A generic type cannot be in the registry.
    pub(crate) is_generic: bool,
    pub(crate) relations: &'static [Relation],
}

impl PluginInfo {
    /// The id under which the plugin is registered unless the host chooses another: `id = ".."`, or
    /// by default the name of the type in kebab-case.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The name of the type, without its path.
    pub const fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// The version of the plugin: `version = ".."`, or by default the version of its package. It is
    /// 0.0.0 if a build system other than Cargo gave the package a version that is not SemVer.
    pub fn version(&self) -> Version {
        version(self.version)
    }

    /// The first paragraph of the type's doc comment. Empty if the type has no doc comment.
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// The Cargo package that the plugin was compiled in.
    pub const fn package(&self) -> &Package {
        &self.package
    }

    /// The source location of the plugin type.
    pub const fn location(&self) -> &Location {
        &self.location
    }
}

impl fmt::Display for PluginInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plugin `{}` {}", self.id, self.version)
    }
}

/// The relations of the plugin to other plugins and to the host.
impl PluginInfo {
    pub(crate) fn has_relations(&self) -> bool {
        !self.relations.is_empty()
    }

    /// The plugins and capabilities that the plugin requires: `requires(..)`.
    pub fn requires(&self) -> &'static [Requirement] {
        self.relation(|it| if let Relation::Requires(list) = it { Some(list) } else { None })
    }

    /// The optional requirements: `optional(..)`. Each must be met only if a plugin with this id or
    /// capability is registered.
    pub fn optional(&self) -> &'static [Requirement] {
        self.relation(|it| if let Relation::Optional(list) = it { Some(list) } else { None })
    }

    /// The plugins and capabilities that the plugin conflicts with: `conflicts(..)`.
    pub fn conflicts(&self) -> &'static [Requirement] {
        self.relation(|it| if let Relation::Conflicts(list) = it { Some(list) } else { None })
    }

    /// The capabilities that the plugin provides: `provides(..)`.
    pub fn provides(&self) -> &'static [Capability] {
        self.relation(|it| if let Relation::Provides(list) = it { Some(list) } else { None })
    }

    /// The required version of the package that has the host's contract: `contract = ".."`.
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

    /// The types of the values that the host must provide to the plugin: `needs(..)`. See
    /// [`Context`](crate::Context).
    pub fn needs(&self) -> &'static [TypeKey] {
        self.relation(|it| if let Relation::Needs(list) = it { Some(list) } else { None })
    }

    /// The type as which the plugin's section of the configuration is read: `config = ..`.
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
            Relation::Config(type_key) => Some(*type_key),
            _ => None,
        })
    }

    /// The version of an id or capability that the plugin provides: the version of the capability,
    /// or by default the version of the plugin.
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
