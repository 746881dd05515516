//! The contract of the gateway: the hooks that plugins implement, and the types they exchange.
//!
//! The host and its plugins depend on this crate and not on each other. A plugin implements some
//! of the hooks of [`GatewayHooks`] and omits the rest:
//!
//! | a plugin that | implements |
//! | --- | --- |
//! | serves a path | [`route`](GatewayHooks::route) |
//! | observes, refuses, or replaces responses of others | `route`, as a wrapper |
//! | adds a header to responses, whichever plugin responds | [`process_request`](GatewayHooks::process_request) |
//! | knows users | [`authenticate`](GatewayHooks::authenticate) |
//! | follows the settings of the gateway | [`on_configured`](GatewayHooks::on_configured) |
//!
//! ```
//! use gateway_hooks::{GatewayHooks, Header, Request, Response};
//! use plugin_core::{Plugin, PluginManager, hookimpl};
//!
//! /// Responds to every request with a greeting.
//! #[derive(Plugin, Default)]
//! struct Greeter;
//!
//! #[hookimpl]
//! impl GatewayHooks for Greeter {
//!     fn process_request(&self, _request: &Request) -> Option<Header> {
//!         Some(Header::by::<Self>("content-language", "en"))
//!     }
//!
//!     fn route(&self, request: &Request) -> Option<Response> {
//!         Some(Response::by::<Self>(200, format!("you asked for {}", request.path)))
//!     }
//! }
//!
//! let plugins = PluginManager::new::<dyn GatewayHooks>();
//! plugins.register(Greeter)?.expect_active();
//! let hooks = plugins.hook::<dyn GatewayHooks>();
//! let request = Request::new("GET", "/");
//!
//! let headers = hooks.process_request(&request);
//! assert_eq!(headers[0].to_string(), "content-language: en");
//! let response = hooks.route(&request).expect("the greeter responds to everything");
//! assert_eq!((response.body(), response.plugin()), ("you asked for /", Some("greeter")));
//! # Ok::<(), plugin_core::RegisterError>(())
//! ```

#![forbid(unsafe_code)]

mod hooks;

mod request;

mod response;

mod header;

mod config;

mod numbers;

pub use config::Config;
pub use header::Header;
// All of them: which types `#[hookspec]` writes beside the trait depends on features of `plugin-core`.
pub use hooks::*;
pub use numbers::Numbers;
pub use request::{Request, User};
pub use response::Response;
