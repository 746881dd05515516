//! A value whose holders are counted in several places, so that threads which take hold of it at once
//! do not wait for each other. Knows nothing of plugins.

use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, Weak};

use yoke::Yoke;

/// How many threads count in places of their own. Further ones share.
const PLACES: usize = 16;

thread_local! {
    /// Where this thread counts.
    static PLACE: usize = {
        static THREADS: AtomicUsize = AtomicUsize::new(0);
        THREADS.fetch_add(1, Ordering::Relaxed) % PLACES
    };
}

/// The value. It ends with the last that holds it, as in an `Arc`.
pub(crate) struct Counted<T> {
    value: Arc<T>,
    /// Each made when a thread first counts there.
    counts: [OnceLock<Arc<Count<T>>>; PLACES],
}

/// Keeps the value as long as it is held itself: its own `Arc` has the number of those who do.
// No other number is so near that processors would fetch both together.
#[repr(align(128))]
struct Count<T>(Arc<T>);

impl<T> Counted<T> {
    pub(crate) fn new(value: T) -> Self {
        Self { value: Arc::new(value), counts: [const { OnceLock::new() }; PLACES] }
    }

    #[inline]
    pub(crate) fn hold(&self) -> Held<T> {
        let count = &self.counts[PLACE.with(|place| *place)];
        let count = count.get().unwrap_or_else(|| self.begin(count));
        Held(Yoke::attach_to_cart(Arc::clone(count), |count| &*count.0))
    }

    #[cold]
    fn begin<'a>(&self, count: &'a OnceLock<Arc<Count<T>>>) -> &'a Arc<Count<T>> {
        count.get_or_init(|| Arc::new(Count(Arc::clone(&self.value))))
    }

    /// Whether this is what a reference refers to.
    pub(crate) fn is(&self, it: &Weak<T>) -> bool {
        std::ptr::eq(Arc::as_ptr(&self.value), it.as_ptr())
    }

    pub(crate) fn downgrade(&self) -> Weak<T> {
        Arc::downgrade(&self.value)
    }
}

impl<T> Deref for Counted<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Holds the value. A clone counts in the same place.
pub(crate) struct Held<T: 'static>(Yoke<&'static T, Arc<Count<T>>>);

impl<T> Deref for Held<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        self.0.get()
    }
}

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}
