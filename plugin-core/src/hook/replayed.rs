//! What the answer of one hookimpl to a replayed call comes to, by the names of the functions in
//! [`call`](super::call).

#![allow(missing_docs, clippy::missing_errors_doc, reason = "named by generated code only")]

use crate::isolate::host;
use crate::util::BoxError;

/// What a remembered call comes to when it is replayed to one plugin.
pub type Replayed = Result<(), BoxError>;

/// What a historic hook may fail with.
#[diagnostic::on_unimplemented(
    message = "a historic hook cannot fail with `{Self}`",
    label = "cannot be reported when a replay fails",
    note = "a replay that fails is reported as the error of the registration: \
            `E: Into<Box<dyn Error + Send + Sync>>`"
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

pub fn collect<T>(answer: T, callback: Option<&(dyn Fn(T) + Send + Sync)>) -> Replayed {
    collect_some(Some(answer), callback)
}

pub fn collect_some<T>(
    answer: Option<T>,
    callback: Option<&(dyn Fn(T) + Send + Sync)>,
) -> Replayed {
    if let (Some(answer), Some(callback)) = (answer, callback) {
        host(|| callback(answer));
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
