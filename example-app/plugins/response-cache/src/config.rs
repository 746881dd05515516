//! What the section `response-cache` of the configuration says.

use serde::Deserialize;

/// The settings of [`ResponseCache`](crate::ResponseCache).
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ResponseCacheConfig {
    /// How many responses may be kept for repetition; 0 keeps none.
    pub entries: usize,
    /// For how long they may be repeated, in milliseconds.
    pub max_age_ms: u64,
}

impl Default for ResponseCacheConfig {
    fn default() -> Self {
        Self { entries: 64, max_age_ms: 60_000 }
    }
}
