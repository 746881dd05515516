//! Links every plugin crate that a host depends on, so that `cargo add` is all it takes to install
//! a plugin.
//!
//! rustc does not link a dependency that no code names: there is no error, no warning, and no
//! plugin. This crate names the plugin crates. The host needs it as a build-dependency, with one
//! line in its `build.rs`,
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
//! From then on, `cargo add some-plugin` installs a plugin.
//!
//! # Which crates are linked
//!
//! `link_plugins` links the direct dependencies of the package that is being built, with its
//! features and for its target, if they depend on `plugin-core`, directly or not. They may come
//! from a workspace, a path, a repository or a registry. A renamed dependency is linked under its
//! new name, an optional one only if a feature turns it on. Development and build dependencies are
//! skipped. Nothing is downloaded: the manifest and the lock file contain all that is needed.
//!
//! A crate that depends on `plugin-core` and has no plugins (a contract, a façade) is linked as
//! well, which does no harm. To skip one, list it in the host's manifest:
//!
//! ```toml
//! [package.metadata.plugin-core]
//! ignore = ["some-facade"]
//! ```
//!
//! The same list helps with a crate from outside the workspace whose library is not named after its
//! package: the lock file does not contain the name of the library. List the package under
//! `ignore`, and name the library in the host's code: `use its_name as _;`.
//!
//! A crate that carries plugins for its users, a *pack*, does the same as a host, and so links its
//! dependencies. If a pack is built for another workspace than its own, it has no lock file that
//! shows which dependencies have plugins. It then names all of them.
//!
//! A host of edition 2015 must name its plugin crates itself.
//!
//! # When it runs again
//!
//! The build script runs again if the manifest of the package or of the workspace changes, if the
//! lock file changes, and if other features are enabled; not otherwise.

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
/// the file that `plugin_core::plugin_crates!()` includes. Call it in a build script.
///
/// If it fails, the build fails with a message that names the cause and a fix.
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
    // A pack from a registry has no lock file: the build uses that of the host, whose location the
    // pack does not know.
    let lock = members.workspace_root.join("Cargo.lock");
    let lockfile = lock.exists().then(|| Lockfile::load(&lock)).transpose();
    let lockfile = lockfile.map_err(|error| {
        format!("lock file `{lock}` must be readable: {error}; restore it, or {BY_HAND}")
    })?;
    let graph = graph::read(&members, host, lockfile.as_ref(), &build()?)?;

    // Cargo would run the script each time if one of these files did not exist.
    let files = [&host.manifest_path, &members.workspace_root.join("Cargo.toml"), &lock];
    for file in files.into_iter().filter(|file| file.exists()) {
        println!("cargo::rerun-if-changed={file}");
    }
    if let [first, .., last] = graph.cores.as_slice() {
        println!(
            "cargo::warning=the build must contain one version of `plugin-core`, but contains {} \
             ({first} to {last}): a host does not see plugins of another version; run `cargo tree \
             -i plugin-core@{first}` to see which packages need that version",
            graph.cores.len()
        );
    }
    // `plugin_crates! { .. }` does not include the file. It compares its list with this text.
    println!("cargo::rustc-env=PLUGIN_CORE_CRATES={}", script::found(&graph));
    fs::write(&out, script::of(&graph)).map_err(|error| {
        format!(
            "`{}` must be writable: {error}; check the permissions of the target folder",
            out.display()
        )
    })
}

const BY_HAND: &str = "remove the call of `link_plugins` and list the plugin crates by hand: \
                       `plugin_core::plugin_crates! { a, b }`";

fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| {
        format!(
            "`${name}` must be set: call `link_plugins` only in a build script, for which Cargo sets \
             it"
        )
    })
}

/// The packages of the workspace. Their dependencies are not resolved: those of members other than
/// the host may not be downloaded.
fn members(manifest: &Path) -> Result<Metadata, String> {
    let mut command = MetadataCommand::new();
    command.manifest_path(manifest).no_deps().other_options(["--offline".to_owned()]);
    command.exec().map_err(|error| {
        let manifest = manifest.display();
        format!(
            "`cargo metadata` must be able to read `{manifest}`: {error}; fix this error, or {BY_HAND}"
        )
    })
}

fn host<'a>(members: &'a Metadata, manifest: &Path) -> Result<&'a Package, String> {
    let is_it = |package: &&Package| {
        let own = package.manifest_path.as_std_path();
        own == manifest || own.canonicalize().ok() == manifest.canonicalize().ok()
    };
    members.packages.iter().find(is_it).ok_or_else(|| {
        format!(
            "`{}` must be the manifest of a package: call `link_plugins` in the build script of the \
             package that has the plugins as dependencies, not in that of a virtual workspace",
            manifest.display()
        )
    })
}

/// The facts about the build that Cargo passes to a build script.
fn build() -> Result<Build, String> {
    let mut build = Build { features: Vec::new(), target: variable("TARGET")?, cfgs: Vec::new() };
    for (name, value) in env::vars() {
        if let Some(feature) = name.strip_prefix("CARGO_FEATURE_") {
            build.features.push(feature.to_owned());
        } else if let Some(cfg) = name.strip_prefix("CARGO_CFG_") {
            let cfg = cfg.to_lowercase();
            let values = value.split(',').filter(|value| !value.is_empty());
            let pairs = values.map(|value| format!("{cfg} = {value:?}"));
            // A value that does not parse as a condition cannot be in a manifest.
            build.cfgs.extend(pairs.chain([cfg.clone()]).filter_map(|it| it.parse::<Cfg>().ok()));
        }
    }
    Ok(build)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_without_a_package_is_rejected_with_a_fix() {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let members = members(&manifest).unwrap();
        assert_eq!(host(&members, &manifest).unwrap().name.as_str(), "plugin-build");

        let workspace = manifest.parent().unwrap().with_file_name("Cargo.toml");
        let error = host(&members, &workspace).err().unwrap();
        assert!(error.contains("not in that of a virtual workspace"), "{error}");
    }

    #[test]
    fn unreadable_metadata_is_reported_with_an_alternative() {
        let error = members(Path::new("no/such/Cargo.toml")).err().unwrap();
        assert!(error.contains("list the plugin crates by hand"), "{error}");
    }
}
