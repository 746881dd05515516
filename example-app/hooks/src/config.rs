//! What the host tells all of its plugins.

use serde::Deserialize;

/// What concerns all plugins: the section `gateway` of the configuration.
///
/// What concerns one plugin alone is in the section of that plugin, which it is constructed with.
/// This comes by a [hook](crate::GatewayHooks::on_configured) instead, as it may change while the
/// gateway runs. A plugin that is never told works with the defaults.
///
/// ```
/// use gateway_hooks::Config;
///
/// assert!(!Config::default().read_only);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// Whether all that the gateway serves stays as it is, during maintenance: a request that would
    /// change something is to be refused with 403.
    pub read_only: bool,
}
