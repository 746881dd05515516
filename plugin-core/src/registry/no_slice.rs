//! What stands for the slice on targets that linkme does not know: nothing registers itself there, and
//! nothing is found. Plugin sets do without.

use super::entry::Entry;

/// Whether there is a registry.
pub(crate) const IS_THERE: bool = false;

pub(crate) fn entries() -> &'static [Entry] {
    &[]
}

/// What the macro names.
pub mod named {}

/// Puts an entry into the registry: nowhere.
#[doc(hidden)]
#[macro_export]
macro_rules! __register {
    ($name:ident, $entry:expr) => {
        // So that it is checked all the same.
        const _: $crate::__private_0_1_0::Entry = $entry;
    };
}
