//! Something that is probably not as intended, with its remedy.

use std::fmt;

use super::exclusion::{ExclusionReason, FilterSource};
use super::skipped::SkippedPlugin;
use crate::info::{HookSpecInfo, PluginInfo, TypeKey};
use crate::registry::crates::PluginCrate;
use crate::registry::slice;

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
/// let diagnostics = PluginManager::new::<dyn GatewayHooks>().diagnose();
/// for diagnostic in diagnostics.all() {
///     eprintln!("{diagnostic}");
/// }
/// assert!(diagnostics.to_string().contains("plugin `idle`"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostics {
    diagnostics: Vec<Diagnostic>,
}

impl Diagnostics {
    pub(crate) fn new(diagnostics: Vec<Diagnostic>) -> Self {
        Self { diagnostics }
    }

    /// What was found.
    pub fn all(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.diagnostics.is_empty()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_clean() {
            return f.write_str("nothing is missing");
        }
        let mut diagnostics = self.diagnostics.iter().zip(1..);
        diagnostics.try_for_each(|(diagnostic, n)| {
            let end = if n == self.diagnostics.len() { "" } else { "\n" };
            write!(f, "{n}. {diagnostic}{end}")
        })
    }
}

/// Something that is probably not as it was meant. Shown, it says what would mend it.
///
/// ```
/// # use plugin_core::error::Diagnostic;
/// fn is_grave(diagnostic: &Diagnostic) -> bool {
///     matches!(diagnostic, Diagnostic::SilentCrate(_) | Diagnostic::TwoCores { .. })
/// }
/// # assert!(is_grave(&Diagnostic::TwoCores { versions: vec!["0.1.0", "0.2.0"] }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Diagnostic {
    /// The host is linked with several versions of `plugin-core`. Each has a registry of its own.
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
        first: &'static HookSpecInfo,
        /// Another.
        second: &'static HookSpecInfo,
    },
    /// There are hookimpls of this plugin, and the plugin is not in the registry.
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
        by: ExclusionReason,
        /// The id or pattern.
        entry: String,
    },
    /// A plugin could not work with the others.
    SkippedPlugin(SkippedPlugin),
    /// The host grants something to an id that no plugin has, linked or registered.
    UnmatchedValue {
        /// The id.
        id: String,
        /// What is granted.
        type_name: TypeKey,
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

impl fmt::Display for Diagnostic {
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
                "{plugin} ({}, {}) has hookimpls and is not in the registry: the linker has dropped \
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
                    ExclusionReason::Blocked(source) => (source, "blocks"),
                    ExclusionReason::NotAllowed(source) => (source, "allows"),
                    ExclusionReason::NoPlugins => (&FilterSource::Host, "blocks"),
                };
                let entry = entry.escape_debug();
                write!(f, "{source} {verb} `{entry}`, which matches no plugin: is it misspelt?")
            }
            Self::SkippedPlugin(skipped) => skipped.fmt(f),
            Self::UnmatchedValue { id, type_name } => write!(
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
