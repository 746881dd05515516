//! The settings that the host passes to all of its plugins.

use serde::Deserialize;

/// The settings that concern all plugins: the section `gateway` of the configuration.
///
/// Settings of one plugin are in that plugin's own section, and the plugin is constructed with them.
/// These settings come through a [hook](crate::GatewayHooks::on_configured) instead, because they may
/// change while the gateway runs. A plugin works with the defaults until the hook is called.
///
/// ```
/// use gateway_hooks::Config;
///
/// assert!(!Config::default().read_only);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// Whether the gateway refuses changes to what it serves, during maintenance: a plugin responds
    /// with 403 to a request that would change something.
    pub read_only: bool,
}
