//! A plugin that is to be registered, before the manager constructs it.

use std::any::TypeId;
use std::borrow::Cow;
use std::sync::Arc;

use crate::config::Read;
use crate::error::Problem;
use crate::hook::erased::HookImplsEntry;
use crate::info::{HookImplInfo, PluginId, PluginInfo, PluginRef};
use crate::plugin::Plugin;
use crate::registered::Instance;
use crate::registry::entry::{Construct, PluginEntry};
use crate::registry::{Registry, slice};

/// A plugin that is to be registered.
pub(super) struct Candidate {
    plugin: PluginRef,
    pub(super) type_id: TypeId,
    pub(super) instances: Instances,
    pub(super) if_taken: IfTaken,
    pub(super) hookimpls: Entries,
    pub(super) source: Source,
}

/// Hookimpls. Those in the registry are borrowed from it.
pub(super) type Entries = Cow<'static, [HookImplsEntry]>;

/// The source of the instance.
pub(super) enum Source {
    /// The host has constructed it.
    Host(Instance),
    /// The manager constructs it.
    Registry { construct: Construct, read: Option<Read> },
}

/// What happens to a candidate whose id is taken.
#[derive(PartialEq, Eq)]
pub(super) enum IfTaken {
    Fail,
    Skip,
}

/// How often the type may be registered.
#[derive(PartialEq, Eq)]
pub(super) enum Instances {
    One,
    Many,
}

/// A plugin that is registered instead of a linked one.
pub(super) struct Replacement {
    type_id: TypeId,
    listed: Vec<HookImplsEntry>,
    instance: Instance,
}

impl Candidate {
    /// An instance that the host has constructed.
    pub(super) fn constructed<P: Plugin>(
        id: PluginId,
        plugin: Arc<P>,
        instances: Instances,
    ) -> Self {
        let type_id = TypeId::of::<P>();
        Self {
            plugin: PluginRef::new(id, P::info()),
            type_id,
            instances,
            if_taken: IfTaken::Fail,
            hookimpls: hookimpls(type_id, P::listed()),
            source: Source::Host(plugin),
        }
    }

    /// A linked plugin that the manager constructs.
    ///
    /// # Errors
    ///
    /// If only the host constructs it, or its id is invalid.
    pub(super) fn linked(entry: &PluginEntry, instances: Instances) -> Result<Self, Problem> {
        let info = entry.info();
        let Some(construct) = entry.constructor() else {
            return Err(Problem::NotConstructible { plugin: info });
        };
        Ok(Self {
            plugin: PluginRef::new(own_id(info)?, info),
            type_id: entry.type_id(),
            instances,
            if_taken: IfTaken::Fail,
            hookimpls: hookimpls(entry.type_id(), Vec::new()),
            source: Source::Registry { construct, read: entry.read() },
        })
    }

    /// The same, but skipped if its id is taken.
    pub(super) fn unless_taken(self) -> Self {
        Self { if_taken: IfTaken::Skip, ..self }
    }

    /// The same plugin, with other facts.
    #[cfg(feature = "testing")]
    pub(super) fn known_as(self, info: &'static PluginInfo) -> Self {
        Self { plugin: PluginRef::new(self.plugin.id().clone(), info), ..self }
    }

    /// The replacement, with the id and the facts of this plugin.
    pub(super) fn replaced_by(self, replacement: &Replacement) -> Self {
        let Replacement { type_id, listed, instance } = replacement;
        Self {
            type_id: *type_id,
            hookimpls: hookimpls(*type_id, listed.clone()),
            source: Source::Host(Arc::clone(instance)),
            ..self
        }
    }

    pub(super) fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// Whether the manager constructs the plugin.
    pub(super) fn needs_construction(&self) -> bool {
        matches!(self.source, Source::Registry { .. })
    }

    /// Checks that the hookimpls of the plugin are known. Without a registry, the plugin would be
    /// registered, but never called.
    pub(super) fn check_hookimpls(&self) -> Result<(), Problem> {
        let plugin = self.plugin.info();
        if slice::AVAILABLE || plugin.is_generic {
            return Ok(());
        }
        Err(Problem::NoRegistry { plugin })
    }
}

impl Replacement {
    pub(super) fn new<P: Plugin>(plugin: Arc<P>) -> Self {
        Self { type_id: TypeId::of::<P>(), listed: P::listed(), instance: plugin }
    }

    pub(super) fn type_id(&self) -> TypeId {
        self.type_id
    }
}

/// Whether a hookimpl among them has an ordering constraint.
pub(super) fn have_constraints(entries: &[HookImplsEntry]) -> bool {
    let mut hookimpls = entries.iter().flat_map(HookImplsEntry::hookimpls);
    hookimpls.any(HookImplInfo::has_constraints)
}

/// The hookimpls of a type: those in the registry, and those that a generic type lists.
fn hookimpls(type_id: TypeId, listed: Vec<HookImplsEntry>) -> Entries {
    let mut hookimpls = Cow::Borrowed(Registry::linked().hookimpls_of(type_id));
    if !listed.is_empty() {
        hookimpls.to_mut().extend(listed);
    }
    hookimpls
}

pub(super) fn own_id(info: &'static PluginInfo) -> Result<PluginId, Problem> {
    PluginId::constant(&info.id).map_err(|error| Problem::InvalidId { plugin: info, error })
}
