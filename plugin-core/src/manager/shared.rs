//! The manager, and the data that its handles share.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::{Arc, Mutex, MutexGuard, Weak};

use super::candidate::Replacement;
use super::filters::Filters;
use super::injector::Injector;
use super::state::State;
use crate::hook::dispatch::DispatchTables;
use crate::info::HookSpecInfo;
use crate::isolate::Faults;
use crate::resolve::ResolvePolicy;
use crate::util::lock;

/// Registers plugins and calls their hooks.
///
/// Managers share nothing: each constructs its own instances of the plugins in the
/// [`Registry`](crate::Registry). A clone is another handle to the same manager.
///
/// All methods take `&self`. They can be called from any thread, and from within a hook call,
/// because no lock is held while plugin code runs. A call goes to the plugins that were registered
/// when it began. A plugin that needs the manager gets it as an argument. If it stores the manager,
/// it must store a [`WeakPluginManager`]:
///
/// ```
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
///
/// #[hookspec]
/// pub trait GatewayHooks {
///     fn on_startup(&self, plugins: &PluginManager);
/// }
///
/// #[derive(Plugin, Default)]
/// struct Bundle;
///
/// #[derive(Plugin)]
/// #[plugin(manual)]
/// struct Part {
///     name: String,
/// }
///
/// #[hookimpl]
/// impl GatewayHooks for Bundle {
///     fn on_startup(&self, plugins: &PluginManager) {
///         let part = Part { name: "first".to_owned() };
///         plugins.register(part).expect("no other plugin has this id").expect_active();
///     }
/// }
///
/// let manager = PluginManager::new::<dyn GatewayHooks>();
/// manager.register(Bundle)?.expect_active();
/// manager.hook::<dyn GatewayHooks>().on_startup(&manager);
/// assert_eq!(manager.get_as::<Part>().unwrap().name, "first");
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
///
/// # Example
///
/// ```standalone_crate
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
///
/// #[hookspec]
/// pub trait GatewayHooks {
///     /// The first plugin that returns `Some` decides.
///     #[hookspec(firstresult)]
///     fn authenticate(&self, token: &str) -> Option<String>;
/// }
///
/// #[derive(Plugin, Default)]
/// struct Auth;
///
/// #[hookimpl]
/// impl GatewayHooks for Auth {
///     fn authenticate(&self, token: &str) -> Option<String> {
///         (token == "t0ken").then(|| "ada".to_owned())
///     }
/// }
///
/// let plugins = PluginManager::discover::<dyn GatewayHooks>()?;
/// let hooks = plugins.hook::<dyn GatewayHooks>();
/// assert_eq!(hooks.authenticate("t0ken").as_deref(), Some("ada"));
/// assert_eq!(hooks.authenticate("guess"), None);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Clone)]
pub struct PluginManager {
    pub(super) shared: Arc<Shared>,
}

/// The data of a manager. Only the last two fields change after the manager is built.
pub(super) struct Shared {
    /// The contract that the manager was made for.
    pub(super) contract: &'static HookSpecInfo,
    pub(super) filters: Filters,
    pub(super) policy: ResolvePolicy,
    /// `Some` in a manager that isolates its plugins.
    pub(super) faults: Option<Arc<Faults>>,
    pub(super) injector: Injector,
    /// The replacements of linked plugins, by id.
    pub(super) replacements: BTreeMap<String, Replacement>,
    /// Locked only briefly, never while plugin code runs. Must be locked before the gate of the
    /// tables is closed.
    pub(super) state: Mutex<State>,
    pub(super) tables: DispatchTables,
}

/// A handle to a manager that does not keep it alive, as [`Weak`] does for an [`Arc`].
///
/// A manager that holds a handle to itself is never dropped, and neither are its plugins. This
/// happens if a plugin stores a [`PluginManager`], or if an argument of a remembered historic call
/// contains one. Store a `WeakPluginManager` instead, and call [`upgrade`](Self::upgrade) where the
/// manager is needed.
///
/// ```
/// use plugin_core::manager::WeakPluginManager;
/// use plugin_core::{PluginManager, hookspec};
///
/// #[hookspec]
/// trait GatewayHooks {
///     #[hookspec(historic)]
///     fn on_startup(&self, plugins: WeakPluginManager);
/// }
///
/// let manager = PluginManager::new::<dyn GatewayHooks>();
/// let weak = manager.downgrade();
/// manager.hook::<dyn GatewayHooks>().on_startup(weak.clone());
/// assert!(weak.upgrade().is_some());
///
/// drop(manager);
/// assert!(weak.upgrade().is_none());
/// ```
#[derive(Clone)]
pub struct WeakPluginManager {
    shared: Weak<Shared>,
}

impl PluginManager {
    /// Returns a handle that does not keep this manager alive.
    #[must_use]
    pub fn downgrade(&self) -> WeakPluginManager {
        WeakPluginManager { shared: Arc::downgrade(&self.shared) }
    }

    pub(super) fn new_shared(shared: Shared) -> Self {
        Self { shared: Arc::new(shared) }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.shared.state)
    }
}

impl WeakPluginManager {
    /// Returns the manager, or `None` if it was dropped.
    #[must_use]
    pub fn upgrade(&self) -> Option<PluginManager> {
        self.shared.upgrade().map(|shared| PluginManager { shared })
    }
}

// A panic that unwinds through a call or a registration does not change a manager: no lock is held
// while plugin code runs.
impl UnwindSafe for PluginManager {}

impl RefUnwindSafe for PluginManager {}

impl UnwindSafe for WeakPluginManager {}

impl RefUnwindSafe for WeakPluginManager {}

impl fmt::Debug for PluginManager {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PluginManager")
            .field("project", &self.shared.contract.project())
            .field("plugins", &self.state().plugins())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for WeakPluginManager {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(WeakPluginManager)")
    }
}
