//! plugin-core as its users see it: one module for each concept.

#![forbid(unsafe_code)]

// What is written: contracts, plugins, and the mistakes in them.
mod answers;
mod configuration;
mod generic_plugins;
mod hygiene;
mod parameters;
mod plugin_info;
mod sets;
mod specname;
mod ui;

// What a manager does with it.
mod allocations;
mod config;
mod constraints;
mod context;
mod diagnostics;
mod faults;
mod filters;
mod monitoring;
mod order_property;
mod panics;
mod pluggy_vectors;
mod registration;
mod replacement;
mod reports;
mod requirements;
mod run_time_plugins;
mod testing;
mod threads;

// How the sources are laid out.
mod layers;

// What broke once.
mod regressions;
