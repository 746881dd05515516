//! The contract of the gateway: the hooks that plugins implement, and what passes through them.
//!
//! The host and its plugins depend on this crate and not on each other. A plugin implements any
//! of the hooks of [`GatewayHooks`] and leaves out the rest:
//!
//! ```
//! use gateway_hooks::{GatewayHooks, Request, Response};
//! use plugin_core::{Plugin, PluginManager, hookimpl};
//!
//! /// Answers every request with a greeting.
//! #[derive(Plugin, Default)]
//! struct Greeter;
//!
//! #[hookimpl]
//! impl GatewayHooks for Greeter {
//!     fn process_request(&self, request: &Request) -> Option<Response> {
//!         Some(Response::by::<Self>(200, format!("you asked for {}", request.path)))
//!     }
//! }
//!
//! let plugins = PluginManager::new::<dyn GatewayHooks>();
//! plugins.register(Greeter)?.expect_active();
//! let answers = plugins.hook::<dyn GatewayHooks>().process_request(&Request::new("GET", "/"));
//! assert_eq!(answers[0].body(), "you asked for /");
//! assert_eq!(answers[0].plugin(), "greeter");
//! # Ok::<(), plugin_core::RegisterError>(())
//! ```

#![forbid(unsafe_code)]

mod hooks;

mod request;

mod response;

mod config;

mod numbers;

pub use config::Config;
pub use hooks::{GatewayHooks, GatewayHooksRelay, GatewayHooksStaticHooks};
pub use numbers::Numbers;
pub use request::{Request, User};
pub use response::Response;
