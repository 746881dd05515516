#![forbid(unsafe_code)]
#![doc = include_str!("../README.md")]

// So that the code that our macros write also compiles in this crate's own tests.
extern crate self as plugin_core;

mod plugin;

mod hook;

mod catalogue;

mod manager;

mod error;

#[doc(hidden)]
#[path = "private.rs"]
#[allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::unnecessary_wraps,
    reason = "named by generated code only"
)]
pub mod __private_0_1_0;

pub use catalogue::Catalogue;
pub use error::{BoxError, Problem, RegisterError, ReplayFailure};
pub use hook::caller::{HookCaller, PinnedRelay};
pub use hook::hookimpl::{Hookimpl, HookimplInfo};
pub use hook::monitor::{Argument, Call, Monitor, Outcome};
pub use hook::order::Precedence;
pub use hook::spec::{HookInfo, Hookspec, HookspecInfo};
pub use manager::{IntoInstance, Monitoring, PluginManager, Subset};
pub use plugin::{Location, MalformedId, Package, Plugin, PluginId, PluginInfo, RegisteredPlugin};
pub use plugin_macros::{Plugin, hookimpl, hookspec};
