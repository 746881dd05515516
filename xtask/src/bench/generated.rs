//! Writes crates that are built for measurement: a contract and any number of plugins, with our
//! macros or by hand on linkme.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place;
use crate::run::{self, Failed};

/// How the crates are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// `#[hookspec]`, `#[derive(Plugin)]` and `#[hookimpl]`.
    Macros,
    /// A trait with default bodies, and for each plugin an impl and an element of a linkme slice.
    Hand,
}

impl By {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Macros => "macros",
            Self::Hand => "hand",
        }
    }
}

/// The content of the crates.
#[derive(Debug, Clone, Copy)]
pub(super) struct Content {
    /// The number of hooks in the contract.
    pub(super) hooks: usize,
    pub(super) plugins: usize,
    /// The number of hooks that each plugin implements.
    pub(super) hookimpls: usize,
    /// Whether each plugin but the first requires another plugin by id and version.
    pub(super) requires: bool,
    /// Whether the plugins form a plugin set, on which each hook is called.
    pub(super) set: bool,
    /// Whether the crate is a program that starts the plugins and prints how long that took.
    pub(super) program: bool,
}

/// A crate of plugins beside the crate of its contract.
#[derive(Debug)]
pub(super) struct Generated {
    /// The name of the package. Each package needs a name of its own, as all programs are in one
    /// folder.
    name: String,
    folder: PathBuf,
    target: PathBuf,
}

impl Generated {
    pub(super) fn write(name: &str, by: By, content: Content) -> Result<Self, Failed> {
        let root = place::target().join("bench/generated");
        let name = format!("{name}-{}-{}", by.name(), content.plugins);
        let folder = root.join(&name);
        let contract = folder.join("contract");
        write(&contract.join("Cargo.toml"), &contract_manifest(by, content))?;
        write(&contract.join("src/lib.rs"), &contract_source(by, content.hooks))?;
        write(&folder.join("Cargo.toml"), &plugins_manifest(by, &name, content))?;
        let file = if content.program { "src/main.rs" } else { "src/lib.rs" };
        write(&folder.join(file), &plugins_source(by, content))?;
        // The project's lock file pins the same versions, and Cargo need not resolve anything.
        fs::copy(place::project().join("Cargo.lock"), folder.join("Cargo.lock"))?;
        Ok(Self { name, folder, target: root.join("target").join(by.name()) })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Cargo, in the crate of the plugins. Its dependencies are built once for all crates.
    pub(super) fn cargo(&self) -> Command {
        let mut cargo = run::cargo();
        cargo.current_dir(&self.folder).env("CARGO_TARGET_DIR", &self.target);
        cargo
    }

    /// Where a release build puts the program.
    pub(super) fn program(&self) -> PathBuf {
        self.target.join("release").join(&self.name)
    }
}

/// Writes the file if its content differs: Cargo would rebuild a crate whose file was touched.
fn write(file: &Path, content: &str) -> Result<(), Failed> {
    if fs::read_to_string(file).is_ok_and(|old| old == content) {
        return Ok(());
    }
    fs::create_dir_all(file.parent().expect("a file in a folder"))?;
    Ok(fs::write(file, content)?)
}

fn contract_manifest(by: By, content: Content) -> String {
    let dependency = match by {
        By::Macros => plugin_core(content),
        By::Hand => "linkme = \"0.3\"\n".to_owned(),
    };
    format!(
        "[package]\nname = \"contract\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n{dependency}"
    )
}

fn plugins_manifest(by: By, name: &str, content: Content) -> String {
    let dependency = match by {
        By::Macros => plugin_core(content),
        By::Hand => "linkme = \"0.3\"\n".to_owned(),
    };
    format!(
        "[workspace]\n\n[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [dependencies]\ncontract = {{ path = \"contract\" }}\n{dependency}\n\
         [profile.release]\nstrip = true\n"
    )
}

fn plugin_core(content: Content) -> String {
    let features = if content.set { ", features = [\"sets\"]" } else { "" };
    let path = place::project().join("plugin-core");
    format!("plugin-core = {{ path = \"{}\"{features} }}\n", path.display())
}

fn contract_source(by: By, hooks: usize) -> String {
    let mut source = String::new();
    let _ = match by {
        By::Macros => writeln!(source, "#[plugin_core::hookspec]\npub trait Work {{"),
        By::Hand => writeln!(source, "{BY_HAND}pub trait Work: Send + Sync {{"),
    };
    for hook in 0..hooks {
        let _ = match by {
            By::Macros => writeln!(source, "    fn hook_{hook}(&self, value: u64) -> Option<u64>;"),
            By::Hand => writeln!(
                source,
                "    fn hook_{hook}(&self, _value: u64) -> Option<u64> {{\n        None\n    }}"
            ),
        };
    }
    source + "}\n"
}

/// What a contract by hand contains besides its trait.
const BY_HAND: &str = "\
pub struct Registration {
    pub id: &'static str,
    pub version: &'static str,
    pub make: fn() -> std::sync::Arc<dyn Work>,
}

