//! Tests of plugin-core from the user's point of view, with one module for each concept.

#![forbid(unsafe_code)]

// The macros: contracts, plugins, and the mistakes in them.
mod answers;
mod configuration;
mod generic_plugins;
mod hygiene;
mod next;
mod parameters;
mod plugin_info;
mod sets;
mod specname;
mod ui;

// The manager.
mod allocations;
mod async_hosts;
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

// The layout of the sources, and what is written about them.
mod documentation;
mod layers;

// Bugs that were fixed.
mod regressions;
