#![doc = include_str!("../docs/crate.md")]
#![forbid(unsafe_code)]
// docs.rs shows which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]
// Some links lead to items that only exist with a feature.
#![cfg_attr(
    not(all(feature = "config", feature = "sets", feature = "testing")),
    allow(rustdoc::broken_intra_doc_links)
)]

// The macros write paths that begin with `plugin_core`. This crate's own tests use the macros too.
extern crate self as plugin_core;

mod config;

mod context;

mod counted;

mod features;

mod graph;

mod hook;

mod inspect;

mod isolate;

mod ordering;

mod plugin;

mod registered;

mod resolve;

mod util;

#[cfg(feature = "closures")]
pub mod closures;

pub mod error;

pub mod info;

pub mod manager;

pub mod registry;

#[cfg(feature = "sets")]
pub mod sets;

#[cfg(feature = "testing")]
pub mod testing;

/// Panics of plugins, in a manager that
/// [isolates](crate::PluginManagerBuilder::isolate) its plugins.
pub mod fault {
    pub use crate::isolate::{Fault, FaultLimit, PanicLocation, Phase};
}

/// Monitors observe the calls of a manager: see [`PluginManager::monitor`](crate::PluginManager::monitor).
pub mod monitor {
    pub use crate::hook::monitor::{Answer, Argument, Call, Monitor, Outcome};
    pub use crate::hook::trace::Trace;
    pub use crate::manager::monitor_guard::MonitorGuard;
}

/// In which order the hookimpls of a hook are called, and why: see
/// [`HookCaller::explain`](crate::HookCaller::explain).
pub mod order {
    pub use crate::hook::constraints::OrderConstraint;
    pub use crate::inspect::call_order::{
        CallOrder, ConstraintOutcome, DeclaredConstraint, OrderedImpl,
    };
}

/// Longer pages: a tutorial, and how to choose, to port and to measure.
pub mod guide {
    #[doc = include_str!("../docs/tutorial.md")]
    pub mod tutorial {}

    #[doc = include_str!("../docs/choosing.md")]
    #[doc = include_str!("../docs/costs.md")]
    pub mod choosing {}

    #[doc = include_str!("../docs/coming-from-pluggy.md")]
    pub mod coming_from_pluggy {}

    #[doc = include_str!("../docs/performance.md")]
    pub mod performance {}
}

#[doc(hidden)]
#[path = "private.rs"]
#[allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::unnecessary_wraps,
    reason = "named by generated code only"
)]
pub mod __private_0_1_0;

pub use context::Context;
#[doc(inline)]
pub use error::{Problem, RegisterError};
pub use hook::caller::HookCaller;
pub use hook::hookimpl::HookImpl;
pub use hook::relay::Hooks;
pub use hook::spec::HookSpec;
#[doc(inline)]
pub use manager::{PluginManager, PluginManagerBuilder, Registered, RegisteredPlugin};
pub use plugin::Plugin;
#[doc = include_str!("../docs/plugin.md")]
pub use plugin_core_macros::Plugin;
#[doc = include_str!("../docs/plugin_set.md")]
pub use plugin_core_macros::PluginSet;
#[doc = include_str!("../docs/hookimpl.md")]
pub use plugin_core_macros::hookimpl;
#[doc = include_str!("../docs/hookspec.md")]
pub use plugin_core_macros::hookspec;
#[doc(inline)]
pub use registry::Registry;
#[cfg(feature = "sets")]
#[doc(inline)]
pub use sets::PluginSet;
