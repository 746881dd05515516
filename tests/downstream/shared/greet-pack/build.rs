//! Links the plugins that the manifest names.

#![forbid(unsafe_code)]

fn main() {
    plugin_build::link_plugins();
}
