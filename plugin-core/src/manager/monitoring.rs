//! The handle of a monitor.

use std::fmt;

use super::PluginManager;

/// Keeps a [`Monitor`](crate::Monitor) at work; dropping it removes the monitor, in any order among others.
///
/// ```
/// # use plugin_core::{Monitor, PluginManager, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self); }
/// # struct Log;
/// # impl Monitor for Log {}
/// # let manager = PluginManager::new::<dyn Greetings>();
/// let monitoring = manager.monitor(Log);
/// // calls are watched
/// drop(monitoring);
/// // and no longer are
/// ```
#[must_use = "the monitor is removed when this is dropped; `detach` keeps it for good"]
pub struct MonitorGuard {
    manager: PluginManager,
    number: u64,
}

impl MonitorGuard {
    pub(super) fn new(manager: PluginManager, number: u64) -> Self {
        Self { manager, number }
    }

    /// Leaves the monitor at work for as long as the manager lives.
    pub fn detach(self) {
        let mut this = self;
        this.number = 0;
    }
}

impl Drop for MonitorGuard {
    fn drop(&mut self) {
        if self.number > 0 {
            let removed = self.manager.change(|state| {
                let left = state.monitors.without(self.number);
                std::mem::replace(&mut state.monitors, left)
            });
            drop(removed);
        }
    }
}

impl fmt::Debug for MonitorGuard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MonitorGuard").finish_non_exhaustive()
    }
}
