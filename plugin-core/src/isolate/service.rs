//! Who has faults, and who is out of service for them.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use super::{Fault, Panic, Phase};
use crate::hook::hookimpl::HookImplInfo;
use crate::hook::monitor::Monitors;
use crate::lock::lock;
use crate::plugin::PluginRef;

/// How many different faults are kept; those that happened longest ago make room.
const KEPT: usize = 256;

/// How much is kept of what a panic says, in characters.
const LONGEST: usize = 4_096;

/// The faults of a manager that isolates its plugins.
pub(crate) struct Faults {
    /// From so many faults on, a plugin is out of service; `None` for never.
    limit: Option<NonZeroU32>,
    kept: Mutex<Vec<Fault>>,
    /// Who is told.
    monitors: Mutex<Monitors>,
}

/// Whether one plugin takes part in calls.
pub(crate) struct Service {
    faults: Arc<Faults>,
    /// Since the plugin was put into service.
    count: AtomicU32,
}

impl Faults {
    pub(crate) fn new(limit: Option<NonZeroU32>) -> Self {
        Self { limit, kept: Mutex::default(), monitors: Mutex::default() }
    }

    pub(crate) fn all(&self) -> Vec<Fault> {
        lock(&self.kept).clone()
    }

    pub(crate) fn tell(&self, monitors: &Monitors) {
        let old = std::mem::replace(&mut *lock(&self.monitors), monitors.clone());
        // Outside of the lock: a monitor may end with it.
        drop(old);
    }

    /// Keeps a fault and tells the monitors. Returns what the panic said.
    pub(crate) fn note(
        &self,
        plugin: PluginRef,
        phase: Phase,
        hookimpl: Option<&'static HookImplInfo>,
        panic: Panic,
    ) -> Fault {
        let (message, location) = panic.told();
        let message = message.chars().take(LONGEST).collect();
        let mut fault = Fault { plugin, phase, hookimpl, message, location, count: 1 };
        let mut kept = lock(&self.kept);
        if let Some(place) = kept.iter().position(|it| it.is_again(&fault)) {
            fault.count += kept.remove(place).count;
        } else if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push(fault.clone());
        drop(kept);
        let monitors = lock(&self.monitors).clone();
        monitors.tell_fault(&fault);
        fault
    }
}

impl Service {
    pub(crate) fn new(faults: &Arc<Faults>) -> Self {
        Self { faults: Arc::clone(faults), count: AtomicU32::new(0) }
    }

    pub(crate) fn is_out(&self) -> bool {
        let count = self.count.load(Ordering::Relaxed);
        self.faults.limit.is_some_and(|limit| count >= limit.get())
    }

    /// Puts the plugin back, and returns whether it was out of service.
    pub(crate) fn restore(&self) -> bool {
        let was_out = self.is_out();
        self.count.store(0, Ordering::Relaxed);
        was_out
    }

    pub(crate) fn note(
        &self,
        plugin: PluginRef,
        phase: Phase,
        hookimpl: Option<&'static HookImplInfo>,
        panic: Panic,
    ) {
        // Before anyone is told: who asks then finds the plugin out of service.
        let more = |count: u32| Some(count.saturating_add(1));
        let _ = self.count.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
        self.faults.note(plugin, phase, hookimpl, panic);
    }
}