#[linkme::distributed_slice]
pub static PLUGINS: [Registration];

";

fn plugins_source(by: By, content: Content) -> String {
    let mut source = match by {
        By::Macros => "use contract::Work;\nuse plugin_core::{Plugin, hookimpl};\n".to_owned(),
        By::Hand => "use contract::{PLUGINS, Registration, Work};\n\
                     use linkme::distributed_slice;\n"
            .to_owned(),
    };
    for plugin in 0..content.plugins {
        let derives = if by == By::Macros { "Plugin, Default" } else { "Default" };
        let _ = write!(source, "\n/// Number {plugin}.\n#[derive({derives})]\n");
        if content.requires && plugin > 0 {
            // The requirements form a tree: its depth grows with the number of plugins, and no
            // plugin is required by all others.
            let required = (plugin - 1) / 2;
            let _ = writeln!(source, "#[plugin(requires(\"p{required} ^0.1\"))]");
        }
        let _ = write!(source, "pub struct P{plugin}(u64);\n\n");
        implementation(&mut source, by, plugin, content.hookimpls);
        if by == By::Hand {
            let _ = write!(
                source,
                "\n#[distributed_slice(PLUGINS)]\nstatic REGISTRATION_{plugin}: Registration = \
                 Registration {{\n    id: \"p{plugin}\",\n    version: \
                 env!(\"CARGO_PKG_VERSION\"),\n    make: || \
                 std::sync::Arc::new(P{plugin}::default()),\n}};\n"
            );
        }
    }
    if content.set {
        set(&mut source, content);
    }
    if content.program {
        source.push_str(if by == By::Macros { MAIN } else { MAIN_BY_HAND });
    }
    source
}

fn implementation(source: &mut String, by: By, plugin: usize, hookimpls: usize) {
    // By hand, a plugin without hookimpls must still implement the trait.
    if hookimpls == 0 && by == By::Macros {
        return;
    }
    if by == By::Macros {
        source.push_str("#[hookimpl]\n");
    }
    let _ = writeln!(source, "impl Work for P{plugin} {{");
    for hook in 0..hookimpls {
        let _ = writeln!(
            source,
            "    fn hook_{hook}(&self, value: u64) -> Option<u64> {{\n        \
             Some(self.0 ^ value ^ {plugin})\n    }}"
        );
    }
    source.push_str("}\n");
}

fn set(source: &mut String, content: Content) {
    source.push_str(
        "\n#[derive(plugin_core::PluginSet, Default)]\n#[plugin_set(hookspecs(Work))]\n\
         pub struct Plugins {\n",
    );
    for plugin in 0..content.plugins {
        let _ = writeln!(source, "    p{plugin}: P{plugin},");
    }
    source.push_str(
        "}\n\npub fn call(plugins: &Plugins) -> usize {\n    use plugin_core::PluginSet as _;\n    \
         let hooks = plugins.hook::<dyn Work>();\n    0",
    );
    for hook in 0..content.hooks {
        let _ = write!(source, " + hooks.hook_{hook}(7).len()");
    }
    source.push_str("\n}\n");
}

const MAIN: &str = "
fn main() {
    let begun = std::time::Instant::now();
    let manager = plugin_core::PluginManager::discover::<dyn Work>().unwrap();
    let took = begun.elapsed().as_nanos();
    let answers = manager.hook::<dyn Work>().hook_0(7);
    println!(\"{took} {}\", answers.len());
}
";

const MAIN_BY_HAND: &str = "
fn main() {
    let begun = std::time::Instant::now();
    let mut plugins: Vec<_> = PLUGINS.iter().map(|it| (it.id, it.version, (it.make)())).collect();
    plugins.sort_by_key(|plugin| plugin.0);
    let took = begun.elapsed().as_nanos();
    let answers = plugins.iter().filter_map(|plugin| plugin.2.hook_0(7));
    println!(\"{took} {}\", answers.count());
}
";
