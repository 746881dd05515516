//! Something that is probably not as intended, and a suggestion for it.

use std::fmt;

use super::exclusion::{ExclusionReason, FilterSource};
use super::no_plugins::NoPluginsReason;
use super::skipped::SkippedPlugin;
use super::unused_replacement::UnusedReplacementReason;
use crate::info::{HookImplInfo, HookSpecInfo, PluginInfo, PluginRef, TypeKey};
use crate::ordering::Side;
use crate::registry::crates::PluginCrate;

/// The diagnostics that [`PluginManager::diagnose`](crate::PluginManager::diagnose) found.
///
/// The `Display` form is a report with a suggestion for each diagnostic.
///
/// ```standalone_crate
/// use plugin_core::{Plugin, PluginManager, hookspec};
///
/// # #[hookspec]
/// # trait GatewayHooks { fn on_startup(&self); }
/// /// Implements no hook, by mistake.
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

    /// All diagnostics.
    pub fn all(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether there are no diagnostics.
    pub fn is_clean(&self) -> bool {
        self.diagnostics.is_empty()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_clean() {
            return f.write_str("no problems found");
        }
        let mut diagnostics = self.diagnostics.iter().zip(1..);
        diagnostics.try_for_each(|(diagnostic, n)| {
            let end = if n == self.diagnostics.len() { "" } else { "\n" };
            write!(f, "{n}. {diagnostic}{end}")
        })
    }
}

/// Something that is probably not as intended. The `Display` form also says how to fix it.
///
/// ```
/// # use plugin_core::error::Diagnostic;
/// fn is_build_problem(diagnostic: &Diagnostic) -> bool {
///     matches!(
///         diagnostic,
///         Diagnostic::UnregisteredCrate(_) | Diagnostic::SeveralCoreVersions { .. }
///     )
/// }
/// # let _ = is_build_problem;
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Diagnostic {
    /// Several versions of `plugin-core` are linked into the binary. Each has a registry of its
    /// own.
    #[non_exhaustive]
    SeveralCoreVersions {
        /// The versions, sorted.
        versions: Vec<&'static str>,
    },
    /// [`plugin_crates!`](crate::plugin_crates) lists the crate, but it registered nothing.
    UnregisteredCrate(PluginCrate),
    /// A build script found the crate, but `plugin_crates! { .. }` does not list it, and it
    /// registered nothing.
    UnlistedCrate(PluginCrate),
    /// Several versions of one contract are linked. A host that uses one version does not call
    /// plugins that use another.
    #[non_exhaustive]
    SeveralContractVersions {
        /// One version.
        first: &'static HookSpecInfo,
        /// Another version.
        second: &'static HookSpecInfo,
    },
    /// The registry has hookimpls of this plugin, but not the plugin.
    UnregisteredPlugin(&'static PluginInfo),
    /// The plugin implements no hook of the project.
    #[non_exhaustive]
    UnusedPlugin {
        /// The plugin.
        plugin: &'static PluginInfo,
        /// The projects whose hooks it implements.
        projects: Vec<&'static str>,
    },
    /// An ordering constraint of a registered plugin names an id or capability that no linked or
    /// registered plugin has or provides, but that resembles one. The constraint has no effect.
    ///
    /// A name that resembles no other is not reported: it may be that of a plugin that is not
    /// installed. Nor is a name that the plugin lists in its relations, such as `optional(..)`.
    #[non_exhaustive]
    UnmatchedConstraint {
        /// The plugin that declares the constraint.
        plugin: PluginRef,
        /// The first hookimpl of the plugin that declares it.
        hookimpl: &'static HookImplInfo,
        /// The name.
        target: &'static str,
        /// The id or capability that is probably meant.
        nearest: String,
    },
    /// An ordering constraint of a registered plugin names the plugin itself. The constraint has no
    /// effect.
    #[non_exhaustive]
    ConstraintOnItself {
        /// The plugin.
        plugin: PluginRef,
        /// The first hookimpl of the plugin that declares the constraint.
        hookimpl: &'static HookImplInfo,
    },
    /// An entry of a filter matches no linked or registered plugin.
    #[non_exhaustive]
    UnmatchedEntry {
        /// The source of the filter, and the reason that it gives for excluding a plugin.
        by: ExclusionReason,
        /// The id or pattern.
        entry: String,
        /// The id that is probably meant, if the entry is a misspelled id.
        nearest: Option<String>,
    },
    /// A plugin was skipped because it cannot work with the other plugins.
    SkippedPlugin(SkippedPlugin),
    /// The host provides a value to an id that no linked or registered plugin has.
    #[non_exhaustive]
    UnmatchedValue {
        /// The id.
        id: String,
        /// The type of the value.
        type_key: TypeKey,
        /// The id that is probably meant, if this one is misspelled.
        nearest: Option<String>,
    },
    /// A [replacement](crate::PluginManagerBuilder::replace) of a linked plugin is not used.
    #[non_exhaustive]
    UnusedReplacement {
        /// The id.
        id: String,
        /// Why it is not used.
        reason: UnusedReplacementReason,
    },
    /// The configuration has a section that no plugin reads.
    #[non_exhaustive]
    UnreadSection {
        /// The name of the section.
        section: String,
        /// The plugin with this id, if there is one.
        plugin: Option<&'static PluginInfo>,
        /// The id that is probably meant, if there is no such plugin and the name is misspelled.
        nearest: Option<String>,
    },
    /// The manager has no plugins.
    #[non_exhaustive]
    NoPlugins {
        /// The project of the manager.
        project: &'static str,
        /// Why it has none.
        reason: NoPluginsReason,
    },
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SeveralCoreVersions { versions } => write!(
                f,
                "several versions of `plugin-core` are linked ({}): a host that uses one version \
                 does not see plugins that use another; bring all crates to one version (`cargo tree \
                 -i plugin-core@{}` shows which crates use that version)",
                versions.join(", "),
                versions.first().unwrap_or(&"..")
            ),
            Self::UnregisteredCrate(krate) => write!(
                f,
                "{krate} is listed by `plugin_crates!`, but it registers no plugin: if its plugins \
                 are behind a feature, enable the feature; if it has no plugins, ignore it in the \
                 host's manifest: `[package.metadata.plugin-core] ignore = [\"..\"]`"
            ),
            Self::UnlistedCrate(krate) => write!(
                f,
                "{krate} is a dependency that registers no plugin, because `plugin_crates!` does not \
                 list it: list `{}`, or write `plugin_core::plugin_crates!();`, which lists all; if \
                 it is not to be linked, ignore it in the host's manifest: \
                 `[package.metadata.plugin-core] ignore = [\"..\"]`",
                krate.name()
            ),
            Self::SeveralContractVersions { first, second } => write!(
                f,
                "two versions of the hookspec `{}` are linked, from {} and from {}: a host that \
                 uses one version does not call plugins that use the other; bring all \
                 crates to one version (`cargo tree -i {}@{}` shows which crates use that version)",
                first.name(),
                first.package(),
                second.package(),
                first.package().name(),
                first.package().version()
            ),
            Self::UnregisteredPlugin(plugin) => write!(
                f,
                "{plugin} ({}, {}) has hookimpls, but it is not in the registry: the linker has \
                 dropped a part of its crate; please report this",
                plugin.package(),
                plugin.location()
            ),
            Self::UnusedPlugin { plugin, projects } => unused_plugin(f, plugin, projects),
            Self::UnmatchedConstraint { plugin, hookimpl, target, nearest } => write!(
                f,
                "{}, but no plugin has this id or provides this capability: did you mean \
                 `{nearest}`? if not, write `#[plugin(optional(\"{target}\"))]`",
                Constraint { plugin, hookimpl, target }
            ),
            Self::ConstraintOnItself { plugin, hookimpl } => {
                let target = plugin.id().as_str();
                write!(
                    f,
                    "{}, which is the plugin itself: name another plugin, or remove the constraint",
                    Constraint { plugin, hookimpl, target }
                )
            }
            Self::UnmatchedEntry { by, entry, nearest } => {
                unmatched_entry(f, by, entry, nearest.as_deref())
            }
            Self::SkippedPlugin(skipped) => skipped.fmt(f),
            Self::UnmatchedValue { id, type_key, nearest } => write!(
                f,
                "the host provides `{type_key}` to `{}`, but no plugin has this id: {}",
                id.escape_debug(),
                Hint(nearest.as_deref())
            ),
            Self::UnusedReplacement { id, reason } => {
                write!(f, "the replacement of `{}` is not used: {reason}", id.escape_debug())
            }
            Self::UnreadSection { section, plugin: None, nearest } => write!(
                f,
                "the configuration has a section `{}`, but no plugin has this id: {}",
                section.escape_debug(),
                Hint(nearest.as_deref())
            ),
            Self::UnreadSection { section, plugin: Some(plugin), .. } => write!(
                f,
                "the configuration has a section `{section}`, but {plugin} ({}, {}) does not read \
                 it: remove the section, or write `#[plugin(config = ..)]`",
                plugin.package(),
                plugin.location()
            ),
            Self::NoPlugins { project, reason } => {
                write!(f, "no plugin of project `{project}` is registered: {reason}")
            }
        }
    }
}

