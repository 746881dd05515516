//! The loops of a call, one function for each return type of a hook. A function returns what the
//! host or a wrapper gets.
//!
//! | the hook returns | function |
//! | --- | --- |
//! | `()` | [`every`] |
//! | `T` | [`collect`] |
//! | `Option<T>` | [`collect_some`], `firstresult`: [`first`] |
//! | `Result<(), E>` | [`try_every`] |
//! | `Result<T, E>` | [`try_collect`] |
//! | `Result<Option<T>, E>` | [`try_collect_some`], `firstresult`: [`try_first`] |
//!
//! `targets` are the hookimpls to call, in call order. `call` calls one of them.

/// Calls all targets.
#[inline]
pub fn every<I: Iterator>(mut targets: I, mut call: impl FnMut(I::Item)) {
    // The first target is called outside of the loop, because often there is only one.
    let Some(target) = targets.next() else { return };
    call(target);
    // A plain loop, because the compiler may not inline `for_each`.
    for target in targets {
        call(target);
    }
}

/// Calls all targets and collects the results.
#[inline]
pub fn collect<I: Iterator, T>(targets: I, mut call: impl FnMut(I::Item) -> T) -> Vec<T> {
    collect_some(targets, |target| Some(call(target)))
}

/// Calls all targets and collects the results that are `Some`.
#[inline]
pub fn collect_some<I: Iterator, T>(
    mut targets: I,
    mut call: impl FnMut(I::Item) -> Option<T>,
) -> Vec<T> {
    // The first target is called outside of the loop, as in `every`.
    let Some(target) = targets.next() else { return Vec::new() };
    match call(target) {
        Some(result) => collect_more(result, targets, call),
        None => collect_later(targets, call),
    }
}

/// Collects the results after a first target that returned `None`. Not inlined, because it is
/// longer than the usual case, in which the first target returns a result.
#[inline(never)]
fn collect_later<I: Iterator, T>(
    mut targets: I,
    mut call: impl FnMut(I::Item) -> Option<T>,
) -> Vec<T> {
    match first(&mut targets, &mut call) {
        Some(result) => collect_more(result, targets, call),
        None => Vec::new(),
    }
}

/// Collects the results after the first one. The vector is allocated at the first result, with
/// space for the results of all remaining targets.
#[inline]
fn collect_more<I: Iterator, T>(
    result: T,
    targets: I,
    mut call: impl FnMut(I::Item) -> Option<T>,
) -> Vec<T> {
    let mut results = with_space_for(&targets);
    results.push(result);
    for target in targets {
        if let Some(result) = call(target) {
            push_within_capacity(&mut results, result);
        }
    }
    results
}

/// Calls the targets until one returns `Some`.
#[inline]
pub fn first<I: Iterator, T>(targets: I, mut call: impl FnMut(I::Item) -> Option<T>) -> Option<T> {
    for target in targets {
        if let Some(result) = call(target) {
            return Some(result);
        }
    }
    None
}

/// Calls the targets until one fails.
#[inline]
pub fn try_every<I: Iterator, E>(
    mut targets: I,
    call: impl FnMut(I::Item) -> Result<(), E>,
) -> Result<(), E> {
    targets.try_for_each(call)
}

/// Calls the targets until one fails, and collects the results.
#[inline]
pub fn try_collect<I: Iterator, T, E>(
    targets: I,
    mut call: impl FnMut(I::Item) -> Result<T, E>,
) -> Result<Vec<T>, E> {
    try_collect_some(targets, |target| call(target).map(Some))
}

/// Calls the targets until one fails, and collects the results that are `Some`.
#[inline]
pub fn try_collect_some<I: Iterator, T, E>(
    mut targets: I,
    mut call: impl FnMut(I::Item) -> Result<Option<T>, E>,
) -> Result<Vec<T>, E> {
    // Like `collect_some`, but in one function.
    while let Some(target) = targets.next() {
        if let Some(result) = call(target)? {
            let mut results = with_space_for(&targets);
            results.push(result);
            for target in targets {
                if let Some(result) = call(target)? {
                    push_within_capacity(&mut results, result);
                }
            }
            return Ok(results);
        }
    }
    Ok(Vec::new())
}

/// Calls the targets until one returns `Some` or fails.
#[inline]
pub fn try_first<I: Iterator, T, E>(
    mut targets: I,
    mut call: impl FnMut(I::Item) -> Result<Option<T>, E>,
) -> Result<Option<T>, E> {
    targets.find_map(|target| call(target).transpose()).transpose()
}

/// A vector with space for one result, and for the results of all remaining targets.
#[inline]
fn with_space_for<T>(remaining: &impl Iterator) -> Vec<T> {
    let (_, most) = remaining.size_hint();
    Vec::with_capacity(1 + most.expect("the iterator knows an upper bound of its targets"))
}

/// Pushes a result into a vector that has space for it.
#[inline]
fn push_within_capacity<T>(results: &mut Vec<T>, result: T) {
    // With this check, the compiler keeps the vector in registers. A vector that may grow is kept
    // in memory.
    assert!(results.len() < results.capacity(), "the vector has space for all results");
    results.push(result);
}

/// Runs `call` in a function of its own, so that the caller need not save registers for it.
#[inline(never)]
pub fn outlined<T>(call: impl FnOnce() -> T) -> T {
    call()
}
