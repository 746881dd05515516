//! Why the host or its user excludes a plugin.

use std::fmt;

/// Why a plugin takes no part, whatever it is like. See [`PluginManager::exclusion`] for an example.
///
/// [`PluginManager::exclusion`]: crate::PluginManager::exclusion
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExclusionReason {
    /// This list blocks it.
    Blocked(FilterSource),
    /// This list allows others, and not it.
    NotAllowed(FilterSource),
    /// The manager is to have no plugins.
    NoPlugins,
}

impl fmt::Display for ExclusionReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked(source) => write!(f, "blocked by {source}"),
            Self::NotAllowed(source) => write!(f, "not among those that {source} allows"),
            Self::NoPlugins => f.write_str("kept out, as the host runs without plugins"),
        }
    }
}

/// Where a list of allowed and blocked plugins comes from.
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
    /// The user, through this environment variable.
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
