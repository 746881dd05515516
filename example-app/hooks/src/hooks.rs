//! The hooks, in the order in which the gateway calls them.

use plugin_core::hookspec;

use crate::{Config, Header, Request, Response, User};

/// The hooks that the gateway calls.
///
/// For each request, the gateway calls [`authenticate`](Self::authenticate) if the request has a
/// token, then [`process_request`](Self::process_request), then [`route`](Self::route). It sends the
/// response of `route` with all headers from `process_request`.
#[hookspec]
pub trait GatewayHooks {
    /// The gateway has been configured, or its configuration has changed. Plugins that are
    /// registered later get the call as well, so a plugin may rely on it before any other hook.
    #[hookspec(historic)]
    fn on_configured(&self, config: &Config);

    /// All plugins are registered and configured, and the first request is about to arrive.
    fn on_startup(&self);

    /// Returns the user of a token. The first plugin that knows the token decides.
    ///
    /// If no plugin knows it, the request continues without a user. A plugin that needs a user
    /// refuses such a request itself.
    #[hookspec(firstresult)]
    fn authenticate(&self, token: &str) -> Option<User>;

    /// A request has arrived: returns a header for the response to it, whichever plugin responds.
    ///
    /// Every plugin is called, and the gateway sends all of the headers. The hook is called before
    /// `route`, and also for requests that a plugin is about to refuse, so an implementation should
    /// be cheap and must not change what the gateway serves.
    fn process_request(&self, request: &Request) -> Option<Header>;

    /// Responds to a request. The first plugin with a response wins, and the gateway does not call
    /// the others.
    ///
    /// Implement it to serve a path, and return `None` for all other paths. Implement it as a wrapper
    /// to see every response, to refuse a request before other plugins see it, or to replace or
    /// extend a response. If no plugin responds, the gateway itself sends a 404.
    #[hookspec(firstresult)]
    fn route(&self, request: &Request) -> Option<Response>;

    /// The last request has been handled: returns one line for the closing report, if the plugin has
    /// something to report.
    fn report(&self) -> Option<String>;
}
