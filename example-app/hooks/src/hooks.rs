//! The hooks, in the order in which a plugin meets them.

use plugin_core::hookspec;

use crate::{Config, Request, Response, User};

/// What the gateway asks of its plugins.
#[hookspec]
pub trait GatewayHooks {
    /// The gateway has been configured, or its configuration has changed. Plugins that come later
    /// get the call as well, so a plugin may rely on it before any other hook.
    #[hookspec(historic)]
    fn on_configured(&self, config: &Config);

    /// All plugins are there and configured; the first request is about to come.
    fn on_startup(&self);

    /// Whose token is it? The first plugin that knows decides. Without an answer the request goes
    /// on without a user: to refuse it is up to whoever needs one.
    #[hookspec(firstresult)]
    fn authenticate(&self, token: &str) -> Option<User>;

    /// A request has come in. Every plugin is asked, and the first answer in call order is sent.
    ///
    /// As the others are asked all the same, an implementation that changes something must make
    /// sure by itself that it may. One that has to keep a request from the others is a wrapper
    /// that does not call `next`.
    fn process_request(&self, request: &Request) -> Option<Response>;

    /// The last request is over: one line for the closing report, if there is something to tell.
    fn report(&self) -> Option<String>;
}
