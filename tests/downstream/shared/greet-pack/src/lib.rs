//! A pack: it carries three plugins for its users, and has no code of its own.

#![forbid(unsafe_code)]

plugin_core::plugin_crates!();
