//! Whether anything is missing: what was expected at build time against what is in the catalogue.

use std::collections::BTreeSet;
use std::fmt;

use crate::catalogue::crates::PluginCrate;
use crate::catalogue::{Catalogue, slice};
use crate::context::TypeName;
use crate::hook::spec::HookspecInfo;
use crate::manager::{Exclusion, ListSource};
use crate::plugin::PluginInfo;
use crate::resolve::LeftOut;

/// What [`PluginManager::diagnose`](crate::PluginManager::diagnose) found.
///
/// Shown, it is a report with a remedy for each finding.
///
/// ```standalone_crate
/// use plugin_core::{Plugin, PluginManager, hookspec};
///
/// # #[hookspec]
/// # trait GatewayHooks { fn on_startup(&self); }
/// /// Forgot to implement anything.
/// #[derive(Plugin, Default)]
/// struct Idle;
///
/// let diagnosis = PluginManager::new::<dyn GatewayHooks>().diagnose();
/// for finding in diagnosis.findings() {
///     eprintln!("{finding}");
/// }
/// assert!(diagnosis.to_string().contains("plugin `idle`"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    findings: Vec<Finding>,
}

impl Diagnosis {
    /// `unmatched` are entries of lists that match no plugin, `given` what was found of what the host
    /// gives to plugins; `is_empty` is whether the manager has no plugins and was not told to have
    /// none.
    pub(crate) fn of(
        catalogue: &Catalogue,
        project: &'static str,
        unmatched: Vec<(Exclusion, String)>,
        left_out: Vec<LeftOut>,
        given: Vec<Finding>,
        is_empty: bool,
    ) -> Self {
        let mut findings = Vec::new();
        findings.extend(cores(catalogue));
        findings.extend(catalogue.silent_crates().map(Finding::SilentCrate));
        findings.extend(contracts(catalogue));
        findings.extend(catalogue.unregistered_plugins().map(Finding::UnregisteredPlugin));
        findings.extend(idle_plugins(catalogue, project));
        let unmatched = unmatched.into_iter();
        findings.extend(unmatched.map(|(by, entry)| Finding::UnmatchedEntry { by, entry }));
        findings.extend(left_out.into_iter().map(Finding::LeftOut));
        findings.extend(given);
        if is_empty {
            findings.push(Finding::NoPlugins { project, named: catalogue.names_crates() });
        }
        Self { findings }
    }

    /// What was found.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }
}

impl fmt::Display for Diagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_clean() {
            return f.write_str("nothing is missing");
        }
        let mut findings = self.findings.iter().zip(1..);
        findings.try_for_each(|(finding, n)| {
            let end = if n == self.findings.len() { "" } else { "\n" };
            write!(f, "{n}. {finding}{end}")
        })
    }
}

