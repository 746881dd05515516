//! The catalogue: everything that registered itself at link time. It stores and never calls.

pub(crate) mod entry;

pub(crate) mod crates;

pub(crate) mod slice;

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crates::{Crates, PluginCrate};
use entry::{Entry, HookimplsEntry, PluginEntry};

use crate::hook::spec::HookspecInfo;
use crate::plugin::PluginInfo;

/// All hookspecs, plugins and hookimpls that are linked into the binary. Immutable, and the same
/// however the linker ordered them.
///
/// ```standalone_crate
/// use plugin_core::{Catalogue, Plugin};
///
/// /// Checks bearer tokens.
/// #[derive(Plugin, Default)]
/// struct Auth;
///
/// let ids: Vec<_> = Catalogue::linked().plugins().map(|plugin| plugin.id()).collect();
/// assert_eq!(ids, ["auth"]);
/// ```
#[derive(Debug, Default)]
pub struct Catalogue {
    hookspecs: Vec<&'static HookspecInfo>,
    plugins: Vec<&'static PluginEntry>,
    hookimpls: BTreeMap<TypeId, Vec<&'static HookimplsEntry>>,
    crates: Vec<&'static Crates>,
}

impl Catalogue {
    /// The catalogue of this binary. It is read once, when first asked for.
    pub fn linked() -> &'static Self {
        static LINKED: OnceLock<Catalogue> = OnceLock::new();
        LINKED.get_or_init(|| Self::read(slice::entries()))
    }

    fn read(entries: &'static [Entry]) -> Self {
        let mut catalogue = Self::default();
        for entry in entries {
            match entry {
                Entry::Hookspec(info) => catalogue.hookspecs.push(info),
                Entry::Crates(crates) => catalogue.crates.push(crates),
                Entry::Plugin(plugin) => catalogue.plugins.push(plugin),
                Entry::Hookimpls(hookimpls) => {
                    catalogue.hookimpls.entry(hookimpls.plugin()).or_default().push(hookimpls);
                }
            }
        }
        // Link order depends on the linker and its options; from here on nothing does.
        catalogue
            .hookspecs
            .sort_by_key(|spec| (spec.name(), spec.package().name(), spec.location()));
        catalogue.plugins.sort_by_key(|plugin| {
            let info = plugin.info();
            (info.id(), info.package().name(), info.location())
        });
        for hookimpls in catalogue.hookimpls.values_mut() {
            hookimpls.sort_by_key(|it| {
                (it.spec().name(), it.spec().package().name(), it.spec().location())
            });
        }
        catalogue
    }

    /// The hookspecs, sorted by name.
    pub fn hookspecs(&self) -> impl Iterator<Item = &'static HookspecInfo> {
        self.hookspecs.iter().copied()
    }

    /// The plugins, sorted by id; also those that only a host constructs (`#[plugin(manual)]`).
    pub fn plugins(&self) -> impl Iterator<Item = &'static PluginInfo> {
        self.plugins.iter().map(|plugin| plugin.info())
    }

    /// The crates that [`plugin_crates!`](crate::plugin_crates) named, sorted by name; those that
    /// were named twice, as by a host and by a pack of plugins, once.
    pub fn crates(&self) -> impl Iterator<Item = PluginCrate> {
        let crates = self.crates.iter().copied().flat_map(PluginCrate::all_of);
        crates.collect::<BTreeSet<_>>().into_iter()
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = &'static PluginEntry> {
        self.plugins.iter().copied()
    }

    pub(crate) fn hookimpls_of(&self, plugin: TypeId) -> &[&'static HookimplsEntry] {
        self.hookimpls.get(&plugin).map_or(&[], Vec::as_slice)
    }
}
