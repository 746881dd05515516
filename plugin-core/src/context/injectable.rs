//! What a host can provide to plugins.

#![allow(missing_docs, clippy::must_use_candidate, reason = "named by generated code only")]

use crate::info::TypeKey;

pub const fn new_need<T: Injectable + ?Sized + 'static>() -> TypeKey {
    TypeKey::of::<T>()
}

/// What a host can grant.
#[diagnostic::on_unimplemented(
    message = "a host cannot value `{Self}`",
    label = "cannot be granted",
    note = "what is granted must be `Sized + Send + Sync + 'static`; a service that plugins know by \
            a trait is granted as `Arc<dyn Service>`, where `Service: Send + Sync`"
)]
pub trait Injectable {}

impl<T: Send + Sync + 'static> Injectable for T {}
