//! The settings that the example runs with.

use gateway_hooks::{Config, User};

/// They fit the recording that comes with the program: its users have these tokens.
pub(crate) fn shipped() -> Config {
    let tokens = [
        ("t-ada-5c1e", User::new("ada")),
        ("t-lin-90b7", User::new("lin")),
        ("t-omar-2f44", User::new("omar")),
        ("t-grace-e8d3", User::admin("grace")),
    ];
    Config {
        tokens: tokens.map(|(token, user)| (token.to_owned(), user)).into(),
        burst: 10,
        requests_per_second: 2,
        cache_entries: 12,
        cache_max_age_ms: 30_000,
    }
}
