//! Why what a plugin requires is not there.

use std::fmt;

use super::exclusion::ExclusionReason;
use crate::info::PluginRef;

/// Why what a plugin requires is not there: part of [`Problem::Missing`](crate::Problem::Missing).
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
    /// No plugin that is linked into the binary has or provides it.
    NotLinked,
    /// This plugin is linked, in a version that does not match.
    OtherVersion(PluginRef),
    /// This plugin is just being registered.
    Pending(PluginRef),
    /// This plugin would do, and is linked, but not registered.
    NotRegistered(PluginRef),
    /// This plugin would do, and the host or its user keeps it out.
    Excluded(PluginRef, ExclusionReason),
    /// This plugin would do, and was left out itself.
    Skipped(PluginRef),
}

impl fmt::Display for MissingReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotLinked => f.write_str("no linked plugin has or provides it"),
            Self::OtherVersion(plugin) => {
                write!(f, "{plugin} is linked, in a version that does not match")
            }
            Self::Pending(plugin) => write!(f, "{plugin} is just being registered"),
            Self::NotRegistered(plugin) => write!(f, "{plugin} is linked, but not registered"),
            Self::Excluded(plugin, exclusion) => write!(f, "{plugin} is {exclusion}"),
            Self::Skipped(plugin) => write!(f, "{plugin} was left out"),
        }
    }
}
