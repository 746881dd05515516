//! Replaces the slice on targets that linkme does not support. Plugins cannot register themselves
//! there, and the registry is empty. Plugin sets do not need a registry.

use super::entry::Entry;

/// Whether plugins can register themselves at link time on this target.
pub(crate) const AVAILABLE: bool = false;

pub(crate) fn entries() -> &'static [Entry] {
    &[]
}

/// The items that the macro names.
pub mod named {}

/// Adds an entry to the registry. Without a registry, this does nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! __register {
    ($name:ident, $entry:expr) => {
        // The entry is still type-checked.
        const _: $crate::__private_0_1_0::Entry = $entry;
    };
}
