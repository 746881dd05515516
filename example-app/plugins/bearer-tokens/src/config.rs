//! The section `bearer-tokens` of the configuration.

use std::collections::BTreeMap;

use gateway_hooks::User;
use serde::Deserialize;

/// The settings of [`BearerTokens`](crate::BearerTokens). By default no token is valid.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BearerTokensConfig {
    /// The valid tokens and their owners.
    pub tokens: BTreeMap<String, Owner>,
}

/// The owner of a token.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Owner {
    /// The name of the user.
    pub user: String,
    /// Whether the user may change what the gateway serves.
    #[serde(default)]
    pub admin: bool,
}

impl From<Owner> for User {
    fn from(Owner { user, admin }: Owner) -> Self {
        if admin { Self::admin(&user) } else { Self::new(&user) }
    }
}