/// Something that is probably not as it was meant. Shown, it says what would mend it.
///
/// ```
/// # use plugin_core::Finding;
/// fn is_grave(finding: &Finding) -> bool {
///     matches!(finding, Finding::SilentCrate(_) | Finding::TwoCores { .. })
/// }
/// # assert!(is_grave(&Finding::TwoCores { versions: vec!["0.1.0", "0.2.0"] }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// The host is linked with several versions of `plugin-core`. Each has a catalogue of its own.
    TwoCores {
        /// The versions, sorted.
        versions: Vec<&'static str>,
    },
    /// [`plugin_crates!`](crate::plugin_crates) named the crate, and it registered nothing.
    SilentCrate(PluginCrate),
    /// One contract is linked in several versions. A plugin of one is not called by a host of
    /// another.
    TwoContracts {
        /// One of them.
        first: &'static HookspecInfo,
        /// Another.
        second: &'static HookspecInfo,
    },
    /// There are hookimpls of this plugin, and the plugin is not in the catalogue.
    UnregisteredPlugin(&'static PluginInfo),
    /// The plugin implements no hook of the project.
    IdlePlugin {
        /// The plugin.
        plugin: &'static PluginInfo,
        /// The projects of which it implements hooks.
        projects: Vec<&'static str>,
    },
    /// A list of allowed or blocked plugins has an entry that matches no plugin, linked or
    /// registered.
    UnmatchedEntry {
        /// Whose list it is, and what becomes of the plugins in it, or of those that are not.
        by: Exclusion,
        /// The id or pattern.
        entry: String,
    },
    /// A plugin could not work with the others.
    LeftOut(LeftOut),
    /// The host grants something to an id that no plugin has, linked or registered.
    UnmatchedGrant {
        /// The id.
        id: String,
        /// What is granted.
        type_name: TypeName,
    },
    /// The configuration has a section that no plugin reads.
    UnreadSection {
        /// The section.
        section: String,
        /// The plugin with this id, if there is one.
        plugin: Option<&'static PluginInfo>,
    },
    /// The manager has no plugin.
    NoPlugins {
        /// The project of the manager.
        project: &'static str,
        /// Whether there is a [`plugin_crates!`](crate::plugin_crates).
        named: bool,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TwoCores { versions } => write!(
                f,
                "plugin-core is linked in versions {}: plugins of one are not seen by a host of \
                 another; `cargo tree -i plugin-core` shows who needs which",
                versions.join(", ")
            ),
            Self::SilentCrate(krate) => write!(
                f,
                "{krate} was named by `plugin_crates!` and registered nothing: are its plugins \
                 behind a feature? If it has none, ignore it in the host's manifest: \
                 `[package.metadata.plugin-core] ignore = [\"..\"]`"
            ),
            Self::TwoContracts { first, second } => write!(
                f,
                "the hookspec `{}` is linked twice, from {} and from {}: plugins of one are not \
                 called by a host of the other; `cargo tree -i {}` shows who needs which",
                first.name(),
                first.package(),
                second.package(),
                first.package().name()
            ),
            Self::UnregisteredPlugin(plugin) => write!(
                f,
                "{plugin} ({}, {}) has hookimpls and is not in the catalogue: the linker has dropped \
                 a part of the crate; please report it",
                plugin.package(),
                plugin.location()
            ),
            Self::IdlePlugin { plugin, projects } if projects.is_empty() => write!(
                f,
                "{plugin} ({}, {}) implements no hook: write `#[hookimpl]` on an impl of a hookspec \
                 for `{}`",
                plugin.package(),
                plugin.location(),
                plugin.type_name()
            ),
            Self::IdlePlugin { plugin, projects } => write!(
                f,
                "{plugin} ({}, {}) implements hooks of other projects only (`{}`): a hookspec of the \
                 plugin's own names the host's with `#[hookspec(project = \"..\")]`",
                plugin.package(),
                plugin.location(),
                projects.join("`, `")
            ),
            Self::UnmatchedEntry { by, entry } => {
                let (source, verb) = match by {
                    Exclusion::Blocked(source) => (source, "blocks"),
                    Exclusion::NotAllowed(source) => (source, "allows"),
                    Exclusion::NoPlugins => (&ListSource::Host, "blocks"),
                };
                let entry = entry.escape_debug();
                write!(f, "{source} {verb} `{entry}`, which matches no plugin: is it misspelt?")
            }
            Self::LeftOut(left_out) => left_out.fmt(f),
            Self::UnmatchedGrant { id, type_name } => write!(
                f,
                "`{type_name}` is granted to `{}`, and no plugin has that id: is it misspelt?",
                id.escape_debug()
            ),
            Self::UnreadSection { section, plugin: None } => write!(
                f,
                "the configuration has a section `{}`, and no plugin has that id: is it misspelt?",
                section.escape_debug()
            ),
            Self::UnreadSection { section, plugin: Some(plugin) } => write!(
                f,
                "the configuration has a section `{section}`, and {plugin} ({}, {}) reads none: \
                 remove it, or write `#[plugin(config = ..)]`",
                plugin.package(),
                plugin.location()
            ),
            Self::NoPlugins { project, .. } if !slice::IS_THERE => write!(
                f,
                "no plugin of project `{project}` is here: nothing registers itself at link time on \
                 this target; put the plugins into a plugin set (`#[derive(PluginSet)]`)"
            ),
            Self::NoPlugins { project, named: false } => write!(
                f,
                "no plugin of project `{project}` is here: rustc links no crate that no code names; \
                 write `plugin_core::plugin_crates!();` at the top of the host, with \
                 `plugin_build::link_plugins()` in its build script"
            ),
            Self::NoPlugins { project, named: true } => write!(
                f,
                "no plugin of project `{project}` is here: `cargo add` one, or unblock one"
            ),
        }
    }
}

