//! A plugin that meets a requirement, or would meet it in another version.

use std::fmt;

use semver::Version;

use crate::info::{Capability, PluginRef};

/// A plugin that has an id or provides a capability, and the version in which it does.
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
/// assert!(found[0].is_registered());
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    plugin: PluginRef,
    /// `None` if the id of the plugin is required.
    capability: Option<&'static Capability>,
    is_registered: bool,
}

impl Provider {
    pub(crate) fn new(
        plugin: PluginRef,
        capability: Option<&'static Capability>,
        is_registered: bool,
    ) -> Self {
        Self { plugin, capability, is_registered }
    }

    /// The plugin.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// The version of the id or capability that the plugin provides.
    pub fn version(&self) -> Version {
        let of_capability = self.capability.and_then(Capability::version);
        of_capability.unwrap_or_else(|| self.plugin.info().version())
    }

    /// Whether the plugin was registered when the problem was found. Otherwise it was a candidate:
    /// one of the plugins that were to be registered.
    pub fn is_registered(&self) -> bool {
        self.is_registered
    }
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (plugin, version) = (&self.plugin, self.version());
        if plugin.info().version() == version {
            return plugin.fmt(f);
        }
        write!(f, "{version}, provided by {plugin}")
    }
}
