//! Catching a panic, and finding out where it began.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;
use std::thread;

use super::fault::PanicLocation;

thread_local! {
    /// How many calls of [`contain`] this thread is in.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// Where the last panic of this thread began.
    static BEGAN: RefCell<Option<PanicLocation>> = const { RefCell::new(None) };
    /// Whether the panic that passes through is one of the host.
    static IS_HOSTS: Cell<bool> = const { Cell::new(false) };
}

/// A panic that was caught.
pub(crate) struct Panic {
    payload: Box<dyn Any + Send>,
    location: Option<PanicLocation>,
    is_hosts: bool,
}

/// Runs code of the host among that of plugins: its panics are not theirs.
pub(crate) fn host<T>(run: impl FnOnce() -> T) -> T {
    struct Mark;
    impl Drop for Mark {
        fn drop(&mut self) {
            let _ = IS_HOSTS.try_with(|it| it.set(true));
        }
    }
    let mark = Mark;
    let result = run();
    std::mem::forget(mark);
    result
}

/// Runs plugin code. What it leaves behind when it panics is for whoever shares it to see: a plugin's
/// own state, and what it reaches through a mutable argument.
pub(crate) fn contain<T>(run: impl FnOnce() -> T) -> Result<T, Panic> {
    // A thread that ends may have lost its locals: then there is no location to be had.
    let depth = |by: fn(usize) -> usize| {
        let _ = DEPTH.try_with(|depth| depth.set(by(depth.get())));
    };
    let began = |location| BEGAN.try_with(|it| it.replace(location)).ok().flatten();
    let is_hosts = |it| IS_HOSTS.try_with(|is_hosts| is_hosts.replace(it)).unwrap_or_default();
    depth(|it| it + 1);
    // Of an earlier panic, which may be on its way while this call is made in a `Drop`.
    let (outer, outer_is_hosts) = (began(None), is_hosts(false));
    let result = panic::catch_unwind(AssertUnwindSafe(run));
    depth(|it| it - 1);
    let (location, is_hosts) = (began(outer), is_hosts(outer_is_hosts));
    result.map_err(|payload| Panic { payload, location, is_hosts })
}

impl Panic {
    /// What the panic says, and where it began.
    pub(crate) fn into_message(self) -> (String, Option<PanicLocation>) {
        let text = self.payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let text = text.or_else(|| self.payload.downcast_ref::<String>().cloned());
        // What a plugin panics with may panic when it is dropped. What comes of that is leaked.
        if let Err(again) = panic::catch_unwind(AssertUnwindSafe(|| drop(self.payload))) {
            std::mem::forget(again);
        }
        (text.unwrap_or_else(|| "a panic without a text".to_owned()), self.location)
    }

    /// Whether it came from code that ran as the [`host`]'s.
    pub(crate) fn is_hosts(&self) -> bool {
        self.is_hosts
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
            if DEPTH.try_with(Cell::get).is_ok_and(|depth| depth > 0) {
                let location = info.location().map(PanicLocation::new);
                let _ = BEGAN.try_with(|began| began.replace(location));
            }
            previous(info);
        }));
    });
}
