//! The constant facts of plugins, hookspecs, hooks and hookimpls, which are known before any of
//! their code runs. Imports no other module of the crate.

mod source;

mod type_key;

pub(crate) mod id;

mod relations;

mod plugin;

mod plugin_ref;

mod hook;

mod hookimpl;

pub(crate) mod generated;

pub use self::hook::{HookInfo, HookSpecInfo};
pub use self::hookimpl::{HookImplInfo, Precedence};
pub use self::id::PluginId;
pub use self::plugin::PluginInfo;
pub use self::plugin_ref::PluginRef;
pub use self::relations::{Capability, Requirement};
pub use self::source::{Location, Package};
pub use self::type_key::TypeKey;
#[doc(hidden)]
pub use self::{hookimpl::Kind, relations::Relation};
