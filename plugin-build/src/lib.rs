//! Links every plugin crate that a host depends on: `cargo add` is installation.
//!
//! rustc does not link a dependency that no code names: no error, no warning, and no plugin. This
//! crate names them. The host has it as a build-dependency, with one line in its `build.rs`,
//!
//! ```text
//! fn main() {
//!     plugin_build::link_plugins();
//! }
//! ```
//!
//! and one line in its `main.rs` or `lib.rs` (and in each test, example or benchmark that does not
//! use the host's library):
//!
//! ```text
//! plugin_core::plugin_crates!();
//! ```
//!
//! From then on, `cargo add some-plugin` is all that it takes.
//!
//! # Which crates are linked
//!
//! The direct dependencies of the package that is being built, with its features and for its
//! target, which depend on `plugin-core` themselves, directly or not: from a workspace, a path, a
//! repository or a registry. Renamed and optional dependencies are what they are in this build;
//! development and build dependencies are left out. Nothing is fetched: the manifest and the lock
//! file tell.
//!
//! A crate that depends on `plugin-core` and has no plugins (a contract, a façade) is named as
//! well, which does no harm. To leave one out, say so in the host's manifest:
//!
//! ```toml
//! [package.metadata.plugin-core]
//! ignore = ["some-facade"]
//! ```
//!
//! That is also how to name a crate yourself: one from outside of the workspace whose library has
//! another name than its package, which the lock file does not know. Then `use its_name as _;`.
//!
//! A crate that carries plugins for its users, a *pack*, does the same as a host: its dependencies
//! are linked by it. Where it is built for another workspace than its own, it has no lock file to
//! tell which of them have plugins, and names all of them.
//!
//! A host of edition 2015 names its plugin crates itself.
//!
//! # When it runs again
//!
//! When the manifest of the package or of the workspace, or the lock file changes, and for other
//! features; not otherwise.

#![forbid(unsafe_code)]

mod graph;

mod script;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use cargo_lock::Lockfile;
use cargo_metadata::cargo_platform::Cfg;
use cargo_metadata::{Metadata, MetadataCommand, Package};

use crate::graph::Build;

/// Finds the plugin crates among the dependencies of the package that is being built, and writes
/// what `plugin_core::plugin_crates!()` includes. To be called from a build script.
///
/// If that is not possible, the build fails with a message that says why and what to do.
pub fn link_plugins() {
    if let Err(message) = run() {
        println!("cargo::error={}", message.replace('\n', " "));
        process::exit(1);
    }
}

fn run() -> Result<(), String> {
    let manifest = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("Cargo.toml");
    let out = PathBuf::from(variable("OUT_DIR")?).join("plugin_crates.rs");
    let members = members(&manifest)?;
    let host = host(&members, &manifest)?;
    // A pack from a registry has none: that of the build is the host's, of which it knows nothing.
    let lock = members.workspace_root.join("Cargo.lock");
    let lockfile = lock.exists().then(|| Lockfile::load(&lock)).transpose();
    let lockfile =
        lockfile.map_err(|error| format!("plugin-build cannot read {lock}: {error}; {BY_HAND}"))?;
    let graph = graph::read(&members, host, lockfile.as_ref(), &build()?)?;

    // A file that is not there would have the script run each time.
    let files = [&host.manifest_path, &members.workspace_root.join("Cargo.toml"), &lock];
    for file in files.into_iter().filter(|file| file.exists()) {
        println!("cargo::rerun-if-changed={file}");
    }
    if let [first, .., last] = graph.cores.as_slice() {
        println!(
            "cargo::warning=plugin-core is in this build in {} versions, {first} to {last}: plugins \
             of one are not seen by a host of another; `cargo tree -i plugin-core` shows who needs \
             which",
            graph.cores.len()
        );
    }
    fs::write(&out, script::of(&graph))
        .map_err(|error| format!("plugin-build cannot write {}: {error}", out.display()))
}

const BY_HAND: &str = "to do without, name the plugin crates yourself: \
                       `plugin_core::plugin_crates! { a, b }`";

fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| {
        format!(
            "plugin-build needs ${name}, which Cargo sets: call `link_plugins` in a build script"
        )
    })
}

/// The packages of the workspace. Their dependencies are not looked at, as those of others than
/// the host may not be there.
fn members(manifest: &Path) -> Result<Metadata, String> {
    let mut command = MetadataCommand::new();
    command.manifest_path(manifest).no_deps().other_options(["--offline".to_owned()]);
    command.exec().map_err(|error| {
        let manifest = manifest.display();
        format!("plugin-build cannot read {manifest} (`cargo metadata`): {error}; {BY_HAND}")
    })
}

fn host<'a>(members: &'a Metadata, manifest: &Path) -> Result<&'a Package, String> {
    let is_it = |package: &&Package| {
        let own = package.manifest_path.as_std_path();
        own == manifest || own.canonicalize().ok() == manifest.canonicalize().ok()
    };
    members.packages.iter().find(is_it).ok_or_else(|| {
        format!(
            "there is no package at {}: call `link_plugins` in the build script of the package that \
             has the plugins as dependencies, not of a virtual workspace",
            manifest.display()
        )
    })
}

/// What Cargo tells a build script of the build.
fn build() -> Result<Build, String> {
    let mut build = Build { features: Vec::new(), target: variable("TARGET")?, cfgs: Vec::new() };
    for (name, value) in env::vars() {
        if let Some(feature) = name.strip_prefix("CARGO_FEATURE_") {
            build.features.push(feature.to_owned());
        } else if let Some(cfg) = name.strip_prefix("CARGO_CFG_") {
            let cfg = cfg.to_lowercase();
            let values = value.split(',').filter(|value| !value.is_empty());
            let pairs = values.map(|value| format!("{cfg} = {value:?}"));
            // What Cargo does not know as a condition cannot be in a manifest.
            build.cfgs.extend(pairs.chain([cfg.clone()]).filter_map(|it| it.parse::<Cfg>().ok()));
        }
    }
    Ok(build)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_without_a_package_is_refused_with_a_remedy() {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let members = members(&manifest).unwrap();
        assert_eq!(host(&members, &manifest).unwrap().name.as_str(), "plugin-build");

        let workspace = manifest.parent().unwrap().with_file_name("Cargo.toml");
        let error = host(&members, &workspace).err().unwrap();
        assert!(error.contains("not of a virtual workspace"), "{error}");
    }

    #[test]
    fn metadata_that_cannot_be_had_is_told_with_another_way() {
        let error = members(Path::new("no/such/Cargo.toml")).err().unwrap();
        assert!(error.contains("name the plugin crates yourself"), "{error}");
    }
}
