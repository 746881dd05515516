//! The remembered calls of a historic hook. A plugin that is registered later gets each of them
//! exactly once.
//!
//! A call records itself and reads which hookimpls to call in one step, under the [`Gate`] of its
//! manager. A new plugin first replays the recorded calls. Then, under the same gate, it joins if
//! no call was recorded meanwhile; otherwise it replays those calls too and tries again. So every
//! call either reaches the plugin directly or is replayed to it. The gate is never held while
//! plugin code runs.

use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{self, ThreadId};

use super::hookimpl::HookImpl;
use super::monitor::Observation;
use super::replayed::Replayed;
use crate::util::lock;

/// A lock that is held while a call of a historic hook is recorded and while the set of plugins
/// changes. Each manager has one.
#[derive(Clone, Default)]
pub(crate) struct Gate(Arc<Mutex<()>>);

impl Gate {
    pub(crate) fn close(&self) -> MutexGuard<'_, ()> {
        lock(&self.0)
    }
}

/// A call with its arguments, which can be made on one hookimpl.
pub(crate) type Remembered<S> = dyn Fn(&S, Option<Observation<'_>>) -> Replayed + Send + Sync;

pub(crate) struct History<S: ?Sized> {
    gate: Gate,
    recorded: Mutex<Recorded<S>>,
}

struct Recorded<S: ?Sized> {
    /// The calls, each with the thread that made it.
    calls: Vec<(ThreadId, Arc<Remembered<S>>)>,
    /// How many earlier calls were cleared. The later calls keep their numbers.
    cleared: usize,
    /// The hookimpls that a call calls directly.
    current: Arc<[HookImpl<S>]>,
}

impl<S: ?Sized> History<S> {
    pub(crate) fn new(gate: &Gate) -> Self {
        let recorded = Recorded { calls: Vec::new(), cleared: 0, current: Arc::new([]) };
        Self { gate: gate.clone(), recorded: Mutex::new(recorded) }
    }

    /// Records a call, and returns the hookimpls to call directly.
    pub(crate) fn remember(&self, call: Arc<Remembered<S>>) -> Arc<[HookImpl<S>]> {
        let _gate = self.gate.close();
        let mut recorded = self.recorded();
        recorded.calls.push((thread::current().id(), call));
        Arc::clone(&recorded.current)
    }

    /// Sets the hookimpls that later calls call directly. The gate must be closed.
    pub(crate) fn set_current(&self, hookimpls: &[HookImpl<S>]) {
        let new = hookimpls.into();
        let old = std::mem::replace(&mut self.recorded().current, new);
        // Dropped after the lock is released, because a plugin may be dropped with it.
        drop(old);
    }

    /// The number of the next call.
    pub(crate) fn end(&self) -> usize {
        let recorded = self.recorded();
        recorded.cleared + recorded.calls.len()
    }

    /// The first recorded call with at least this number: its number, the thread that made it, and
    /// the call.
    pub(crate) fn at_or_after(
        &self,
        number: usize,
    ) -> Option<(usize, ThreadId, Arc<Remembered<S>>)> {
        let recorded = self.recorded();
        let number = number.max(recorded.cleared);
        let (thread, call) = recorded.calls.get(number - recorded.cleared)?;
        Some((number, *thread, Arc::clone(call)))
    }

    pub(crate) fn len(&self) -> usize {
        self.recorded().calls.len()
    }

    pub(crate) fn clear(&self) -> usize {
        let gate = self.gate.close();
        let mut recorded = self.recorded();
        let calls = std::mem::take(&mut recorded.calls);
        recorded.cleared += calls.len();
        drop(recorded);
        drop(gate);
        calls.len()
    }

    fn recorded(&self) -> MutexGuard<'_, Recorded<S>> {
        lock(&self.recorded)
    }
}
