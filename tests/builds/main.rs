//! What users build: hosts, plugin sets and the tutorial, in packages outside of this workspace.
//!
//! Cargo builds each of them with variants of its options, which takes minutes. These tests are
//! therefore not part of `cargo test --workspace`; `.ci/run` names them.

#![forbid(unsafe_code)]

mod package;

mod hosts;
mod random_sets;
mod readme;
mod tutorial;
