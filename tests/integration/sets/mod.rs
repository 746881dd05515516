//! Plugin sets: calls of each kind, and the structs that can be sets.
//! (`tests/builds/random_sets.rs` compares random sets with managers.)

mod answers;
mod fields;
mod mismatches;
mod names;
mod order;
mod size;
