//! Why a plugin was not unregistered or blocked.

use std::error::Error;
use std::fmt;

use super::dependent::Dependent;
use crate::info::PluginRef;

/// Why a plugin was not unregistered or blocked: other registered plugins require it.
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
/// #[plugin(requires("manners"))]
/// struct Polite;
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(Manners)?.expect_active();
/// manager.register(Polite)?.expect_active();
///
/// let error = manager.block("manners").unwrap_err();
/// assert!(error.to_string().contains("`polite`"));
/// assert!(!manager.is_blocked("manners"));
///
/// let unregistered = manager.unregister_cascading("manners");
/// let ids: Vec<_> = unregistered.iter().map(|plugin| plugin.id().as_str()).collect();
/// assert_eq!(ids, ["polite", "manners"]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
///
/// Its `Debug` form is the same report as its `Display` form.
pub struct UnregisterError {
    plugin: PluginRef,
    dependents: Vec<Dependent>,
}

impl UnregisterError {
    pub(crate) fn new(plugin: PluginRef, dependents: Vec<Dependent>) -> Self {
        debug_assert!(!dependents.is_empty());
        Self { plugin, dependents }
    }

    /// The plugin that was to be unregistered.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// The registered plugins that require it, sorted by id. Other plugins may require these in
    /// turn.
    pub fn dependents(&self) -> &[Dependent] {
        &self.dependents
    }
}

impl fmt::Display for UnregisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plugin {} cannot be unregistered: other plugins require it", self.plugin)?;
        for dependent in &self.dependents {
            write!(f, "\n    {dependent}")?;
        }
        f.write_str(
            "\n    help: unregister these plugins first, or all together: `unregister_cascading`, \
             `block_cascading`",
        )
    }
}

impl fmt::Debug for UnregisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for UnregisterError {}
