//! The linkme slice of a peer. A crate of its own, as linkme does not let a crate that forbids
//! `unsafe` both declare a slice and fill it.

#![forbid(unsafe_code)]

/// Functions that the linker collects.
#[linkme::distributed_slice]
pub static TELL: [fn(u64)];
