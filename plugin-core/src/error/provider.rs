//! A plugin that meets, or nearly meets, a requirement.

use std::fmt;

use semver::Version;

use crate::info::PluginRef;

/// A plugin that has an id or provides a capability, and in which version.
///
/// ```
/// use plugin_core::{Plugin, PluginManager, Problem, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// #[plugin(provides("manners 1.0"))]
/// struct OldSchool;
///
/// #[derive(Plugin, Default)]
/// #[plugin(requires("manners ^2"))]
/// struct Polite;
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(OldSchool)?.expect_active();
/// let error = manager.register(Polite).err().unwrap();
/// let [Problem::WrongVersion { found, .. }] = error.problems() else { panic!("{error}") };
/// assert_eq!(found[0].plugin().id(), "old-school");
/// assert_eq!(found[0].version().to_string(), "1.0.0");
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    plugin: PluginRef,
    version: Version,
}

impl Provider {
    pub(crate) fn new(plugin: PluginRef, version: Version) -> Self {
        Self { plugin, version }
    }

    /// The plugin.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// The version in which it provides what was asked for.
    pub fn version(&self) -> &Version {
        &self.version
    }
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { plugin, version } = self;
        if plugin.info().version() == *version {
            return plugin.fmt(f);
        }
        write!(f, "{version}, provided by {plugin}")
    }
}
