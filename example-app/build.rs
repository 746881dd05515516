//! Links every plugin crate that the manifest has as a dependency.

fn main() {
    plugin_build::link_plugins();
}
