//! A crate that does not exist is not passed over.

plugin_core::plugin_crates! { plugin_core, gateway_plugin_of_dreams }

fn main() {}
