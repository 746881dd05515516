//! Links the plugins that the manifest lists as dependencies.

#![forbid(unsafe_code)]

fn main() {
    plugin_build::link_plugins();
}
