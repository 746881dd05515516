//! A façade: plugin-core as a whole, and as a module.

#![forbid(unsafe_code)]

pub use plugin_core;
pub use plugin_core::*;
