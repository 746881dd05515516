//! The macros with which generated code reports a call to monitors, and keeps the outcome of `next`
//! for a wrapper.

#![allow(missing_docs, clippy::must_use_candidate, reason = "named by generated code only")]

use std::fmt::Debug;

/// Evaluates a call. If there are monitors, reports the call to them before and after.
#[doc(hidden)]
#[macro_export]
macro_rules! __observed {
    ($observation:expr, [$($name:literal $argument:ident),*], $outcome:ident, $call:expr) => {{
        let mut observation = $observation;
        if let ::core::option::Option::Some(observation) = &mut observation {
            $crate::__private_0_1_0::Observation::before(observation, &[$(
                $crate::__private_0_1_0::Argument::new(
                    $name,
                    $crate::__observed!(@debug &$argument),
                )
            ),*]);
        }
        let result = $call;
        if let ::core::option::Option::Some(observation) = observation {
            $crate::__private_0_1_0::Observation::after(
                observation,
                &$crate::__observed!(@$outcome &result),
            );
        }
        result
    }};
    // Converts a reference to the returned value into the `Outcome` that monitors get.
    (@plain $result:expr) => {
        $crate::__private_0_1_0::Outcome::Returned($crate::__observed!(@debug $result))
    };
    (@fallible $result:expr) => {
        match $result {
            ::core::result::Result::Ok(value) => {
                $crate::__private_0_1_0::Outcome::Returned($crate::__observed!(@debug value))
            }
            ::core::result::Result::Err(error) => {
                $crate::__private_0_1_0::Outcome::Failed($crate::__observed!(@debug error))
            }
        }
    };
    // Converts the value into `&dyn Debug`, if its type implements `Debug`. Method resolution finds
    // the method of `AsDebug` first, and that of `AsDebugFallback` only with one more reference.
    // Both traits are in scope where hooks are called.
    (@debug $value:expr) => {
        (&$crate::__private_0_1_0::Probe($value)).__as_debug()
    };
}

/// Evaluates the call that a wrapper wraps. If there is a keeper and the type is `Clone`, keeps a
/// copy of the outcome, for the case that the wrapper panics.
#[doc(hidden)]
#[macro_export]
macro_rules! __kept {
    ($keeper:expr, $next:expr) => {
        $crate::__private_0_1_0::Next::keep(
            $keeper,
            || $next,
            |outcome| (&$crate::__private_0_1_0::Probe(outcome)).__try_clone(),
        )
    };
}

/// A value that may implement `Debug` or `Clone`.
#[derive(Debug)]
pub struct Probe<'a, T>(pub &'a T);

/// Returns the value of a [`Probe`] whose type implements `Debug`.
pub trait AsDebug<'a> {
    fn __as_debug(&self) -> Option<&'a dyn Debug>;
}

impl<'a, T: Debug> AsDebug<'a> for Probe<'a, T> {
    fn __as_debug(&self) -> Option<&'a dyn Debug> {
        Some(self.0)
    }
}

/// Returns `None` for all other types.
pub trait AsDebugFallback<'a> {
    fn __as_debug(&self) -> Option<&'a dyn Debug>;
}

impl<'a, T> AsDebugFallback<'a> for &Probe<'a, T> {
    fn __as_debug(&self) -> Option<&'a dyn Debug> {
        None
    }
}

/// Returns a clone of the value of a [`Probe`] whose type implements `Clone`.
pub trait TryClone<T> {
    fn __try_clone(&self) -> Option<T>;
}

impl<T: Clone> TryClone<T> for Probe<'_, T> {
    fn __try_clone(&self) -> Option<T> {
        Some(self.0.clone())
    }
}

/// Returns `None` for all other types.
pub trait TryCloneFallback<T> {
    fn __try_clone(&self) -> Option<T>;
}

impl<T> TryCloneFallback<T> for &Probe<'_, T> {
    fn __try_clone(&self) -> Option<T> {
        None
    }
}
