//! Whose tokens are valid: a table that comes with the configuration.

#![forbid(unsafe_code)]

mod config;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use gateway_hooks::{GatewayHooks, Request, Response, User};
use plugin_core::{Plugin, hookimpl};

pub use config::{BearerTokensConfig, Owner};

/// Knows the tokens of the configuration, and refuses requests with a token that nobody knows.
///
/// Those who need users require the capability, not this plugin: a company may have its own.
#[derive(Debug, Plugin)]
#[plugin(init = BearerTokens::new, config = BearerTokensConfig, provides("user-directory 1.0"))]
pub struct BearerTokens {
    tokens: BTreeMap<String, User>,
    refused: AtomicU64,
}

impl BearerTokens {
    /// Knows these tokens and no others.
    pub fn new(config: BearerTokensConfig) -> Self {
        let tokens = config.tokens.into_iter().map(|(token, owner)| (token, owner.into()));
        Self { tokens: tokens.collect(), refused: AtomicU64::new(0) }
    }
}

#[hookimpl]
impl GatewayHooks for BearerTokens {
    fn authenticate(&self, token: &str) -> Option<User> {
        self.tokens.get(token).cloned()
    }

    /// Before those that serve: a token that is wrong is to be said so, also where none is needed.
    /// That they are asked all the same does no harm, as the request has no user.
    #[hookimpl(tryfirst)]
    fn process_request(&self, request: &Request) -> Option<Response> {
        if request.token.is_none() || request.user.is_some() {
            return None;
        }
        self.refused.fetch_add(1, Ordering::Relaxed);
        Some(Response::by::<Self>(401, "unknown token"))
    }

    fn report(&self) -> Option<String> {
        let known = self.tokens.len();
        let refused = self.refused.load(Ordering::Relaxed);
        Some(format!("{known} tokens known, {refused} requests with an unknown one"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn configured() -> BearerTokens {
        let owner = |user: &str, admin| Owner { user: user.to_owned(), admin };
        let tokens = [("t-ada", owner("ada", false)), ("t-grace", owner("grace", true))];
        let tokens = tokens.map(|(token, owner)| (token.to_owned(), owner)).into();
        BearerTokens::new(BearerTokensConfig { tokens })
    }

    #[test]
    fn knows_the_tokens_of_its_configuration_only() {
        let plugin = configured();
        assert_eq!(plugin.authenticate("t-ada"), Some(User::new("ada")));
        assert_eq!(plugin.authenticate("t-grace"), Some(User::admin("grace")));
        assert_eq!(plugin.authenticate("t-eve"), None);
        assert_eq!(BearerTokens::new(BearerTokensConfig::default()).authenticate("t-ada"), None);
    }

    #[test]
    fn refuses_a_token_that_nobody_knows() {
        let plugin = configured();
        let token = Some("t-eve".to_owned());
        let request = Request { token, ..Request::new("GET", "/products") };
        assert_eq!(plugin.process_request(&request).unwrap().status(), 401);
    }

    #[test]
    fn has_nothing_against_requests_without_token_or_with_a_user() {
        let plugin = configured();
        let without = Request::new("GET", "/products");
        assert_eq!(plugin.process_request(&without), None);
        // The token may be of a kind that only another plugin knows.
        let token = Some("session-1".to_owned());
        let known = Request { token, user: Some(User::new("ada")), ..without };
        assert_eq!(plugin.process_request(&known), None);
    }
}
