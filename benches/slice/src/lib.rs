//! The linkme slice of a peer. It needs its own crate, as linkme does not let a crate that forbids
//! `unsafe` both declare a slice and add elements to it.

#![forbid(unsafe_code)]

/// Functions that the linker collects.
#[linkme::distributed_slice]
pub static TELL: [fn(u64)];
