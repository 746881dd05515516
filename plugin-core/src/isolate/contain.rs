//! Catching a panic, and finding out where it began.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;
use std::thread;

use super::PanicLocation;

thread_local! {
    /// How many calls of [`contain`] this thread is in.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// Where the last panic of this thread began.
    static BEGAN: RefCell<Option<PanicLocation>> = const { RefCell::new(None) };
}

/// A panic that was caught.
pub(crate) struct Panic {
    payload: Box<dyn Any + Send>,
    location: Option<PanicLocation>,
}

/// Runs plugin code. What it leaves behind when it panics is for whoever shares it to see: a plugin's
/// own state, and what it reaches through a mutable argument.
pub(crate) fn contain<T>(run: impl FnOnce() -> T) -> Result<T, Panic> {
    DEPTH.set(DEPTH.get() + 1);
    let result = panic::catch_unwind(AssertUnwindSafe(run));
    DEPTH.set(DEPTH.get() - 1);
    result.map_err(|payload| Panic { payload, location: BEGAN.take() })
}

impl Panic {
    /// What the panic says, and where it began.
    pub(crate) fn told(self) -> (String, Option<PanicLocation>) {
        let text = self.payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let text = text.or_else(|| self.payload.downcast_ref::<String>().cloned());
        // What a plugin panics with may panic when it is dropped. What comes of that is leaked.
        if let Err(again) = panic::catch_unwind(AssertUnwindSafe(|| drop(self.payload))) {
            std::mem::forget(again);
        }
        (text.unwrap_or_else(|| "a panic without a text".to_owned()), self.location)
    }

    /// Lets it pass after all.
    pub(crate) fn pass(self) -> ! {
        panic::resume_unwind(self.payload)
    }
}

/// Has panics note where they begin, which nothing but the process's panic hook is told. The hook
/// that is there is called as well, as before; so panics are reported on standard error as usual.
pub(crate) fn listen() {
    static ONCE: Once = Once::new();
    // In a thread that panics, the hook cannot be taken.
    if thread::panicking() {
        return;
    }
    ONCE.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if DEPTH.get() > 0 {
                let location = info.location().map(PanicLocation::of);
                BEGAN.with(|began| {
                    if let Ok(mut began) = began.try_borrow_mut() {
                        *began = location;
                    }
                });
            }
            previous(info);
        }));
    });
}
