//! The types of values that a host can provide to plugins.

#![allow(missing_docs, clippy::must_use_candidate, reason = "named by generated code only")]

use crate::info::TypeKey;

pub const fn new_need<T: Injectable + ?Sized + 'static>() -> TypeKey {
    TypeKey::of::<T>()
}

/// A type of values that a host can provide to plugins.
#[diagnostic::on_unimplemented(
    message = "a host cannot provide `{Self}`",
    label = "cannot be provided to plugins",
    note = "a provided value must be `Sized + Send + Sync + 'static`; a service that plugins know by \
            a trait is provided as `Arc<dyn Service>`, where `Service: Send + Sync`"
)]
pub trait Injectable {}

impl<T: Send + Sync + 'static> Injectable for T {}
