//! What the host tells its plugins at the beginning.

use std::collections::BTreeMap;

use crate::User;

/// The settings of the gateway.
///
/// The settings of all plugins are in one place, as plugins do not read files of their own. A
/// plugin that is never configured works with the defaults.
///
/// ```
/// use gateway_hooks::Config;
///
/// let config = Config { burst: 3, ..Config::default() };
/// assert!(config.tokens.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The tokens that are valid from the beginning, and whose they are.
    pub tokens: BTreeMap<String, User>,
    /// How many requests a client may make at once.
    pub burst: u32,
    /// How many more it may make with each second.
    pub requests_per_second: u32,
    /// How many responses may be kept for repetition; 0 keeps none.
    pub cache_entries: usize,
    /// For how long they may be repeated, in milliseconds.
    pub cache_max_age_ms: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            tokens: BTreeMap::new(),
            burst: 20,
            requests_per_second: 5,
            cache_entries: 64,
            cache_max_age_ms: 60_000,
        }
    }
}
