//! `PluginManager`, the main type of a host. It composes the other modules of the crate.
//!
//! This file defines nothing. Read the files in the order below: each imports only files above it.

mod filters;

mod candidate;

mod state;

mod injector;

mod shared;

mod faults;

mod rules;

mod instance;

mod registered;

mod registration;

mod removal;

mod lookup;

mod subset;

pub(crate) mod monitor_guard;

mod calls;

mod builder;

mod provide;

pub use self::builder::PluginManagerBuilder;
pub use self::instance::IntoInstance;
pub use self::registered::Registered;
pub use self::shared::{PluginManager, WeakPluginManager};
pub use self::subset::Subset;
pub use crate::context::InjectedValue;
pub use crate::hook::spec::HasRelay;
pub use crate::registered::RegisteredPlugin;
pub use crate::resolve::ResolvePolicy;
