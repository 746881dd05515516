//! `cargo xtask package`: builds the packages that are published, and tests their content.
//!
//! In the project, tests and examples can find files that no package contains, such as those of
//! another crate. The files that Cargo would upload are therefore unpacked outside the project, and
//! tested there.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::place;
use crate::run::{self, Failed, cargo};

/// The packages that are published.
const PUBLISHED: [&str; 3] = ["plugin-core-macros", "plugin-core", "plugin-build"];

/// The files that each package contains besides its code.
const ALWAYS: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "README.md"];

/// Whether the packages are complete and their tests pass.
pub(crate) fn package() -> bool {
    match packaged() {
        Ok(()) => true,
        Err(failed) => {
            eprintln!("{failed}");
            false
        }
    }
}

fn packaged() -> Result<(), Failed> {
    let names = PUBLISHED.iter().flat_map(|name| ["--package", name]);
    // Cargo builds each package from its own files. A package that depends on another uses it as if
    // it were published already. Uncommitted changes are packaged as well.
    run::run(cargo().args(["package", "--locked", "--allow-dirty"]).args(names))?;

    let folder = place::target().join("packaged");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for name in PUBLISHED {
        unpack(name, &folder)?;
    }
    fs::write(folder.join("Cargo.toml"), workspace())?;
    // The lock file pins the versions that are already downloaded.
    fs::copy(place::project().join("Cargo.lock"), folder.join("Cargo.lock"))?;

    // Without features, they have been built above.
    run::run(cargo().current_dir(&folder).args(["test", "--workspace", "--all-features"]))
}

/// Unpacks a package into a folder of its name, and checks for the files that each package
/// contains.
fn unpack(name: &str, folder: &Path) -> Result<(), Failed> {
    // All packages have the version of the workspace, which is also the version of this package.
    let versioned = format!("{name}-{}", env!("CARGO_PKG_VERSION"));
    let package = place::target().join("package").join(format!("{versioned}.crate"));
    run::run(Command::new("tar").arg("-xzf").arg(package).arg("-C").arg(folder))?;
    let unpacked = folder.join(name);
    fs::rename(folder.join(versioned), &unpacked)?;
    for file in ALWAYS {
        if !unpacked.join(file).is_file() {
            return Err(Failed::new(format!("package `{name}` must contain `{file}`")));
        }
    }
    Ok(())
}

/// The manifest of a workspace of the unpacked packages, which depend on each other by path.
fn workspace() -> String {
    let patches = PUBLISHED.map(|name| format!("{name} = {{ path = \"{name}\" }}\n")).concat();
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = {PUBLISHED:?}\n\n[patch.crates-io]\n{patches}"
    )
}
