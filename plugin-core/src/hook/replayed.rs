//! Turns the result of one hookimpl for a replayed call into the outcome of the replay. The
//! functions have the names of those in [`call`](super::call).

#![allow(missing_docs, clippy::missing_errors_doc, reason = "named by generated code only")]

use crate::isolate::host;
use crate::util::BoxError;

/// The outcome of replaying a remembered call to one plugin.
pub type Replayed = Result<(), BoxError>;

/// The error of a historic hook.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the error of a historic hook",
    label = "this error cannot be reported when a replay fails",
    note = "if a replay fails, registration fails with this error, so it must implement \
            `Into<Box<dyn Error + Send + Sync>>`: implement `std::error::Error`, or use a string"
)]
pub trait Reported {
    fn report(self) -> BoxError;
}

impl<E: Into<BoxError>> Reported for E {
    fn report(self) -> BoxError {
        self.into()
    }
}

pub fn every((): ()) -> Replayed {
    Ok(())
}

pub fn collect<T>(result: T, callback: Option<&(dyn Fn(T) + Send + Sync)>) -> Replayed {
    collect_some(Some(result), callback)
}

pub fn collect_some<T>(
    result: Option<T>,
    callback: Option<&(dyn Fn(T) + Send + Sync)>,
) -> Replayed {
    if let (Some(result), Some(callback)) = (result, callback) {
        host(|| callback(result));
    }
    Ok(())
}

pub fn try_every<E: Reported>(result: Result<(), E>) -> Replayed {
    result.map_err(Reported::report)
}

pub fn try_collect<T, E: Reported>(
    result: Result<T, E>,
    callback: Option<&(dyn Fn(T) + Send + Sync)>,
) -> Replayed {
    collect(result.map_err(Reported::report)?, callback)
}

pub fn try_collect_some<T, E: Reported>(
    result: Result<Option<T>, E>,
    callback: Option<&(dyn Fn(T) + Send + Sync)>,
) -> Replayed {
    collect_some(result.map_err(Reported::report)?, callback)
}
