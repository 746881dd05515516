//! The elements of the distributed slice, which the macros write.
//!
//! The elements of plugins and hookimpls are functions that are called when the registry is read.
//! Constant data would be evaluated and checked whenever their crate is compiled.

use std::any::TypeId;
use std::fmt;

use super::crates::{Crates, Listed};
use crate::config::{Config, Read};
use crate::context::Context;
use crate::hook::erased::HookImplsEntry;
use crate::info::{HookSpecInfo, Location, Package, PluginInfo};
use crate::plugin::Plugin;
use crate::registered::Instance;
use crate::util::BoxError;

/// One element of the slice.
#[derive(Debug)]
pub enum Entry {
    /// From `#[hookspec]`.
    HookSpec(&'static HookSpecInfo),
    /// From `#[derive(Plugin)]`.
    Plugin(fn() -> PluginEntry),
    /// From `#[hookimpl]`.
    HookImpls(fn() -> HookImplsEntry),
    /// From `plugin_crates!`.
    Crates(Crates),
}

/// The entry of `plugin_crates!`.
pub const fn new_crates(
    listed_by: Package,
    location: Location,
    listed: Listed,
    found: Option<&'static str>,
) -> Entry {
    Entry::Crates(Crates { listed_by, location, listed, found })
}

/// A plugin type, and its constructor.
#[derive(Clone, Copy)]
pub struct PluginEntry {
    info: &'static PluginInfo,
    type_id: TypeId,
    /// `None` if only the host constructs the plugin.
    construct: Option<Construct>,
    /// Reads the configuration of the plugin. `None` if the plugin declares no configuration.
    read: Option<Read>,
}

/// Constructs a plugin with its context and its configuration.
pub(crate) type Construct = fn(&Context, Config) -> Result<Instance, BoxError>;

impl PluginEntry {
    /// The entry of a plugin that managers construct.
    pub fn constructed<P: Plugin>(construct: Construct) -> Self {
        Self { construct: Some(construct), ..Self::manual::<P>() }
    }

    /// The same entry, for a plugin with a configuration.
    #[must_use]
    pub fn reading(mut self, read: Read) -> Self {
        self.read = Some(read);
        self
    }

    /// The entry of a plugin that only a host constructs.
    #[must_use]
    pub fn manual<P: Plugin>() -> Self {
        Self { info: P::info(), type_id: TypeId::of::<P>(), construct: None, read: None }
    }

    pub(crate) fn info(&self) -> &'static PluginInfo {
        self.info
    }

    pub(crate) fn type_id(&self) -> TypeId {
        self.type_id
    }

    pub(crate) fn constructor(&self) -> Option<Construct> {
        self.construct
    }

    pub(crate) fn read(&self) -> Option<Read> {
        self.read
    }
}

impl fmt::Debug for PluginEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PluginEntry").field(self.info()).finish()
    }
}
