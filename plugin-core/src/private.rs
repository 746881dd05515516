//! The items that generated code names. Nothing else may name them: this module may change in any
//! release, and its name contains the version.

pub use core::{concat, env, file, line, module_path, option_env, stringify};
pub use std::any::Any;
pub use std::borrow::{Borrow, ToOwned};
pub use std::boxed::Box;
pub use std::clone::Clone;
pub use std::convert::{From, Into, identity};
pub use std::default::Default;
pub use std::fmt::{self, Debug, Formatter};
pub use std::iter::{IntoIterator, Iterator};
pub use std::marker::{Copy, PhantomData, Send, Sized, Sync};
pub use std::ops::{Deref, Fn};
pub use std::option::Option::{self, None, Some};
pub use std::result::Result::{self, Err, Ok};
pub use std::sync::Arc;
pub use std::vec::Vec;

#[cfg(feature = "closures")]
pub use crate::closures::FakeHookSpec;
#[cfg(feature = "config")]
pub use crate::config::read::{Configuration, read};
pub use crate::config::{Config, Document};
pub use crate::context::{
    Context,
    injectable::{Injectable, new_need},
};
pub use crate::hook::call;
pub use crate::hook::caller::{Callers, Chain, HookCaller, ImplRef, LiveHookImpls, Step, Target};
pub use crate::hook::checks::{
    Duplicable, Historic, HookimplAttribute, KeptInHistory, NotHistoric, Wrappable,
    WrittenByHookimpl, assert_wrappable, ignore, keep,
};
pub use crate::hook::erased::{Erased, HookImplsEntry};
pub use crate::hook::hookimpl::{Decl, HookImpls, OmitsHook, not_implemented};
pub use crate::hook::monitor::{Argument, Observation, Outcome};
pub use crate::hook::next::{Next, Outcomes};
pub use crate::hook::observed::{AsDebug, AsDebugFallback, Probe, TryClone, TryCloneFallback};
pub use crate::hook::replayed::{self, Replayed, Reported};
pub use crate::hook::spec::{HasRelay, HookSpec};
pub use crate::hook::typed::erased;
pub use crate::info::generated::{
    at_line, new_capability, new_config, new_hook, new_hookimpl, new_hookspec, new_location,
    new_package, new_plugin, new_requirement, package_of, with_constraints, with_relations,
};
pub use crate::info::{
    Capability, HookImplInfo, HookInfo, HookSpecInfo, Kind, Location, Package, PluginInfo,
    Precedence, Relation, Requirement, TypeKey,
};
pub use crate::plugin::{Lists, Plugin, assert_listed, hookimpls};
pub use crate::registered::{Instance, plugin, typed};
pub use crate::registry::construct::{
    Constructible, Init, InitConfigured, Initialized, ReceivesContext, TakesContext,
    TakesNoContext, assert_takes_context, assert_takes_context_configured, constructible, init,
    init_configured,
};
pub use crate::registry::crates::Listed;
pub use crate::registry::entry::{Entry, PluginEntry, new_crates};
pub use crate::registry::slice::named;
#[cfg(feature = "sets")]
pub use crate::sets::{
    PluginSet, StaticHookSpec,
    gather::{self, Gather},
    number::{Added, If, Number, One, Twice, Zero},
    plan::{Field, HookQuery, NONE, Plan, PlanArrays, Plugins, Supports, omits_hook},
    relations::assert_compatible,
    tree::{Leaf, Lookup, LookupFallback, Member, NoMember, Pair, Span},
};
pub use crate::util::BoxError;
pub use crate::{
    __kept as kept, __location as location, __observed as observed, __package as package,
    __plugin_set as plugin_set, __read_config as read_config, __register as register,
    __with_closures as with_closures, __with_sets as with_sets,
};
