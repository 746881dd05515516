//! The faults of a manager, and which plugins are suspended because of them.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use super::contain::Panic;
use super::fault::{Fault, Phase};
use crate::info::{HookImplInfo, PluginRef};
use crate::util::lock;

/// How many different faults are stored. When there are more, the oldest is dropped.
const MAX_FAULTS: usize = 256;

/// How many characters of a panic message are stored.
const MAX_MESSAGE_LENGTH: usize = 4_096;

/// The number of faults after which a manager that isolates its plugins suspends a plugin.
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
    /// If `faults` is 0: a plugin without faults cannot be suspended.
    #[track_caller]
    pub const fn after(faults: u32) -> Self {
        match NonZeroU32::new(faults) {
            Some(faults) => Self(Some(faults)),
            None => {
                panic!(
                    "a fault limit must be at least 1; to never suspend, use `FaultLimit::NEVER`"
                )
            }
        }
    }
}

/// Called with each fault.
pub(crate) type OnFault = Arc<dyn Fn(&Fault) + Send + Sync>;

/// The faults of a manager that isolates its plugins.
pub(crate) struct Faults {
    limit: FaultLimit,
    stored: Mutex<Vec<Fault>>,
    on_fault: Mutex<Option<OnFault>>,
}

/// The faults of one plugin.
pub(crate) struct PluginFaults {
    faults: Arc<Faults>,
    /// The number of faults since the plugin was registered or reinstated.
    count: AtomicU32,
}

impl Faults {
    pub(crate) fn new(limit: FaultLimit) -> Self {
        Self { limit, stored: Mutex::default(), on_fault: Mutex::default() }
    }

    pub(crate) fn all(&self) -> Vec<Fault> {
        lock(&self.stored).clone()
    }

    /// Passes each later fault to `on_fault`. Returns the previous callback. It must be dropped
    /// when no lock is held, because a monitor may be dropped with it.
    pub(crate) fn notify(&self, on_fault: OnFault) -> Option<OnFault> {
        lock(&self.on_fault).replace(on_fault)
    }

    /// Stores a fault, passes it to the callback, and returns it.
    pub(crate) fn record(
        &self,
        plugin: PluginRef,
        phase: Phase,
        hookimpl: Option<&'static HookImplInfo>,
        panic: Panic,
    ) -> Fault {
        let (message, location) = panic.into_message();
        let message = message.chars().take(MAX_MESSAGE_LENGTH).collect();
        let mut fault = Fault { plugin, phase, hookimpl, message, location, count: 1 };
        let mut stored = lock(&self.stored);
        if let Some(index) = stored.iter().position(|it| it.is_same(&fault)) {
            fault.count += stored.remove(index).count;
        } else if stored.len() == MAX_FAULTS {
            stored.remove(0);
        }
        stored.push(fault.clone());
        drop(stored);
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

    /// Resets the count, and returns whether the plugin was suspended.
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
        // Counted before the fault is passed on, so that a monitor sees the plugin as suspended.
        let more = |count: u32| Some(count.saturating_add(1));
        let _ = self.count.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
        self.faults.record(plugin, phase, hookimpl, panic);
    }
}
