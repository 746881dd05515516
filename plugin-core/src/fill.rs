//! Ordered collections that are filled at once. Knows nothing of plugins.

/// As `extend`; but an empty one is built of the sorted items, which takes less than to find the place
/// of each.
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
