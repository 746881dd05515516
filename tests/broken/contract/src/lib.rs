//! The contract of plugins that cannot work together. `tests/integration/reports.rs` checks the
//! reports about them.

#![forbid(unsafe_code)]

use plugin_core::hookspec;

/// The hooks of a host whose plugins are broken.
#[hookspec(project = "broken")]
pub trait BrokenHooks {
    /// Is never called, as no host can register these plugins.
    fn work(&self) -> String;
}
