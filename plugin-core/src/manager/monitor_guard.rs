//! The guard of a monitor.

use std::fmt;
use std::sync::Arc;

use super::shared::PluginManager;
use crate::hook::dispatch::Replaced;
use crate::hook::monitor::Monitors;

/// Removes a [`Monitor`](crate::monitor::Monitor) when it is dropped. Guards may be dropped in any
/// order.
///
/// ```
/// # use plugin_core::monitor::Monitor;
/// # use plugin_core::{PluginManager, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self); }
/// # struct Log;
/// # impl Monitor for Log {}
/// # let manager = PluginManager::new::<dyn Greetings>();
/// let monitoring = manager.monitor(Log);
/// // calls are observed
/// drop(monitoring);
/// // calls are no longer observed
/// ```
#[must_use = "dropping the guard removes the monitor; `detach` keeps the monitor"]
pub struct MonitorGuard {
    manager: PluginManager,
    number: u64,
}

impl MonitorGuard {
    pub(super) fn new(manager: PluginManager, number: u64) -> Self {
        Self { manager, number }
    }

    /// Keeps the monitor for as long as the manager exists.
    pub fn detach(self) {
        let mut this = self;
        this.number = 0;
    }
}

impl Drop for MonitorGuard {
    fn drop(&mut self) {
        if self.number > 0 {
            drop(self.manager.observe(|monitors| monitors.without(self.number)));
        }
    }
}

impl PluginManager {
    /// Changes the monitors that observe the calls. The returned values must be dropped when no
    /// lock is held.
    pub(super) fn observe(
        &self,
        change: impl FnOnce(&Monitors) -> Monitors,
    ) -> (Monitors, Replaced) {
        // The lock makes the monitors of calls and of faults change together.
        let state = self.state();
        let gate = self.shared.tables.close_gate();
        let replaced = self.shared.tables.observe(&gate, change);
        drop(gate);
        let replaced_callback = self.shared.faults.as_ref().map(|faults| {
            let monitors = self.shared.tables.monitors();
            faults.notify(Arc::new(move |fault| monitors.on_fault(fault)))
        });
        drop(state);
        drop(replaced_callback);
        replaced
    }
}

impl fmt::Debug for MonitorGuard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MonitorGuard").finish_non_exhaustive()
    }
}