fn unused_plugin(
    f: &mut fmt::Formatter<'_>,
    plugin: &PluginInfo,
    projects: &[&str],
) -> fmt::Result {
    write!(f, "{plugin} ({}, {}) implements ", plugin.package(), plugin.location())?;
    if projects.is_empty() {
        let ty = plugin.type_name();
        return write!(f, "no hook: write `#[hookimpl]` on an impl of a hookspec for `{ty}`");
    }
    write!(
        f,
        "hooks of other projects only (`{}`): if the plugin's crate defines one of their hookspecs, write \
         the host's project in it: `#[hookspec(project = \"..\")]`",
        projects.join("`, `")
    )
}

fn unmatched_entry(
    f: &mut fmt::Formatter<'_>,
    by: &ExclusionReason,
    entry: &str,
    nearest: Option<&str>,
) -> fmt::Result {
    let (source, verb) = match by {
        ExclusionReason::Blocked(source) => (source, "blocks"),
        ExclusionReason::NotAllowed(source) => (source, "allows"),
        ExclusionReason::AllBlocked => (&FilterSource::Host, "blocks"),
    };
    let entry = entry.escape_debug();
    write!(f, "{source} {verb} `{entry}`, but no plugin matches: {}", Hint(nearest))
}

/// An ordering constraint that has no effect.
struct Constraint<'a> {
    plugin: &'a PluginRef,
    hookimpl: &'a HookImplInfo,
    target: &'a str,
}

impl fmt::Display for Constraint<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { plugin, hookimpl, target } = self;
        let side = if hookimpl.before().contains(target) { Side::Before } else { Side::After };
        let (method, id, word, at) =
            (hookimpl.method(), plugin.id(), side.word(), hookimpl.location());
        write!(f, "`{method}` of plugin `{id}` must run {word} `{target}` ({at})")
    }
}

/// The question that ends a diagnostic about an unknown name: with the name that is probably meant.
struct Hint<'a>(Option<&'a str>);

impl fmt::Display for Hint<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(nearest) => write!(f, "did you mean `{nearest}`?"),
            None => f.write_str("is it misspelled?"),
        }
    }
}
