//! What becomes of the answers in a fused call, one type for each kind of answer: the counterpart
//! of the loops in [`call`](crate::hook::call).
//!
//! | the hook returns | type |
//! | --- | --- |
//! | `()` | [`Every`] |
//! | `T` | [`Collect`] |
//! | `Option<T>` | [`CollectSome`], `firstresult`: [`First`] |
//! | `Result<A, E>` | [`Try`] of what `A` becomes |

#![allow(missing_docs, reason = "named by generated code only")]
#![allow(clippy::inline_always, reason = "nothing but the plugins' calls is to be left")]

use std::marker::PhantomData;

/// Takes answers of the type `A`, in call order.
pub trait Gather<A> {
    /// What the call returns.
    type Outcome;

    /// For as many answers as there may be.
    fn new(room: usize) -> Self;

    /// Whether the next one is to be asked.
    fn take(&mut self, answer: A) -> bool;

    fn outcome(self) -> Self::Outcome;
}

/// `()`
#[derive(Debug)]
pub struct Every;

impl Gather<()> for Every {
    type Outcome = ();

    #[inline(always)]
    fn new(_: usize) -> Self {
        Self
    }

    #[inline(always)]
    fn take(&mut self, (): ()) -> bool {
        true
    }

    #[inline(always)]
    fn outcome(self) {}
}

/// `T`
#[derive(Debug)]
pub struct Collect<T>(Vec<T>);

impl<T> Gather<T> for Collect<T> {
    type Outcome = Vec<T>;

    #[inline(always)]
    fn new(room: usize) -> Self {
        Self(Vec::with_capacity(room))
    }

    #[inline(always)]
    fn take(&mut self, answer: T) -> bool {
        self.0.push(answer);
        true
    }

    #[inline(always)]
    fn outcome(self) -> Vec<T> {
        self.0
    }
}

/// `Option<T>`. There is room for all from the start: to see to it answer by answer costs more than
/// an allocation in vain.
#[derive(Debug)]
pub struct CollectSome<T>(Vec<T>);

impl<T> Gather<Option<T>> for CollectSome<T> {
    type Outcome = Vec<T>;

    #[inline(always)]
    fn new(room: usize) -> Self {
        Self(Vec::with_capacity(room))
    }

    #[inline(always)]
    fn take(&mut self, answer: Option<T>) -> bool {
        self.0.extend(answer);
        true
    }

    #[inline(always)]
    fn outcome(self) -> Vec<T> {
        self.0
    }
}

/// `Option<T>`, `firstresult`
#[derive(Debug)]
pub struct First<T>(Option<T>);

impl<T> Gather<Option<T>> for First<T> {
    type Outcome = Option<T>;

    #[inline(always)]
    fn new(_: usize) -> Self {
        Self(None)
    }

    #[inline(always)]
    fn take(&mut self, answer: Option<T>) -> bool {
        self.0 = answer;
        self.0.is_none()
    }

    #[inline(always)]
    fn outcome(self) -> Option<T> {
        self.0
    }
}

/// Answers that may be errors: what `G` does with the others, up to the first of those.
#[derive(Debug)]
pub struct Try<G, E, A> {
    gathered: G,
    error: Option<E>,
    answer: PhantomData<fn(A)>,
}

impl<A, E, G: Gather<A>> Gather<Result<A, E>> for Try<G, E, A> {
    type Outcome = Result<G::Outcome, E>;

    #[inline(always)]
    fn new(room: usize) -> Self {
        Self { gathered: G::new(room), error: None, answer: PhantomData }
    }

    #[inline(always)]
    fn take(&mut self, answer: Result<A, E>) -> bool {
        match answer {
            Ok(answer) => self.gathered.take(answer),
            Err(error) => {
                self.error = Some(error);
                false
            }
        }
    }

    #[inline(always)]
    fn outcome(self) -> Self::Outcome {
        match self.error {
            None => Ok(self.gathered.outcome()),
            Some(error) => Err(error),
        }
    }
}
