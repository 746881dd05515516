//! The work that is measured: the same for every harness, ours and that of the peers.

#![forbid(unsafe_code)]

pub mod workload;
