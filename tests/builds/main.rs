//! The packages that users build: hosts, plugin sets and the tutorial, outside of this workspace.
//!
//! Cargo builds each package with several variants of its options, which takes minutes. Therefore
//! these tests are not part of `cargo test --workspace`; `.ci/run` runs them by name.

#![forbid(unsafe_code)]

mod package;

mod hosts;
mod random_sets;
mod readme;
mod tutorial;
