//! A plugin as an id and the facts of its type. Resolving and reports use it.

use std::fmt;

use super::id::PluginId;
use super::plugin::PluginInfo;
use super::relations::{Capability, Requirement};

/// Refers to a plugin by its id and the facts of its type, whether or not the plugin is
/// constructed.
///
/// The `Display` form has the plugin's id and version, its package and its source line.
///
/// ```
/// # use plugin_core::{Plugin, PluginManager, Problem, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// #[plugin(requires("manners ^1"))]
/// struct Polite;
///
/// # let manager = PluginManager::new::<dyn Greetings>();
/// let error = manager.register(Polite).err().unwrap();
/// let [Problem::Missing { plugin, .. }] = error.problems() else { panic!("{error}") };
/// assert_eq!(plugin.id(), "polite");
/// assert!(plugin.to_string().starts_with("`polite` 0.1.0 (package `plugin-core` 0.1.0, "));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PluginRef {
    id: PluginId,
    info: &'static PluginInfo,
}

impl PluginRef {
    pub(crate) fn new(id: PluginId, info: &'static PluginInfo) -> Self {
        Self { id, info }
    }

    /// The id under which the plugin is registered, or is to be registered.
    pub fn id(&self) -> &PluginId {
        &self.id
    }

    /// The facts of the plugin's type.
    pub fn info(&self) -> &'static PluginInfo {
        self.info
    }

    /// The id, and the names of the capabilities that the plugin provides.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let own: &str = self.id.as_str();
        let provided = self.info.provides().iter().map(|it: &Capability| -> &str { it.id() });
        [own].into_iter().chain(provided)
    }

    /// Whether the plugin meets the requirement, by its id or by a capability.
    pub(crate) fn meets(&self, requirement: &Requirement) -> bool {
        let id = requirement.id();
        self.names().any(|name| name == id) && requirement.matches(&self.info.version_of(id))
    }
}

impl fmt::Debug for PluginRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.id, self.info.version)
    }
}

impl fmt::Display for PluginRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, info } = self;
        let (package, location) = (info.package(), info.location());
        write!(f, "`{id}` {} ({package}, {location})", info.version)
    }
}
