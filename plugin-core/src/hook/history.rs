//! The remembered calls of a historic hook, and how a plugin that comes later gets each of them
//! exactly once.
//!
//! A call notes itself and reads whom to ask in one step, under the [`Gate`] of its manager. A
//! plugin replays what is noted, then joins under the same gate if nothing was noted meanwhile,
//! else replays that too. So every call either sees the plugin or is replayed to it. The gate is
//! never held while plugin code runs.

use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{self, ThreadId};

use super::hookimpl::HookImpl;
use super::monitor::Observation;
use super::replayed::Replayed;
use crate::util::lock;

/// Held while a call of a historic hook is noted and while the set of plugins changes; one for
/// each manager.
#[derive(Clone, Default)]
pub(crate) struct Gate(Arc<Mutex<()>>);

impl Gate {
    pub(crate) fn close(&self) -> MutexGuard<'_, ()> {
        lock(&self.0)
    }
}

/// A call with its arguments, to be made on one implementation.
pub(crate) type Remembered<S> = dyn Fn(&S, Option<Observation<'_>>) -> Replayed + Send + Sync;

pub(crate) struct History<S: ?Sized> {
    gate: Gate,
    noted: Mutex<Noted<S>>,
}

struct Noted<S: ?Sized> {
    /// Each with the thread that it was made on.
    calls: Vec<(ThreadId, Arc<Remembered<S>>)>,
    /// How many calls came before those in `calls`: they keep their numbers when some are
    /// forgotten.
    forgotten: usize,
    /// Whom a call asks at once.
    current: Arc<[HookImpl<S>]>,
}

impl<S: ?Sized> History<S> {
    pub(crate) fn new(gate: &Gate) -> Self {
        let noted = Noted { calls: Vec::new(), forgotten: 0, current: Arc::new([]) };
        Self { gate: gate.clone(), noted: Mutex::new(noted) }
    }

    /// Notes a call and returns whom to ask at once.
    pub(crate) fn remember(&self, call: Arc<Remembered<S>>) -> Arc<[HookImpl<S>]> {
        let _gate = self.gate.close();
        let mut noted = self.noted();
        noted.calls.push((thread::current().id(), call));
        Arc::clone(&noted.current)
    }

    /// From now on, calls ask these. The gate must be closed.
    pub(crate) fn set_current(&self, hookimpls: &[HookImpl<S>]) {
        let new = hookimpls.into();
        let old = std::mem::replace(&mut self.noted().current, new);
        // Dropping it may drop a plugin; by then the lock is open.
        drop(old);
    }

    /// The number that the next call will have.
    pub(crate) fn end(&self) -> usize {
        let noted = self.noted();
        noted.forgotten + noted.calls.len()
    }

    /// The first call that is still remembered and has at least this number, with its number and
    /// the thread that it was made on.
    pub(crate) fn at_or_after(
        &self,
        number: usize,
    ) -> Option<(usize, ThreadId, Arc<Remembered<S>>)> {
        let noted = self.noted();
        let number = number.max(noted.forgotten);
        let (thread, call) = noted.calls.get(number - noted.forgotten)?;
        Some((number, *thread, Arc::clone(call)))
    }

    pub(crate) fn len(&self) -> usize {
        self.noted().calls.len()
    }

    pub(crate) fn clear(&self) -> usize {
        let gate = self.gate.close();
        let mut noted = self.noted();
        let forgotten = std::mem::take(&mut noted.calls);
        noted.forgotten += forgotten.len();
        drop(noted);
        drop(gate);
        forgotten.len()
    }

    fn noted(&self) -> MutexGuard<'_, Noted<S>> {
        lock(&self.noted)
    }
}
