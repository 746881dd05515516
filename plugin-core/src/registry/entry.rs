//! What stands in the distributed slice: what the macros write.
//!
//! Plugins and hookimpls are functions, which the registry calls when it is read: constant data
//! would be evaluated and checked each time that their crate is compiled.

use std::any::TypeId;
use std::fmt;

use super::crates::Crates;
use crate::config::{Config, Read};
use crate::context::Context;
use crate::error::BoxError;
use crate::hook::hookimpl::{HookImplInfo, HookImpls, Table};
use crate::hook::lineup::{AnyPrepared, AnyTable, Erased};
use crate::hook::spec::{HookSpec, HookSpecInfo};
use crate::plugin::{Instance, Plugin, PluginInfo, RegisteredPlugin};

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

/// A type of plugin, and how to construct it.
#[derive(Clone, Copy)]
pub struct PluginEntry {
    info: &'static PluginInfo,
    type_id: TypeId,
    construct: Option<Construct>,
    /// How its configuration is read, if it has one.
    read: Option<Read>,
}

/// Constructs a plugin of what it is given.
pub(crate) type Construct = fn(&Context, Config) -> Result<Instance, BoxError>;

impl PluginEntry {
    /// A plugin that managers construct.
    pub fn constructed<P: Plugin>(construct: Construct) -> Self {
        Self { construct: Some(construct), ..Self::manual::<P>() }
    }

    /// With a configuration.
    #[must_use]
    pub fn reading(mut self, read: Read) -> Self {
        self.read = Some(read);
        self
    }

    /// A plugin that only a host constructs.
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

/// The hookimpls of one type of plugin for one hookspec.
#[derive(Clone, Copy)]
pub struct HookImplsEntry {
    plugin: TypeId,
    info: &'static PluginInfo,
    spec: Erased,
    table: AnyTable,
}

impl HookImplsEntry {
    /// The table that `#[hookimpl]` wrote on `impl S for P`.
    #[must_use]
    pub fn of<P: Plugin + HookImpls<S>, S: HookSpec + ?Sized>() -> Self {
        Self {
            plugin: TypeId::of::<P>(),
            info: P::info(),
            spec: S::erased(),
            table: const { &Table::<S> { hookimpls: P::TABLE, leaves_out: P::LEAVES_OUT } },
        }
    }

    pub(crate) fn plugin(&self) -> TypeId {
        self.plugin
    }

    /// What is known of the plugin.
    pub(crate) fn info(&self) -> &'static PluginInfo {
        self.info
    }

    pub(crate) fn spec(&self) -> &'static HookSpecInfo {
        self.spec.0.info()
    }

    pub(crate) fn hookimpls(&self) -> Vec<&'static HookImplInfo> {
        self.spec.0.hookimpls(self.table)
    }

    pub(crate) fn spec_type(&self) -> TypeId {
        self.spec.0.type_id()
    }

    pub(crate) fn prepare(&self, plugin: &RegisteredPlugin) -> Box<dyn AnyPrepared> {
        self.spec.0.prepare(self.table, plugin)
    }
}

impl fmt::Debug for HookImplsEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HookImplsEntry").field(&self.spec().name()).finish()
    }
}
