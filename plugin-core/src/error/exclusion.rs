//! Why the host or its user excludes a plugin.

use std::fmt;

/// Why the host or its user excludes a plugin, whatever the plugin declares. See
/// [`PluginManager::exclusion`] for an example.
///
/// [`PluginManager::exclusion`]: crate::PluginManager::exclusion
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExclusionReason {
    /// This filter blocks the plugin.
    Blocked(FilterSource),
    /// This filter allows other plugins, but not this one.
    NotAllowed(FilterSource),
    /// The host blocks all plugins, with
    /// [`block_all`](crate::PluginManagerBuilder::block_all).
    AllBlocked,
}

impl fmt::Display for ExclusionReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked(source) => write!(f, "blocked by {source}"),
            Self::NotAllowed(source) => write!(f, "not allowed by {source}"),
            Self::AllBlocked => f.write_str("blocked, because the host blocks all plugins"),
        }
    }
}

/// Where a filter comes from: a list of allowed and blocked plugins.
///
/// ```
/// use plugin_core::error::FilterSource;
///
/// let source = FilterSource::Variable("GATEWAY_PLUGINS".to_owned());
/// assert_eq!(source.to_string(), "the environment variable `GATEWAY_PLUGINS`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FilterSource {
    /// The host: [`PluginManagerBuilder::allow`](crate::PluginManagerBuilder::allow),
    /// [`block`](crate::PluginManagerBuilder::block), or
    /// [`PluginManager::block`](crate::PluginManager::block).
    Host,
    /// The user, who sets this environment variable.
    Variable(String),
}

impl fmt::Display for FilterSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host => f.write_str("the host"),
            Self::Variable(name) => write!(f, "the environment variable `{name}`"),
        }
    }
}
