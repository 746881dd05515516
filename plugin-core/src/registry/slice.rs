//! The one distributed slice, and nothing else.
//!
//! linkme names the link section after the identifier alone, so two slices of the same name in one
//! binary break each other at first use. The identifier therefore contains the version of this
//! crate: two versions in one binary have one slice each. A slice that is read is never empty,
//! because each hookspec adds an element, and a manager needs a hookspec.

use super::entry::Entry;

/// The elements that `#[hookspec]`, `#[derive(Plugin)]` and `#[hookimpl]` add to the binary.
#[linkme::distributed_slice]
pub static PLUGIN_CORE_0_1_0: [Entry];

/// Whether plugins can register themselves at link time on this target.
pub(crate) const AVAILABLE: bool = true;

/// Adds an entry to the registry. No other code names the attribute of linkme.
#[doc(hidden)]
#[macro_export]
macro_rules! __register {
    ($name:ident, $entry:expr) => {
        #[$crate::__private_0_1_0::named::linkme::distributed_slice(
            $crate::__private_0_1_0::named::PLUGIN_CORE_0_1_0
        )]
        #[linkme(crate = $crate::__private_0_1_0::named::linkme)]
        static $name: $crate::__private_0_1_0::Entry = $entry;
    };
}

/// The items that the macro names.
pub mod named {
    pub use linkme;

    pub use crate::registry::slice::PLUGIN_CORE_0_1_0;
}

pub(crate) fn entries() -> &'static [Entry] {
    PLUGIN_CORE_0_1_0.static_slice()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_names_of_the_slice_and_the_hidden_module_contain_the_version() {
        let version = env!("CARGO_PKG_VERSION").replace(['.', '-'], "_");
        let slice = include_str!("slice.rs");
        assert!(slice.contains(&format!("pub static PLUGIN_CORE_{version}: [Entry];")));
        let crate_root = include_str!("../lib.rs");
        assert!(crate_root.contains(&format!("pub mod __private_{version};")));
    }
}
