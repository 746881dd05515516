//! Why a replacement of a linked plugin is not used.

use std::fmt;

use super::exclusion::ExclusionReason;
use crate::info::PluginRef;

/// Why a [replacement](crate::PluginManagerBuilder::replace) is not used: part of
/// [`Diagnostic::UnusedReplacement`](super::Diagnostic::UnusedReplacement).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnusedReplacementReason {
    /// No linked plugin has the id.
    #[non_exhaustive]
    NotLinked {
        /// The id that is probably meant, if this one is misspelled.
        nearest: Option<String>,
    },
    /// Only the host constructs the plugin (`#[plugin(manual)]`).
    Manual,
    /// The plugin implements no hook of the manager's project. These are the projects whose hooks
    /// it implements.
    OtherProjects(Vec<&'static str>),
    /// A filter excludes the plugin.
    Excluded(ExclusionReason),
    /// The host has registered this plugin under the id.
    Taken(PluginRef),
}

impl fmt::Display for UnusedReplacementReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotLinked { nearest } => {
                f.write_str("no plugin with this id is linked: ")?;
                match nearest {
                    Some(nearest) => write!(f, "did you mean `{nearest}`?"),
                    None => f.write_str("is it misspelled?"),
                }
            }
            Self::Manual => f.write_str(
                "only the host constructs the plugin: register the replacement instead, with \
                 `manager.register_as`",
            ),
            Self::OtherProjects(projects) if projects.is_empty() => {
                f.write_str("the plugin implements no hook: load it with `manager.load_by_id`")
            }
            Self::OtherProjects(projects) => write!(
                f,
                "the plugin implements hooks of other projects only (`{}`): load it with \
                 `manager.load_by_id`",
                projects.join("`, `")
            ),
            Self::Excluded(reason) => {
                write!(f, "the plugin is {reason}: allow it, or remove the replacement")
            }
            Self::Taken(plugin) => {
                write!(f, "the host has registered {plugin}: register the replacement instead")
            }
        }
    }
}
