//! A façade: re-exports plugin-core entirely, and as a module.

#![forbid(unsafe_code)]

pub use plugin_core;
pub use plugin_core::*;
