//! plugin-core as its users see it: one module for each concept.

#![forbid(unsafe_code)]

mod answers;
mod configuration;
mod generic_plugins;
mod hygiene;
mod monitoring;
mod parameters;
mod plugin_info;
mod specname;
mod ui;
