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

/// The candidate that a misspelled name probably means: the most similar one, if it is similar
/// enough. Of several, the first in alphabetical order.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let lower = name.to_lowercase();
    let length = lower.chars().count();
    let near = candidates.into_iter().filter_map(|candidate| {
        let other = candidate.chars().count();
        // A short name resembles too many others, and in a long one nobody makes many mistakes.
        let allowed = (length.min(other) / 3).clamp(1, 2);
        // Lengths are compared first, because that costs much less than a distance.
        if candidate == name || length.abs_diff(other) > allowed || length.min(other) < 2 {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&lower, &candidate.to_lowercase());
        (distance <= allowed).then_some((distance, candidate))
    });
    near.min().map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const IDS: [&str; 6] = ["auth", "org.example.auth", "rate-limit", "session", "s2", "markdown"];

    #[test]
    fn a_misspelled_name_is_recognized() {
        for (name, meant) in [
            ("auht", "auth"),
            ("sesion", "session"),
            ("Session", "session"),
            ("SESSION", "session"),
            ("rate_limit", "rate-limit"),
            ("RateLimit", "rate-limit"),
            ("org.exmple.atuh", "org.example.auth"),
            ("markdwon", "markdown"),
        ] {
            assert_eq!(nearest(name, IDS), Some(meant), "{name}");
        }
        assert_eq!(nearest("one", ["onf", "ona", "onee"]), Some("ona"), "whatever their order is");
    }

    #[test]
    fn another_name_is_no_misspelling() {
        for name in ["", "a", "s", "cache", "oath2", "org.example.cache", "markdown-it", "sss"] {
            assert_eq!(nearest(name, IDS), None, "{name}");
        }
        assert_eq!(nearest("auth", ["auth"]), None, "it is the same name");
    }
}
