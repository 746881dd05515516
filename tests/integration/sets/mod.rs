//! Plugins that are known at compile time, fused: what a call of each kind does, and which structs
//! are sets. (Sets at random are compared with managers in `set_property`.)

mod answers;
mod fields;
mod mismatches;
mod order;
mod places;
mod size;
