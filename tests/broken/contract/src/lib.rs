//! The contract of plugins that cannot work together. `tests/integration/reports.rs` looks at what
//! is said of them.

#![forbid(unsafe_code)]

use plugin_core::hookspec;

/// The hooks of a host whose plugins are broken.
#[hookspec(project = "broken")]
pub trait BrokenHooks {
    /// Nobody gets as far as this.
    fn work(&self) -> String;
}
