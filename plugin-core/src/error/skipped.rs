//! A plugin that was skipped because it cannot work with the others.

use std::fmt;
use std::sync::Arc;

use super::problem::Problem;
use crate::info::PluginRef;

/// A plugin that was skipped because it cannot work with the other plugins, and the reason. See
/// [`ResolvePolicy::Skip`](crate::manager::ResolvePolicy::Skip).
///
/// ```standalone_crate
/// use plugin_core::manager::ResolvePolicy;
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// #[plugin(requires("manners ^1"))]
/// struct Polite;
/// # #[hookimpl]
/// # impl Greetings for Polite { fn greet(&self) -> String { "good day".to_owned() } }
/// # #[derive(Plugin, Default)]
/// # struct Curt;
/// # #[hookimpl]
/// # impl Greetings for Curt { fn greet(&self) -> String { "hi".to_owned() } }
///
/// let builder = PluginManager::builder::<dyn Greetings>();
/// let manager = builder.on_unresolved(ResolvePolicy::Skip).discover()?;
/// let [polite] = &manager.skipped()[..] else { panic!() };
/// assert_eq!(polite.plugin().id(), "polite");
/// assert!(polite.to_string().contains("requires `manners ^1`"));
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone)]
pub struct SkippedPlugin {
    plugin: PluginRef,
    reason: Arc<Problem>,
}

impl SkippedPlugin {
    pub(crate) fn new(plugin: PluginRef, reason: Arc<Problem>) -> Self {
        Self { plugin, reason }
    }

    /// The plugin.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// Why the plugin was skipped.
    pub fn reason(&self) -> &Problem {
        &self.reason
    }
}

/// Equal if it is the same plugin, skipped for the same reason. Problems are compared by their
/// reports.
impl PartialEq for SkippedPlugin {
    fn eq(&self, other: &Self) -> bool {
        self.plugin == other.plugin && self.reason.to_string() == other.reason.to_string()
    }
}

impl Eq for SkippedPlugin {}

impl fmt::Display for SkippedPlugin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { plugin, reason } = self;
        write!(f, "`{}` is skipped: {reason}", plugin.id())
    }
}
