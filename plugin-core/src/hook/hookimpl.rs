//! One plugin's implementation of one hook.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use super::constraints::OrderNode;
use super::order::Rank;
use crate::info::{HookImplInfo, HookInfo};
use crate::isolate::{Phase, PluginFaults, contain};
use crate::registered::{Instance, RegisteredPlugin};

/// A hookimpl in the table that `#[hookimpl]` writes for a type of plugin, which it does not name:
/// whatever reads the table is compiled once for all plugins.
#[allow(missing_debug_implementations, missing_docs, reason = "named by generated code only")]
pub struct Decl<S: ?Sized> {
    pub info: HookImplInfo,
    /// Which of the plugin's implementations of the hook it is: 0 for the method of the hook's name,
    /// another for one under a `specname`.
    pub number: usize,
    /// What to call for it: the plugin itself, or a view of it for a hook that it implements more
    /// than once. Panics when the instance is of another type.
    pub implementation: fn(&Instance) -> Arc<S>,
}

/// The hookimpls of the plugin type `Self` for the hookspec `S`. Implemented by `#[hookimpl]`.
pub trait HookImpls<S: ?Sized + 'static>: Sized + 'static {
    /// In the order of their declaration.
    const TABLE: &'static [Decl<S>];

    /// Whether an instance does not implement a hook, though its type could.
    const LEAVES_OUT: Option<LeavesOut> = None;
}

/// A table, and what else is to be known of the hookimpls in it.
pub(crate) struct ImplTable<S: ?Sized + 'static> {
    pub(crate) hookimpls: &'static [Decl<S>],
    pub(crate) leaves_out: Option<LeavesOut>,
}

/// Tells it of a hook by its index.
pub type LeavesOut = fn(&(dyn Any + Send + Sync), usize) -> bool;

/// One plugin's implementation of one hook of the hookspec `S`, in a manager.
///
/// Reached through the relay's field of the same name as the hook, for hosts that need to know
/// who answered, or that write a loop of their own:
///
/// ```
/// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// # #[derive(Plugin, Default)]
/// # struct Polite;
/// # #[hookimpl]
/// # impl Greetings for Polite { fn greet(&self) -> String { "good day".to_owned() } }
/// # let manager = PluginManager::new::<dyn Greetings>();
/// # manager.register(Polite)?.expect_active();
/// let hooks = manager.hook::<dyn Greetings>();
/// for hookimpl in hooks.greet.hookimpls() {
///     if let Some(implementation) = hookimpl.implementation() {
///         println!("{} says {}", hookimpl.plugin().id(), implementation.greet());
///     }
/// }
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
pub struct HookImpl<S: ?Sized> {
    // Before the plugin: that is what an instance ends with, in a manager that contains what its
    // `Drop` does.
    pub(crate) implementation: Arc<S>,
    pub(crate) plugin: RegisteredPlugin,
    pub(crate) info: &'static HookImplInfo,
    /// When it joined its hook, counted by the manager.
    pub(crate) joined: u64,
}

impl<S: ?Sized> HookImpl<S> {
    /// The plugin that it belongs to.
    pub fn plugin(&self) -> &RegisteredPlugin {
        &self.plugin
    }

    /// Its options and where it is written.
    pub fn info(&self) -> &'static HookImplInfo {
        self.info
    }

    /// What implements the hook: its method of the hook's name runs this hookimpl. `None` for a
    /// wrapper, which is called by the relay only.
    pub fn implementation(&self) -> Option<&S> {
        (!self.info.is_wrapper()).then_some(&*self.implementation)
    }

    /// Calls it; `None` if it panicked and its plugin is isolated, or if that is out of service.
    pub(crate) fn contained<T>(
        &self,
        hook: &'static HookInfo,
        call: impl FnOnce() -> T,
    ) -> Option<T> {
        let (mut call, mut answer) = (Some(call), None);
        let call = &mut || answer = call.take().map(|call| call());
        match self.plugin.faults() {
            None => call(),
            Some(faults) => contained(faults, &self.plugin, self.info, hook, call),
        }
        answer
    }

    pub(crate) fn node(&self) -> OrderNode {
        OrderNode { plugin: self.plugin.plugin_ref().clone(), info: self.info }
    }

    pub(crate) fn rank(&self) -> Rank {
        Rank::new(self.info.kind, self.info.precedence, self.joined)
    }
}

/// Calls a hookimpl of a plugin that is isolated. It does not know of which hookspec it is, so that it
/// is compiled once.
fn contained(
    faults: &PluginFaults,
    plugin: &RegisteredPlugin,
    info: &'static HookImplInfo,
    hook: &'static HookInfo,
    call: &mut dyn FnMut(),
) {
    if faults.is_suspended() {
        return;
    }
    match contain(call) {
        Ok(()) => {}
        Err(panic) if panic.is_raised_by_host() => panic.pass(),
        Err(panic) => {
            faults.record(plugin.plugin_ref().clone(), Phase::Call(hook), Some(info), panic);
        }
    }
}

impl<S: ?Sized> Clone for HookImpl<S> {
    fn clone(&self) -> Self {
        Self {
            plugin: self.plugin.clone(),
            info: self.info,
            implementation: Arc::clone(&self.implementation),
            joined: self.joined,
        }
    }
}

impl<S: ?Sized> fmt::Debug for HookImpl<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HookImpl")
            .field("plugin", self.plugin.id())
            .field("info", self.info)
            .finish_non_exhaustive()
    }
}

/// The panic of a hook that was called on a plugin which leaves it out.
///
/// Calls through a relay never get here: they ask only those that implement the hook.
///
/// # Panics
///
/// Always.
#[cold]
#[track_caller]
pub fn not_implemented(hook: &str) -> ! {
    panic!(
        "hook `{hook}` was called on a plugin that leaves it out, or only wraps it: hooks are \
         called on a relay"
    )
}
