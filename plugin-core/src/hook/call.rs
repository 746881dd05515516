//! The loops of a call, one for each kind of answer. What a wrapper or the host gets is what they
//! return.
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
//! `targets` are those to ask, in call order, and `ask` asks one of them.

/// Asks everyone; nobody answers.
#[inline]
pub fn every<I: Iterator>(mut targets: I, mut ask: impl FnMut(I::Item)) {
    // The first apart from the others: often there is just one.
    let Some(target) = targets.next() else { return };
    ask(target);
    // Not `for_each`: it may be outlined where a plain loop is not.
    for target in targets {
        ask(target);
    }
}

/// Asks everyone and keeps the answers.
#[inline]
pub fn collect<I: Iterator, T>(targets: I, mut ask: impl FnMut(I::Item) -> T) -> Vec<T> {
    collect_some(targets, |target| Some(ask(target)))
}

/// Asks everyone and keeps what is `Some`.
#[inline]
pub fn collect_some<I: Iterator, T>(
    mut targets: I,
    mut ask: impl FnMut(I::Item) -> Option<T>,
) -> Vec<T> {
    // The first apart from the others, as in `every`.
    let Some(target) = targets.next() else { return Vec::new() };
    match ask(target) {
        Some(answer) => collect_more(answer, targets, ask),
        None => collect_later(targets, ask),
    }
}

/// Up to the first answer there is nothing to keep. Not inlined: there is more to it than to a call
/// whose first target answers.
#[inline(never)]
fn collect_later<I: Iterator, T>(
    mut targets: I,
    mut ask: impl FnMut(I::Item) -> Option<T>,
) -> Vec<T> {
    match first(&mut targets, &mut ask) {
        Some(answer) => collect_more(answer, targets, ask),
        None => Vec::new(),
    }
}

/// From the first answer on there is room for those of all who are still to be asked.
#[inline]
fn collect_more<I: Iterator, T>(
    answer: T,
    targets: I,
    mut ask: impl FnMut(I::Item) -> Option<T>,
) -> Vec<T> {
    let mut answers = room(&targets);
    answers.push(answer);
    for target in targets {
        if let Some(answer) = ask(target) {
            keep(&mut answers, answer);
        }
    }
    answers
}

/// Asks until somebody has an answer.
#[inline]
pub fn first<I: Iterator, T>(targets: I, mut ask: impl FnMut(I::Item) -> Option<T>) -> Option<T> {
    for target in targets {
        if let Some(answer) = ask(target) {
            return Some(answer);
        }
    }
    None
}

/// Asks until somebody fails.
#[inline]
pub fn try_every<I: Iterator, E>(
    mut targets: I,
    ask: impl FnMut(I::Item) -> Result<(), E>,
) -> Result<(), E> {
    targets.try_for_each(ask)
}

/// Asks until somebody fails, and keeps the answers.
#[inline]
pub fn try_collect<I: Iterator, T, E>(
    targets: I,
    mut ask: impl FnMut(I::Item) -> Result<T, E>,
) -> Result<Vec<T>, E> {
    try_collect_some(targets, |target| ask(target).map(Some))
}

/// Asks until somebody fails, and keeps what is `Some`.
#[inline]
pub fn try_collect_some<I: Iterator, T, E>(
    mut targets: I,
    mut ask: impl FnMut(I::Item) -> Result<Option<T>, E>,
) -> Result<Vec<T>, E> {
    // As `collect_some`, in one.
    while let Some(target) = targets.next() {
        if let Some(answer) = ask(target)? {
            let mut answers = room(&targets);
            answers.push(answer);
            for target in targets {
                if let Some(answer) = ask(target)? {
                    keep(&mut answers, answer);
                }
            }
            return Ok(answers);
        }
    }
    Ok(Vec::new())
}

/// Asks until somebody has an answer or fails.
#[inline]
pub fn try_first<I: Iterator, T, E>(
    mut targets: I,
    mut ask: impl FnMut(I::Item) -> Result<Option<T>, E>,
) -> Result<Option<T>, E> {
    targets.find_map(|target| ask(target).transpose()).transpose()
}

/// Room for an answer, and for those of all who are still to be asked.
#[inline]
fn room<T>(still_to_ask: &impl Iterator) -> Vec<T> {
    let (_, most) = still_to_ask.size_hint();
    Vec::with_capacity(1 + most.expect("it is known how many are asked at the most"))
}

/// Keeps an answer for which there is room.
#[inline]
fn keep<T>(answers: &mut Vec<T>, answer: T) {
    // Said here, it keeps the vector in registers: one that may grow is kept in memory.
    assert!(answers.len() < answers.capacity(), "there is room for all answers");
    answers.push(answer);
}

/// Runs apart from its caller, which need not save the registers that this takes.
#[inline(never)]
pub fn apart<T>(call: impl FnOnce() -> T) -> T {
    call()
}
