//! How a call on a plugin set gathers results: one type for each kind of result, as there is one
//! loop for each in [`call`](crate::hook::call).
//!
//! | the hook returns | type |
//! | --- | --- |
//! | `()` | [`Every`] |
//! | `T` | [`Collect`] |
//! | `Option<T>` | [`CollectSome`], `firstresult`: [`First`] |
//! | `Result<A, E>` | [`Try`] of the type for `A` |

#![allow(missing_docs, reason = "named by generated code only")]
#![allow(clippy::inline_always, reason = "only the plugins' calls must remain")]

use std::marker::PhantomData;

/// Gathers results of the type `A`, in call order.
pub trait Gather<A> {
    /// The return type of the call.
    type Output;

    /// `capacity` is the greatest number of results that the call can have.
    fn new(capacity: usize) -> Self;

    /// Adds a result. Returns whether the call continues with the next hookimpl.
    fn push(&mut self, result: A) -> bool;

    fn finish(self) -> Self::Output;
}

/// `()`
#[derive(Debug)]
pub struct Every;

impl Gather<()> for Every {
    type Output = ();

    #[inline(always)]
    fn new(_: usize) -> Self {
        Self
    }

    #[inline(always)]
    fn push(&mut self, (): ()) -> bool {
        true
    }

    #[inline(always)]
    fn finish(self) {}
}

/// `T`
#[derive(Debug)]
pub struct Collect<T>(Vec<T>);

impl<T> Gather<T> for Collect<T> {
    type Output = Vec<T>;

    #[inline(always)]
    fn new(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    #[inline(always)]
    fn push(&mut self, result: T) -> bool {
        self.0.push(result);
        true
    }

    #[inline(always)]
    fn finish(self) -> Vec<T> {
        self.0
    }
}

/// `Option<T>`. The vector is allocated at the start, for all results: a check at each result would
/// cost more than an allocation that turns out to be unnecessary.
#[derive(Debug)]
pub struct CollectSome<T>(Vec<T>);

impl<T> Gather<Option<T>> for CollectSome<T> {
    type Output = Vec<T>;

    #[inline(always)]
    fn new(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    #[inline(always)]
    fn push(&mut self, result: Option<T>) -> bool {
        self.0.extend(result);
        true
    }

    #[inline(always)]
    fn finish(self) -> Vec<T> {
        self.0
    }
}

/// `Option<T>`, `firstresult`
#[derive(Debug)]
pub struct First<T>(Option<T>);

impl<T> Gather<Option<T>> for First<T> {
    type Output = Option<T>;

    #[inline(always)]
    fn new(_: usize) -> Self {
        Self(None)
    }

    #[inline(always)]
    fn push(&mut self, result: Option<T>) -> bool {
        self.0 = result;
        self.0.is_none()
    }

    #[inline(always)]
    fn finish(self) -> Option<T> {
        self.0
    }
}

/// `Result<A, E>`: gathers values with `G`, up to the first error.
#[derive(Debug)]
pub struct Try<G, E, A> {
    gathered: G,
    error: Option<E>,
    result: PhantomData<fn(A)>,
}

impl<A, E, G: Gather<A>> Gather<Result<A, E>> for Try<G, E, A> {
    type Output = Result<G::Output, E>;

    #[inline(always)]
    fn new(capacity: usize) -> Self {
        Self { gathered: G::new(capacity), error: None, result: PhantomData }
    }

    #[inline(always)]
    fn push(&mut self, result: Result<A, E>) -> bool {
        match result {
            Ok(value) => self.gathered.push(value),
            Err(error) => {
                self.error = Some(error);
                false
            }
        }
    }

    #[inline(always)]
    fn finish(self) -> Self::Output {
        match self.error {
            None => Ok(self.gathered.finish()),
            Some(error) => Err(error),
        }
    }
}
