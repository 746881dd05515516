//! The section `rate-limit` of the configuration.

use std::num::NonZeroU32;

use serde::Deserialize;

/// The settings of [`RateLimit`](crate::RateLimit).
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct RateLimitConfig {
    /// How many requests a client may make at once. At least one: with a burst of 0, every request
    /// would be refused.
    pub burst: NonZeroU32,
    /// How many more requests it may make with each second.
    pub requests_per_second: u32,
}

impl Default for RateLimitConfig {
    fn default() -> Self {
        Self { burst: NonZeroU32::new(20).unwrap(), requests_per_second: 5 }
    }
}
