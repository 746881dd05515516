//! The ways of doing the work, with one module for each: the `Hooks` of a manager, plugin sets, and
//! the peers.

pub mod body;

pub mod contract;

pub mod scale;

pub mod managed;

pub mod by_hand;

pub mod wrapped;

pub mod wrapped_by_hand;

pub mod slices;

pub mod sets;

pub mod registering;

pub mod pluggy_grid;
