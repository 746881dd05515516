//! The manager itself, and what its handles share.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::{Arc, Mutex, MutexGuard};

use super::candidate::Replacement;
use super::filters::Filters;
use super::injector::Injector;
use super::state::State;
use crate::hook::dispatch::DispatchTables;
use crate::info::HookSpecInfo;
use crate::isolate::Faults;
use crate::resolve::ResolvePolicy;
use crate::util::lock;

/// The plugins that take part, their order and their state.
///
/// Managers share nothing: each constructs its own instances of the plugins in the
/// [`Registry`](crate::Registry). A clone is another handle to the same manager.
///
/// Everything works through `&self`, from any thread, and from inside a hook call: no lock is
/// held while plugin code runs. A call goes to the plugins as they were when it began. A plugin
/// that needs the manager gets it as an argument:
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
///         plugins.register(part).expect("nobody else has this id").expect_active();
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
///     /// The first plugin with an answer wins.
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

/// What a manager is made of. All but the last two fields stay as they were built.
pub(super) struct Shared {
    /// The contract that the manager was made for.
    pub(super) contract: &'static HookSpecInfo,
    pub(super) filters: Filters,
    pub(super) policy: ResolvePolicy,
    /// In a manager that isolates its plugins.
    pub(super) faults: Option<Arc<Faults>>,
    pub(super) injector: Injector,
    /// The plugins that are registered in the place of linked ones, by id.
    pub(super) replacements: BTreeMap<String, Replacement>,
    /// Locked for a moment, never while plugin code runs. Locked before the gate of the tables is
    /// closed.
    pub(super) state: Mutex<State>,
    pub(super) tables: DispatchTables,
}

impl PluginManager {
    pub(super) fn new_shared(shared: Shared) -> Self {
        Self { shared: Arc::new(shared) }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.shared.state)
    }
}

// A panic that passes through a call or a registration leaves a manager as it was before: no lock is
// held while plugin code runs.
impl UnwindSafe for PluginManager {}

impl RefUnwindSafe for PluginManager {}

impl fmt::Debug for PluginManager {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PluginManager")
            .field("project", &self.shared.contract.project())
            .field("plugins", &self.state().plugins())
            .finish_non_exhaustive()
    }
}
