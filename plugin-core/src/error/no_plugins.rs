//! Why a manager has no plugins.

use std::fmt;

use crate::info::PluginInfo;

/// Why a manager has no plugins: part of [`Diagnostic::NoPlugins`](super::Diagnostic::NoPlugins).
///
/// ```standalone_crate
/// use plugin_core::error::{Diagnostic, NoPluginsReason};
/// use plugin_core::{Plugin, PluginManager, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// struct Polite; // has no hookimpl
///
/// let error = PluginManager::discover::<dyn Greetings>().unwrap_err();
/// let [Diagnostic::NoPlugins { reason, .. }] = error.diagnostics() else { panic!("{error}") };
/// let NoPluginsReason::NoHook { plugins, .. } = reason else { panic!("{error}") };
/// assert_eq!(plugins[0].id(), "polite");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoPluginsReason {
    /// Plugins cannot register themselves at link time on this target.
    NoRegistry,
    /// No plugin is linked, and no [`plugin_crates!`](crate::plugin_crates) lists plugin crates.
    NoCrateList,
    /// No plugin is linked: the listed crates have none.
    NotLinked,
    /// Plugins are linked, but they implement no hook of the project.
    #[non_exhaustive]
    NoHook {
        /// The plugins, sorted by id.
        plugins: Vec<&'static PluginInfo>,
        /// Whether [`plugin_crates!`](crate::plugin_crates) lists plugin crates. If not, crates may
        /// also be missing.
        has_crate_list: bool,
    },
    /// Only the host can construct the linked plugins of the project (`#[plugin(manual)]`).
    Manual(Vec<&'static PluginInfo>),
    /// Plugins of the project are linked, but the host has not loaded them, or has unregistered
    /// them.
    NotLoaded(Vec<&'static PluginInfo>),
}

impl fmt::Display for NoPluginsReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRegistry => f.write_str(
                "plugins cannot register themselves at link time on this target; use a plugin set \
                 (`#[derive(PluginSet)]`)",
            ),
            Self::NoCrateList => write!(
                f,
                "rustc links only crates that code names; {LIST_CRATES}, and call \
                 `plugin_build::link_plugins()` in the build script"
            ),
            Self::NotLinked => f.write_str("add a plugin crate with `cargo add`"),
            Self::NoHook { plugins, has_crate_list } => {
                let plugins = Plugins(plugins);
                write!(
                    f,
                    "no linked plugin implements its hooks (linked: {plugins}); write `#[hookimpl]` on an \
                     impl of a hookspec of the project"
                )?;
                if *has_crate_list { Ok(()) } else { write!(f, ", or {LIST_CRATES}") }
            }
            Self::Manual(plugins) => write!(
                f,
                "the host must construct {}: `manager.register({}..)`",
                Plugins(plugins),
                plugins.first().map_or("", |it| it.type_name())
            ),
            Self::NotLoaded(plugins) => write!(
                f,
                "no linked plugin was loaded (linked: {}); call `discover`, or `manager.load_linked()`",
                Plugins(plugins)
            ),
        }
    }
}

/// What to write if no crate is listed.
pub(super) const LIST_CRATES: &str = "write `plugin_core::plugin_crates!();` at the top of the \
                                      host, and of each test or example that does not use the \
                                      host's library";

/// A list of plugins, cut at a number.
struct Plugins<'a>(&'a [&'static PluginInfo]);

impl Plugins<'_> {
    const SHOWN: usize = 8;
}

impl fmt::Display for Plugins<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (plugin, n) in self.0.iter().zip(0..).take(Self::SHOWN) {
            let separator = if n == 0 { "" } else { ", " };
            write!(f, "{separator}`{}` ({})", plugin.id(), plugin.package())?;
        }
        match self.0.len().checked_sub(Self::SHOWN) {
            None | Some(0) => Ok(()),
            Some(more) => write!(f, " and {more} more"),
        }
    }
}
