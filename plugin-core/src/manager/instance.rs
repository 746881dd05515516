//! The argument of `register`.

use std::sync::Arc;

use crate::plugin::Plugin;

/// A plugin or an [`Arc`] of one: the argument of
/// [`PluginManager::register`](crate::PluginManager::register).
///
/// ```
/// # use std::sync::Arc;
/// # use plugin_core::{Plugin, PluginManager, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self); }
/// # #[derive(Plugin, Default)]
/// # struct Polite;
/// # #[derive(Plugin, Default)]
/// # struct Curt;
/// # let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(Polite)?.expect_active();
///
/// let shared = Arc::new(Curt);
/// manager.register(Arc::clone(&shared))?.expect_active();
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
pub trait IntoInstance {
    /// The type of the plugin.
    type Plugin: Plugin;

    /// Converts the argument into an instance.
    fn into_instance(self) -> Arc<Self::Plugin>;
}

impl<P: Plugin> IntoInstance for P {
    type Plugin = P;

    fn into_instance(self) -> Arc<P> {
        Arc::new(self)
    }
}

impl<P: Plugin> IntoInstance for Arc<P> {
    type Plugin = P;

    fn into_instance(self) -> Self {
        self
    }
}
