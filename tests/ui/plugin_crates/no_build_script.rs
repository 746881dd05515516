//! Without a build script, the crates are named by hand.

plugin_core::plugin_crates!();

fn main() {}
