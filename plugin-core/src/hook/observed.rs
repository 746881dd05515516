//! Macros by which generated code reports calls to monitors, and records the result of `next` in a
//! wrapper.

#![allow(missing_docs, clippy::must_use_candidate, reason = "named by generated code only")]

use std::fmt::Debug;

/// Evaluates a call. If there are monitors, notifies them before and after it.
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
    // Turns a reference to the result into the outcome that monitors see.
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
    // The value as `&dyn Debug`, if its type implements `Debug`. Method look-up finds the method of
    // `Shown` first; the method of `Hidden` needs one more reference. Both traits are in scope
    // where hooks are called.
    (@debug $value:expr) => {
        (&$crate::__private_0_1_0::Probe($value)).__shown()
    };
}

/// Evaluates the `next` of a wrapper. If there is a record, and if the type implements `Clone`,
/// stores a copy of the result for the case that the wrapper panics.
#[doc(hidden)]
#[macro_export]
macro_rules! __kept {
    ($record:expr, $next:expr) => {
        $crate::__private_0_1_0::Next::keep(
            $record,
            || $next,
            |outcome| (&$crate::__private_0_1_0::Probe(outcome)).__copied(),
        )
    };
}

/// A value that may implement `Debug` or `Clone`.
#[derive(Debug)]
pub struct Probe<'a, T>(pub &'a T);

pub trait Shown<'a> {
    fn __shown(&self) -> Option<&'a dyn Debug>;
}

impl<'a, T: Debug> Shown<'a> for Probe<'a, T> {
    fn __shown(&self) -> Option<&'a dyn Debug> {
        Some(self.0)
    }
}

pub trait Hidden<'a> {
    fn __shown(&self) -> Option<&'a dyn Debug>;
}

impl<'a, T> Hidden<'a> for &Probe<'a, T> {
    fn __shown(&self) -> Option<&'a dyn Debug> {
        None
    }
}

pub trait Copied<T> {
    fn __copied(&self) -> Option<T>;
}

impl<T: Clone> Copied<T> for Probe<'_, T> {
    fn __copied(&self) -> Option<T> {
        Some(self.0.clone())
    }
}

pub trait Moved<T> {
    fn __copied(&self) -> Option<T>;
}

impl<T> Moved<T> for &Probe<'_, T> {
    fn __copied(&self) -> Option<T> {
        None
    }
}
