//! One plugin's implementation of one hook.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use super::constraints::OrderNode;
use super::order::Rank;
use crate::info::{HookImplInfo, HookInfo};
use crate::isolate::{Phase, PluginFaults, contain};
use crate::registered::{Instance, RegisteredPlugin};

/// A hookimpl in the table that `#[hookimpl]` writes for a plugin type. The table does not name the
/// plugin type, so code that reads it is compiled once for all plugins.
#[allow(missing_debug_implementations, missing_docs, reason = "named by generated code only")]
pub struct Decl<S: ?Sized> {
    pub info: HookImplInfo,
    /// The number of the hookimpl among the plugin's hookimpls of the hook: 0 for the method with
    /// the hook's name, other numbers for methods with a `specname`.
    pub number: usize,
    /// Returns the object to call: the plugin itself, or a view of it for a hook that it implements
    /// more than once. Panics if the instance is of another type.
    pub implementation: fn(&Instance) -> Arc<S>,
}

/// The hookimpls of the plugin type `Self` for the hookspec `S`.
///
/// Only `#[hookimpl]` implements this trait. Do not implement it by hand.
pub trait HookImpls<S: ?Sized + 'static>: Sized + 'static {
    /// The hookimpls, in declaration order.
    const TABLE: &'static [Decl<S>];

    /// Returns whether an instance omits a hook that its type could implement. `None` if
    /// instances implement every hook in the table.
    const OMITS_HOOK: Option<OmitsHook> = None;
}

/// A table of hookimpls, and the check whether an instance omits one.
pub(crate) struct ImplTable<S: ?Sized + 'static> {
    pub(crate) hookimpls: &'static [Decl<S>],
    pub(crate) omits_hook: Option<OmitsHook>,
}

/// Returns whether an instance omits the hook with this index.
pub type OmitsHook = fn(&(dyn Any + Send + Sync), usize) -> bool;

/// One registered plugin's implementation of one hook of the hookspec `S`.
///
/// The field of [`Hooks`](crate::Hooks) with the name of the hook lists them. A host uses them if
/// it needs to know which plugin returned which result, or if it writes a loop of its own:
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
    // Dropped before `plugin`. The instance is then dropped with its registration, which contains a
    // panic of its `Drop`.
    pub(crate) implementation: Arc<S>,
    pub(crate) plugin: RegisteredPlugin,
    pub(crate) info: &'static HookImplInfo,
    /// The number that the manager gave it when it joined: newer hookimpls have higher numbers.
    pub(crate) joined: u64,
}

impl<S: ?Sized> HookImpl<S> {
    /// The plugin that the hookimpl belongs to.
    pub fn plugin(&self) -> &RegisteredPlugin {
        &self.plugin
    }

    /// The facts of the hookimpl: its options and its source location.
    pub fn info(&self) -> &'static HookImplInfo {
        self.info
    }

    /// The object whose method with the hook's name runs this hookimpl. `None` for a wrapper, which
    /// can only run as part of a call of the hook.
    pub fn implementation(&self) -> Option<&S> {
        (!self.info.is_wrapper()).then_some(&*self.implementation)
    }

    /// Calls the hookimpl. Returns `None` if its plugin is isolated and the call panicked, or if
    /// its plugin is suspended.
    pub(crate) fn contained<T>(
        &self,
        hook: &'static HookInfo,
        call: impl FnOnce() -> T,
    ) -> Option<T> {
        let (mut call, mut result) = (Some(call), None);
        let call = &mut || result = call.take().map(|call| call());
        match self.plugin.faults() {
            None => call(),
            Some(faults) => contained(faults, &self.plugin, self.info, hook, call),
        }
        result
    }

    pub(crate) fn node(&self) -> OrderNode {
        OrderNode { plugin: self.plugin.plugin_ref().clone(), info: self.info }
    }

    pub(crate) fn rank(&self) -> Rank {
        Rank::new(self.info.kind, self.info.precedence, self.joined)
    }
}

/// Calls a hookimpl of an isolated plugin. It is not generic over the hookspec, so that it is
/// compiled once.
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

/// Panics because a hook was called directly on a plugin that does not implement it.
///
/// A call through [`Hooks`](crate::Hooks) never panics here: it calls only plugins that implement
/// the hook.
///
/// # Panics
///
/// Always.
#[cold]
#[track_caller]
pub fn not_implemented(hook: &str) -> ! {
    let spec = hook.split_once("::").map_or("..", |(spec, _)| spec);
    panic!(
        "plugin does not implement `{hook}`, or only wraps it: call hooks on `manager.hook::<dyn \
         {spec}>()`"
    )
}
