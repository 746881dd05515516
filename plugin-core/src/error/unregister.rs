//! Why a plugin was not unregistered or blocked.

use std::error::Error;
use std::fmt;

use super::dependent::Dependent;
use crate::info::PluginRef;

/// Why a plugin was not unregistered or blocked: others that are registered require it.
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
/// let gone = manager.unregister_cascading("manners");
/// let ids: Vec<_> = gone.iter().map(|plugin| plugin.id().as_str()).collect();
/// assert_eq!(ids, ["polite", "manners"]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
///
/// Its `Debug` form is the report as well.
pub struct UnregisterError {
    plugin: PluginRef,
    dependents: Vec<Dependent>,
}

impl UnregisterError {
    pub(crate) fn new(plugin: PluginRef, dependents: Vec<Dependent>) -> Self {
        debug_assert!(!dependents.is_empty());
        Self { plugin, dependents }
    }

    /// The plugin that was to go.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// Those that require it, by id. Others may require these in turn.
    pub fn dependents(&self) -> &[Dependent] {
        &self.dependents
    }
}

impl fmt::Display for UnregisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plugin {} is still required", self.plugin)?;
        for dependent in &self.dependents {
            write!(f, "\n    by {dependent}")?;
        }
        f.write_str(
            "\n    help: let those go first, or all together: `unregister_cascading`, \
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
