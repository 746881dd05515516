//! Calls to all plugins except some.

use std::fmt;
use std::sync::{Arc, Mutex};

use super::shared::PluginManager;
use crate::hook::relay::{Hooks, RelayRef};
use crate::hook::spec::HookSpec;
use crate::util::lock;

/// Calls the hooks of `S` on all plugins except the excluded ones. Their wrappers are also
/// excluded. See [`PluginManager::subset_hook_caller`].
///
/// A subset follows its manager: plugins that are registered later are called, unless their id is
/// excluded. A call of a historic hook is remembered for all plugins, including the excluded ones.
/// A subset caches the last [`Hooks`] that it returned, which keep their plugins alive until
/// [`hook`](Self::hook) is called again.
///
/// ```
/// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// # #[derive(Plugin, Default)]
/// # struct Polite;
/// # #[hookimpl]
/// # impl Greetings for Polite { fn greet(&self) -> String { "good day".to_owned() } }
/// let manager = PluginManager::new::<dyn Greetings>();
/// let without_rude = manager.subset_hook_caller::<dyn Greetings>(["rude"]);
///
/// manager.register(Polite)?.expect_active();
/// assert_eq!(without_rude.hook().greet(), ["good day"]);
/// manager.register_as("rude", Polite)?.expect_active();
/// assert_eq!(without_rude.hook().greet(), ["good day"]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
pub struct Subset<S: HookSpec + ?Sized> {
    manager: PluginManager,
    excluded: Arc<[String]>,
    /// The last hooks, and the relay that they were made from.
    last: Mutex<Option<(RelayRef<S>, Hooks<S>)>>,
}

impl<S: HookSpec + ?Sized> Subset<S> {
    pub(super) fn new(manager: PluginManager, excluded: Arc<[String]>) -> Self {
        Self { manager, excluded, last: Mutex::new(None) }
    }

    /// The hooks as of this moment, without the excluded plugins.
    pub fn hook(&self) -> Hooks<S> {
        let last = lock(&self.last).clone();
        let (subset, made_from) = self.manager.shared.tables.with::<S, _>(|table| match last {
            Some((made_from, subset)) if made_from.is_of(table.relay()) => (subset, None),
            _ => (table.excluding(&self.excluded), Some(table.relay().downgrade())),
        });
        if let Some(made_from) = made_from {
            let last = lock(&self.last).replace((made_from, subset.clone()));
            // Dropped outside of the lock, because a plugin may be dropped with it.
            drop(last);
        }
        subset
    }

    /// The ids of the excluded plugins.
    pub fn excluded(&self) -> impl Iterator<Item = &str> {
        self.excluded.iter().map(String::as_str)
    }
}

impl<S: HookSpec + ?Sized> fmt::Debug for Subset<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subset")
            .field("hookspec", &S::INFO.name())
            .field("excluded", &self.excluded)
            .finish_non_exhaustive()
    }
}
