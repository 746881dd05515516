//! The valid tokens: a table from the configuration.

#![forbid(unsafe_code)]

mod config;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use gateway_hooks::{GatewayHooks, Header, Request, Response, User};
use plugin_core::{Plugin, hookimpl};

pub use config::{BearerTokensConfig, Owner};

/// Knows the tokens of the configuration, and refuses requests with an unknown token.
///
/// Plugins that need users require the capability `user-directory` and not this plugin, so a
/// company may use a directory of its own.
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

    /// Tells a client without a user how to log in. HTTP allows this header with any status: it is
    /// useful where another plugin refuses the request, and harmless elsewhere.
    fn process_request(&self, request: &Request) -> Option<Header> {
        let scheme = match (&request.user, &request.token) {
            (Some(_), _) => return None,
            (None, Some(_)) => "Bearer error=\"invalid_token\"",
            (None, None) => "Bearer",
        };
        Some(Header::by::<Self>("www-authenticate", scheme))
    }

    /// Before the plugins that serve: a client learns that its token is unknown, even where it
    /// needs none.
    #[hookimpl(tryfirst)]
    fn route(&self, request: &Request) -> Option<Response> {
        if request.token.is_none() || request.user.is_some() {
            return None;
        }
        self.refused.fetch_add(1, Ordering::Relaxed);
        Some(Response::by::<Self>(401, "unknown token"))
    }

    fn report(&self) -> Option<String> {
        let known = self.tokens.len();
        let refused = self.refused.load(Ordering::Relaxed);
        Some(format!("tokens {known}, requests with an unknown token {refused}"))
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

    /// A request with this token, of this user.
    fn request(token: Option<&str>, user: Option<&str>) -> Request {
        let (token, user) = (token.map(str::to_owned), user.map(User::new));
        Request { token, user, ..Request::new("GET", "/products") }
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
    fn refuses_an_unknown_token() {
        let plugin = configured();
        assert_eq!(plugin.route(&request(Some("t-eve"), None)).unwrap().status(), 401);
    }

    #[test]
    fn ignores_requests_without_a_token_or_with_a_user() {
        let plugin = configured();
        assert_eq!(plugin.route(&request(None, None)), None);
        // The token may be of a kind that only another plugin knows.
        assert_eq!(plugin.route(&request(Some("session-1"), Some("ada"))), None);
    }

    #[test]
    fn tells_clients_without_a_user_how_to_log_in() {
        let plugin = configured();
        let header = |token, user| Some(plugin.process_request(&request(token, user))?.to_string());
        assert_eq!(header(None, None).unwrap(), "www-authenticate: Bearer");
        let unknown = header(Some("t-eve"), None).unwrap();
        assert_eq!(unknown, "www-authenticate: Bearer error=\"invalid_token\"");
        assert_eq!(header(Some("t-ada"), Some("ada")), None);
    }
}