fn cores(catalogue: &Catalogue) -> Option<Finding> {
    let versions = catalogue.cores();
    (versions.len() > 1).then_some(Finding::TwoCores { versions })
}

/// Two of the same name, project and package, of different versions.
fn contracts(catalogue: &Catalogue) -> impl Iterator<Item = Finding> {
    let mut specs: Vec<_> = catalogue.hookspecs().collect();
    let key = |spec: &&HookspecInfo| {
        (spec.name(), spec.project(), spec.package().name(), spec.location().module())
    };
    specs.sort_by_key(|spec| (key(spec), spec.package().version()));
    let pairs = specs.windows(2).map(|pair| (pair[0], pair[1]));
    let twice = pairs.filter(|(first, second)| {
        key(first) == key(second) && first.package().version() != second.package().version()
    });
    let found = twice.map(|(first, second)| Finding::TwoContracts { first, second });
    found.collect::<Vec<_>>().into_iter()
}

fn idle_plugins(catalogue: &Catalogue, project: &str) -> impl Iterator<Item = Finding> {
    catalogue.entries().filter_map(move |entry| {
        let hookimpls = catalogue.hookimpls_of(entry.type_id());
        let projects: BTreeSet<_> = hookimpls.iter().map(|it| it.spec().project()).collect();
        let is_idle = !projects.contains(project);
        let projects = projects.into_iter().collect();
        is_idle.then(|| Finding::IdlePlugin { plugin: entry.info(), projects })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::__private_0_1_0::{new_crates, new_hookspec, new_location, new_package};
    use crate::catalogue::entry::Entry;

    /// The contract `Hooks` of one version of a package.
    fn contract(version: &'static str, module: &'static str) -> Entry {
        let package = new_package("gateway-hooks", version, "", "", "");
        let location = new_location(module, "src/lib.rs", 1);
        let spec = new_hookspec("Hooks", Some("gateway"), package, location, &[]);
        Entry::Hookspec(Box::leak(Box::new(spec)))
    }

    fn crates(cores: &'static [&'static str]) -> Entry {
        let (package, location) =
            (new_package("host", "1.0.0", "", "", ""), new_location("host", "", 1));
        new_crates(package, location, (&[("pack", "greet-pack", "2.0.0", "path")], cores))
    }

    fn findings(entries: Vec<Entry>) -> Vec<String> {
        let catalogue = Catalogue::read(entries.leak());
        let diagnosis =
            Diagnosis::of(&catalogue, "gateway", Vec::new(), Vec::new(), Vec::new(), false);
        diagnosis.findings().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_contract_in_two_versions_is_found() {
        let twice = findings(vec![contract("1.0.0", "hooks"), contract("2.0.0", "hooks")]);
        assert_eq!(twice.len(), 1);
        assert!(twice[0].contains("`gateway-hooks` 1.0.0 and from package `gateway-hooks` 2.0.0"));
        // Two hookspecs of one name in one package are two.
        assert!(
            findings(vec![contract("1.0.0", "hooks::a"), contract("1.0.0", "hooks::b")]).is_empty()
        );
    }

    #[test]
    fn plugin_core_in_two_versions_is_found() {
        let [cores, silent] = &findings(vec![crates(&["0.1.0"]), crates(&["0.2.0"])])[..] else {
            panic!("the versions, and the crate that both name")
        };
        assert!(cores.starts_with("plugin-core is linked in versions 0.1.0, 0.2.0"), "{cores}");
        assert!(silent.starts_with("crate `pack` (package `greet-pack` 2.0.0)"), "{silent}");
    }

    #[test]
    fn a_clean_bill_says_so() {
        let clean = Diagnosis { findings: Vec::new() };
        assert!(clean.is_clean());
        assert_eq!(clean.to_string(), "nothing is missing");
    }
}
