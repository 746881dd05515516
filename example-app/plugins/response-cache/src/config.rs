//! The section `response-cache` of the configuration.

use serde::Deserialize;

/// The settings of [`ResponseCache`](crate::ResponseCache).
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ResponseCacheConfig {
    /// How many responses the cache keeps; 0 keeps none.
    pub entries: usize,
    /// How long it may repeat them, in milliseconds.
    pub max_age_ms: u64,
}

impl Default for ResponseCacheConfig {
    fn default() -> Self {
        Self { entries: 64, max_age_ms: 60_000 }
    }
}
