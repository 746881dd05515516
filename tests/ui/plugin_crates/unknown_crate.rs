//! A crate that does not exist is an error.

plugin_core::plugin_crates! { plugin_core, gateway_plugin_of_dreams }

fn main() {}
