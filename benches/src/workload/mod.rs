//! One module for each way of doing the work: relays of a manager, and what stands beside them.

pub mod body;

pub mod contract;

pub mod scale;

pub mod relay;

pub mod by_hand;

pub mod wrapped;

pub mod wrapped_by_hand;

pub mod slices;

pub mod fused;

pub mod registering;

pub mod pluggy_grid;
