//! Why no plugin meets a requirement.

use std::fmt;

use super::exclusion::ExclusionReason;
use crate::info::PluginRef;

/// Why no plugin meets a requirement: part of [`Problem::Missing`](crate::Problem::Missing).
///
/// ```
/// use plugin_core::error::MissingReason;
/// use plugin_core::{Plugin, PluginManager, Problem, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// #[plugin(id = "reason-polite", requires("reason-manners"))]
/// struct Polite;
///
/// #[derive(Plugin, Default)]
/// #[plugin(id = "reason-manners")]
/// struct Manners;
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// let error = manager.register(Polite).err().unwrap();
/// let [Problem::Missing { reason, .. }] = error.problems() else { panic!("{error}") };
/// assert!(matches!(reason, MissingReason::NotRegistered(manners) if manners.id() == "reason-manners"));
///
/// manager.register(Manners)?.expect_active();
/// manager.register(Polite)?.expect_active();
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MissingReason {
    /// No linked plugin has this id or provides this capability.
    #[non_exhaustive]
    NotLinked {
        /// The id or capability that is probably meant, if the required one is misspelled.
        nearest: Option<String>,
        /// Whether [`plugin_crates!`](crate::plugin_crates) lists plugin crates. If not, a crate
        /// with the plugin may be a dependency that is not linked.
        has_crate_list: bool,
    },
    /// This plugin is linked, but its version does not match.
    OtherVersion(PluginRef),
    /// This plugin matches and is still being registered, by another request.
    Pending(PluginRef),
    /// This plugin matches and is linked, but it is not registered.
    NotRegistered(PluginRef),
    /// This plugin matches, but the host or its user excludes it.
    Excluded(PluginRef, ExclusionReason),
    /// This plugin matches, but was skipped itself.
    Skipped(PluginRef),
}

impl fmt::Display for MissingReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotLinked { nearest, .. } => {
                f.write_str("no linked plugin has this id or provides this capability")?;
                match nearest {
                    Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
                    None => Ok(()),
                }
            }
            Self::OtherVersion(plugin) => {
                write!(f, "{plugin} is linked, but its version does not match")
            }
            Self::Pending(plugin) => write!(f, "{plugin} is still being registered"),
            Self::NotRegistered(plugin) => write!(f, "{plugin} is linked, but not registered"),
            Self::Excluded(plugin, exclusion) => write!(f, "{plugin} is {exclusion}"),
            Self::Skipped(plugin) => write!(f, "{plugin} is skipped"),
        }
    }
}
