//! A plugin before it is constructed: what is reported of it, and what is resolved.

use std::fmt;

use super::id::PluginId;
use super::plugin::PluginInfo;
use super::relations::Capability;

/// A plugin before it is constructed: the id that it is to take, and what is known of its type.
///
/// Shown, it is the plugin's id and version, its package and the line of its declaration.
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
#[derive(Clone, PartialEq, Eq)]
pub struct PluginRef {
    id: PluginId,
    info: &'static PluginInfo,
}

impl PluginRef {
    pub(crate) fn new(id: PluginId, info: &'static PluginInfo) -> Self {
        Self { id, info }
    }

    /// The id that it is to take, or has.
    pub fn id(&self) -> &PluginId {
        &self.id
    }

    /// What is known of its type.
    pub fn info(&self) -> &'static PluginInfo {
        self.info
    }

    /// Its id, and what it provides.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let own: &str = self.id.as_str();
        let provided = self.info.provides().iter().map(|it: &Capability| -> &str { it.id() });
        [own].into_iter().chain(provided)
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
