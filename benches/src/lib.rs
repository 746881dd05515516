//! The work that is measured. It is the same for every harness, for our framework and for the
//! peers.

#![forbid(unsafe_code)]

pub mod workload;
