//! The faults of a manager, and which plugins are suspended because of them.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use super::contain::Panic;
use super::fault::{Fault, Phase};
use crate::info::{HookImplInfo, PluginRef};
use crate::util::lock;

/// How many different faults are kept; the one that happened longest ago makes room.
const KEPT: usize = 256;

/// How much is kept of a panic message, in characters.
const LONGEST: usize = 4_096;

/// After how many faults a manager that isolates its plugins suspends a plugin.
///
/// ```
/// use plugin_core::fault::FaultLimit;
/// use plugin_core::{PluginManager, hookspec};
///
/// # #[hookspec]
/// # trait GatewayHooks { fn on_startup(&self); }
/// let builder = PluginManager::builder::<dyn GatewayHooks>();
/// let manager = builder.isolate_with(FaultLimit::after(5)).build();
/// assert!(manager.suspended_plugins().is_empty());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FaultLimit(Option<NonZeroU32>);

impl FaultLimit {
    /// No plugin is ever suspended.
    pub const NEVER: Self = Self(None);

    /// A plugin is suspended when it has had this many faults.
    ///
    /// # Panics
    ///
    /// If `faults` is 0: a plugin that has had no fault cannot be suspended for one.
    #[track_caller]
    pub const fn after(faults: u32) -> Self {
        match NonZeroU32::new(faults) {
            Some(faults) => Self(Some(faults)),
            None => {
                panic!("a fault limit is at least 1; `FaultLimit::NEVER` never suspends a plugin")
            }
        }
    }
}

/// Called with each fault.
pub(crate) type OnFault = Arc<dyn Fn(&Fault) + Send + Sync>;

/// The faults of a manager that isolates its plugins.
pub(crate) struct Faults {
    limit: FaultLimit,
    kept: Mutex<Vec<Fault>>,
    on_fault: Mutex<Option<OnFault>>,
}

/// The faults of one plugin.
pub(crate) struct PluginFaults {
    faults: Arc<Faults>,
    /// Since the plugin was registered or reinstated.
    count: AtomicU32,
}

impl Faults {
    pub(crate) fn new(limit: FaultLimit) -> Self {
        Self { limit, kept: Mutex::default(), on_fault: Mutex::default() }
    }

    pub(crate) fn all(&self) -> Vec<Fault> {
        lock(&self.kept).clone()
    }

    /// From now on, each fault is passed to `on_fault`. Returns what was called before, to be dropped
    /// when no lock is held: a monitor may be dropped with it.
    pub(crate) fn notify(&self, on_fault: OnFault) -> Option<OnFault> {
        lock(&self.on_fault).replace(on_fault)
    }

    /// Keeps a fault, passes it on, and returns it.
    pub(crate) fn record(
        &self,
        plugin: PluginRef,
        phase: Phase,
        hookimpl: Option<&'static HookImplInfo>,
        panic: Panic,
    ) -> Fault {
        let (message, location) = panic.into_message();
        let message = message.chars().take(LONGEST).collect();
        let mut fault = Fault { plugin, phase, hookimpl, message, location, count: 1 };
        let mut kept = lock(&self.kept);
        if let Some(index) = kept.iter().position(|it| it.is_again(&fault)) {
            fault.count += kept.remove(index).count;
        } else if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push(fault.clone());
        drop(kept);
        let on_fault = lock(&self.on_fault).clone();
        if let Some(on_fault) = on_fault {
            on_fault(&fault);
        }
        fault
    }
}

impl PluginFaults {
    pub(crate) fn new(faults: &Arc<Faults>) -> Self {
        Self { faults: Arc::clone(faults), count: AtomicU32::new(0) }
    }

    pub(crate) fn is_suspended(&self) -> bool {
        let count = self.count.load(Ordering::Relaxed);
        self.faults.limit.0.is_some_and(|limit| count >= limit.get())
    }

    /// Sets the count back, and returns whether the plugin was suspended.
    pub(crate) fn reinstate(&self) -> bool {
        let was_suspended = self.is_suspended();
        self.count.store(0, Ordering::Relaxed);
        was_suspended
    }

    pub(crate) fn record(
        &self,
        plugin: PluginRef,
        phase: Phase,
        hookimpl: Option<&'static HookImplInfo>,
        panic: Panic,
    ) {
        // Before the fault is passed on: a monitor that asks finds the plugin suspended.
        let more = |count: u32| Some(count.saturating_add(1));
        let _ = self.count.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
        self.faults.record(plugin, phase, hookimpl, panic);
    }
}
