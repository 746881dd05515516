//! A plugin that requires another.

use std::fmt;

use crate::info::{PluginRef, Requirement};

/// A plugin that requires another, and the requirement that it declares.
///
/// Its `Display` form is the plugin, with its package and source line, and the requirement.
///
/// ```
/// use plugin_core::{Plugin, PluginManager, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// struct Manners;
///
/// #[derive(Plugin, Default)]
/// #[plugin(requires("manners >=0.1"))]
/// struct Polite;
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(Manners)?.expect_active();
/// manager.register(Polite)?.expect_active();
/// let error = manager.unregister("manners").unwrap_err();
/// let [polite] = error.dependents() else { panic!("{error}") };
/// assert_eq!(polite.plugin().id(), "polite");
/// assert_eq!(polite.requirement().to_string(), "manners >=0.1");
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependent {
    plugin: PluginRef,
    requirement: &'static Requirement,
}

impl Dependent {
    pub(crate) fn new(plugin: PluginRef, requirement: &'static Requirement) -> Self {
        Self { plugin, requirement }
    }

    /// The plugin that requires another.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// The requirement.
    pub fn requirement(&self) -> &'static Requirement {
        self.requirement
    }
}

impl fmt::Display for Dependent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { plugin, requirement } = self;
        write!(f, "{plugin} requires `{requirement}`")
    }
}
