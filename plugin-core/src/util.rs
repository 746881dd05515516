//! Small helpers that know nothing of plugins.

use std::error::Error;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The error that a plugin fails with: any error, or a text.
///
/// ```
/// use plugin_core::error::BoxError;
///
/// let error: BoxError = "no key file".into();
/// assert_eq!(error.to_string(), "no key file");
/// ```
pub type BoxError = Box<dyn Error + Send + Sync>;

/// Locks a mutex, even a poisoned one. No plugin code runs under a lock, so a panic cannot leave
/// the protected data half changed.
pub(crate) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Extends an ordered collection. An empty collection is built from all items at once, which costs
/// less than inserting them one by one.
pub(crate) fn fill<C, T>(collection: &mut C, items: impl IntoIterator<Item = T>)
where
    C: Extend<T> + FromIterator<T>,
    for<'a> &'a C: IntoIterator,
{
    if collection.into_iter().next().is_none() {
        *collection = items.into_iter().collect();
    } else {
        collection.extend(items);
    }
}
