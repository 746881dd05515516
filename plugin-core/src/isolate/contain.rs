//! Catches panics and finds out where they began.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;
use std::thread;

use super::fault::PanicLocation;

thread_local! {
    /// How many calls of [`contain`] are running on this thread.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// Where the last panic of this thread began.
    static BEGAN: RefCell<Option<PanicLocation>> = const { RefCell::new(None) };
    /// Whether host code raised the panic that is unwinding.
    static RAISED_BY_HOST: Cell<bool> = const { Cell::new(false) };
}

/// A panic that was caught.
pub(crate) struct Panic {
    payload: Box<dyn Any + Send>,
    location: Option<PanicLocation>,
    raised_by_host: bool,
}

/// Runs host code that is called from within plugin code. Its panics do not count as faults of a
/// plugin.
pub(crate) fn host<T>(run: impl FnOnce() -> T) -> T {
    struct Mark;
    impl Drop for Mark {
        fn drop(&mut self) {
            let _ = RAISED_BY_HOST.try_with(|it| it.set(true));
        }
    }
    let mark = Mark;
    let result = run();
    std::mem::forget(mark);
    result
}

/// Runs plugin code and catches its panic. A panic may leave the plugin's own state and its mutable
/// arguments half changed. Code that shares them can observe that.
pub(crate) fn contain<T>(run: impl FnOnce() -> T) -> Result<T, Panic> {
    // When a thread ends, its thread-local values may be gone. The location is then unknown.
    let depth = |by: fn(usize) -> usize| {
        let _ = DEPTH.try_with(|depth| depth.set(by(depth.get())));
    };
    let began = |location| BEGAN.try_with(|it| it.replace(location)).ok().flatten();
    let by_host = |value| RAISED_BY_HOST.try_with(|it| it.replace(value)).unwrap_or_default();
    depth(|it| it + 1);
    // The values of an earlier panic are saved: it may still be unwinding if this call is made in a
    // `Drop`.
    let (outer_location, outer_by_host) = (began(None), by_host(false));
    let result = panic::catch_unwind(AssertUnwindSafe(run));
    depth(|it| it - 1);
    let (location, raised_by_host) = (began(outer_location), by_host(outer_by_host));
    result.map_err(|payload| Panic { payload, location, raised_by_host })
}

impl Panic {
    /// The message of the panic, and where it began.
    pub(crate) fn into_message(self) -> (String, Option<PanicLocation>) {
        let text = self.payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let text = text.or_else(|| self.payload.downcast_ref::<String>().cloned());
        // The payload of a panic may panic when it is dropped. The payload of that panic is leaked.
        if let Err(again) = panic::catch_unwind(AssertUnwindSafe(|| drop(self.payload))) {
            std::mem::forget(again);
        }
        (text.unwrap_or_else(|| "a panic without a message".to_owned()), self.location)
    }

    /// Whether code under [`host`] raised the panic.
    pub(crate) fn is_raised_by_host(&self) -> bool {
        self.raised_by_host
    }

    /// Continues the panic after all.
    pub(crate) fn pass(self) -> ! {
        panic::resume_unwind(self.payload)
    }
}

/// Wraps the panic hook of the process, which alone learns where a panic begins. The previous hook
/// is still called, so panics are reported on standard error as before.
pub(crate) fn listen() {
    static ONCE: Once = Once::new();
    // The panic hook cannot be replaced on a thread that is panicking.
    if thread::panicking() {
        return;
    }
    ONCE.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if DEPTH.try_with(Cell::get).is_ok_and(|depth| depth > 0) {
                let location = info.location().map(PanicLocation::new);
                let _ = BEGAN.try_with(|began| began.replace(location));
            }
            previous(info);
        }));
    });
}
