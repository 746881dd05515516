//! The one distributed slice, and nothing else.
//!
//! linkme names the link section after the identifier alone, so two slices of one name in one
//! binary break each other at first use. The identifier therefore carries the version: two
//! versions of this crate in one binary have a slice each. It is never empty on purpose: each
//! hookspec puts an element in, and nothing can be asked without one.

use super::entry::Entry;

/// What `#[hookspec]`, `#[derive(Plugin)]` and `#[hookimpl]` put into the binary.
#[linkme::distributed_slice]
pub static PLUGIN_CORE_0_1_0: [Entry];

/// Whether there is a registry.
pub(crate) const IS_THERE: bool = true;

/// Puts an entry into the registry. The one place that says how.
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

/// What the macro names.
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
    fn its_name_and_that_of_the_hidden_module_carry_the_version() {
        let version = env!("CARGO_PKG_VERSION").replace(['.', '-'], "_");
        let slice = include_str!("slice.rs");
        assert!(slice.contains(&format!("pub static PLUGIN_CORE_{version}: [Entry];")));
        let crate_root = include_str!("../lib.rs");
        assert!(crate_root.contains(&format!("pub mod __private_{version};")));
    }
}
