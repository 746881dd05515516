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
pub fn every<I: Iterator>(targets: I, mut ask: impl FnMut(I::Item)) {
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
    // Up to the first answer there is nothing to keep; from then on there is room for all others.
    while let Some(target) = targets.next() {
        if let Some(answer) = ask(target) {
            let mut answers = room(&targets);
            answers.push(answer);
            for target in targets {
                if let Some(answer) = ask(target) {
                    answers.push(answer);
                }
            }
            return answers;
        }
    }
    Vec::new()
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
    while let Some(target) = targets.next() {
        if let Some(answer) = ask(target)? {
            let mut answers = room(&targets);
            answers.push(answer);
            for target in targets {
                if let Some(answer) = ask(target)? {
                    answers.push(answer);
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
    let (least, most) = still_to_ask.size_hint();
    Vec::with_capacity(1 + most.unwrap_or(least))
}

/// What one hookimpl's answer to a replayed call comes to, by the same names.
pub mod replayed {
    use crate::__private_0_1_0::Reported;
    use crate::hook::caller::Replayed;

    pub fn every((): ()) -> Replayed {
        Ok(())
    }

    pub fn collect<T>(answer: T, callback: Option<&(dyn Fn(T) + Send + Sync)>) -> Replayed {
        collect_some(Some(answer), callback)
    }

    pub fn collect_some<T>(
        answer: Option<T>,
        callback: Option<&(dyn Fn(T) + Send + Sync)>,
    ) -> Replayed {
        if let (Some(answer), Some(callback)) = (answer, callback) {
            crate::isolate::host(|| callback(answer));
        }
        Ok(())
    }

    pub fn try_every<E: Reported>(answer: Result<(), E>) -> Replayed {
        answer.map_err(Reported::report)
    }

    pub fn try_collect<T, E: Reported>(
        answer: Result<T, E>,
        callback: Option<&(dyn Fn(T) + Send + Sync)>,
    ) -> Replayed {
        collect(answer.map_err(Reported::report)?, callback)
    }

    pub fn try_collect_some<T, E: Reported>(
        answer: Result<Option<T>, E>,
        callback: Option<&(dyn Fn(T) + Send + Sync)>,
    ) -> Replayed {
        collect_some(answer.map_err(Reported::report)?, callback)
    }
}
