//! A value whose references are counted in several counters, so that threads that take references
//! at the same time do not slow each other down. Knows nothing of plugins.

use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, Weak};

use yoke::Yoke;

/// The number of counters. Further threads share them.
const COUNTERS: usize = 16;

thread_local! {
    /// The index of the counter that this thread uses.
    static INDEX: usize = {
        static THREADS: AtomicUsize = AtomicUsize::new(0);
        THREADS.fetch_add(1, Ordering::Relaxed) % COUNTERS
    };
}

/// The value. It is dropped with its last reference, as in an `Arc`.
pub(crate) struct Counted<T> {
    value: Arc<T>,
    /// Each counter is created when a thread first uses it.
    counters: [OnceLock<Arc<Counter<T>>>; COUNTERS],
}

/// Keeps the value alive for as long as the counter itself is referenced: the reference count of
/// the counter's own `Arc` is the count.
// Aligned so that no two counters share a cache line, or a pair of cache lines that a processor
// fetches together.
#[repr(align(128))]
struct Counter<T>(Arc<T>);

impl<T> Counted<T> {
    pub(crate) fn new(value: T) -> Self {
        Self { value: Arc::new(value), counters: [const { OnceLock::new() }; COUNTERS] }
    }

    #[inline]
    pub(crate) fn hold(&self) -> CountedRef<T> {
        let counter = &self.counters[INDEX.with(|index| *index)];
        let counter = counter.get().unwrap_or_else(|| self.create(counter));
        CountedRef(Yoke::attach_to_cart(Arc::clone(counter), |counter| &*counter.0))
    }

    #[cold]
    fn create<'a>(&self, counter: &'a OnceLock<Arc<Counter<T>>>) -> &'a Arc<Counter<T>> {
        counter.get_or_init(|| Arc::new(Counter(Arc::clone(&self.value))))
    }

    /// Whether the weak reference refers to this value.
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

/// A reference to the value. A clone uses the same counter.
pub(crate) struct CountedRef<T: 'static>(Yoke<&'static T, Arc<Counter<T>>>);

impl<T> Deref for CountedRef<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        self.0.get()
    }
}

impl<T> Clone for CountedRef<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}
