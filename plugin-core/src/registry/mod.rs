//! The registry: everything that registered itself at link time. It stores and never calls.

pub(crate) mod entry;

pub(crate) mod construct;

pub(crate) mod crates;

// The manifest has the same list.
#[cfg_attr(
    any(
        plugin_core_no_linkme,
        not(any(
            target_os = "android",
            target_os = "freebsd",
            target_os = "fuchsia",
            target_os = "illumos",
            target_os = "ios",
            target_os = "linux",
            target_os = "macos",
            target_os = "none",
            target_os = "openbsd",
            target_os = "psp",
            target_os = "tvos",
            target_os = "uefi",
            target_os = "windows"
        ))
    ),
    path = "no_slice.rs"
)]
pub(crate) mod slice;

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crates::Crates;
pub use crates::PluginCrate;
use entry::{Entry, PluginEntry};

use crate::hook::erased::HookImplsEntry;
use crate::info::{HookSpecInfo, PluginInfo};
use crate::plugin::Plugin;

/// All hookspecs, plugins and hookimpls that are linked into the binary. Immutable, and the same
/// however the linker ordered them.
///
/// ```standalone_crate
/// use plugin_core::{Registry, Plugin};
///
/// /// Checks bearer tokens.
/// #[derive(Plugin, Default)]
/// struct Auth;
///
/// let ids: Vec<_> = Registry::linked().plugins().map(|plugin| plugin.id()).collect();
/// assert_eq!(ids, ["auth"]);
/// ```
#[derive(Debug, Default)]
pub struct Registry {
    hookspecs: Vec<&'static HookSpecInfo>,
    plugins: Vec<PluginEntry>,
    /// By what they provide beside their ids.
    capable: BTreeMap<&'static str, Vec<&'static PluginInfo>>,
    /// Those of one plugin stand together.
    hookimpls: Vec<HookImplsEntry>,
    crates: Vec<&'static Crates>,
    /// What is in `crates`, each once.
    named: BTreeSet<PluginCrate>,
}

impl Registry {
    /// The registry of this binary. It is read once, when first asked for.
    pub fn linked() -> &'static Self {
        static LINKED: OnceLock<Registry> = OnceLock::new();
        LINKED.get_or_init(|| Self::read(slice::entries()))
    }

    pub(crate) fn read(entries: &'static [Entry]) -> Self {
        let mut registry = Self::default();
        for entry in entries {
            match entry {
                Entry::HookSpec(info) => registry.hookspecs.push(info),
                Entry::Crates(crates) => registry.crates.push(crates),
                Entry::Plugin(plugin) => registry.plugins.push(plugin()),
                Entry::HookImpls(hookimpls) => registry.hookimpls.push(hookimpls()),
            }
        }
        // Link order depends on the linker and its options; from here on nothing does.
        registry.hookspecs.sort_by_key(|spec| spec.sort_key());
        registry.plugins.sort_by(|a, b| {
            let (a, b) = (a.info(), b.info());
            let same_id =
                || (a.package().name(), a.location()).cmp(&(b.package().name(), b.location()));
            a.id().cmp(b.id()).then_with(same_id)
        });
        for plugin in registry.plugins.iter().map(PluginEntry::info) {
            for provided in plugin.provides() {
                registry.capable.entry(provided.id()).or_default().push(plugin);
            }
        }
        registry.hookimpls.sort_by(|a, b| {
            let same_plugin = || a.spec().sort_key().cmp(&b.spec().sort_key());
            a.plugin().cmp(&b.plugin()).then_with(same_plugin)
        });
        registry.named = registry.crates.iter().copied().flat_map(PluginCrate::all_of).collect();
        registry
    }

    /// The hookspecs, sorted by name.
    pub fn hookspecs(&self) -> impl Iterator<Item = &'static HookSpecInfo> {
        self.hookspecs.iter().copied()
    }

    /// The plugins, sorted by id; also those that only a host constructs (`#[plugin(manual)]`).
    pub fn plugins(&self) -> impl Iterator<Item = &'static PluginInfo> {
        self.plugins.iter().map(PluginEntry::info)
    }

    /// The crates that [`plugin_crates!`](crate::plugin_crates) named, sorted by name; those that
    /// were named twice, as by a host and by a pack of plugins, once.
    pub fn crates(&self) -> impl Iterator<Item = PluginCrate> {
        self.named.iter().copied()
    }

    /// The crate that a plugin is in, as the host's build found it; `None` if the host does not
    /// name it.
    ///
    /// ```
    /// use plugin_core::Registry;
    ///
    /// let linked = Registry::linked();
    /// for plugin in linked.plugins() {
    ///     let source = linked.crate_of(plugin).map_or("unknown", |it| it.source());
    ///     println!("{plugin} of {}, found at {source}", plugin.package());
    /// }
    /// ```
    pub fn crate_of(&self, plugin: &PluginInfo) -> Option<PluginCrate> {
        self.crates().find(|it| it.is_of(plugin.package(), plugin.location()))
    }

    /// The plugins that have or provide this, those that have it as their id first.
    pub(crate) fn named<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'static PluginInfo> {
        let first = self.plugins.partition_point(|it| it.info().id() < id);
        let own = self.plugins[first..].iter().map(PluginEntry::info);
        let own = own.take_while(move |it| it.id() == id);
        let capable = self.capable.get(id).into_iter().flatten().copied();
        own.chain(capable)
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = &PluginEntry> {
        self.plugins.iter()
    }

    /// The plugin of this type, if managers can construct it.
    pub(crate) fn constructible<P: Plugin>(&self) -> Option<&PluginEntry> {
        let mut entries = self.entries();
        let entry = entries.find(|it| it.type_id() == TypeId::of::<P>())?;
        entry.constructor().is_some().then_some(entry)
    }

    /// The plugins that implement a hookspec of the project.
    pub(crate) fn entries_of(&self, project: &str) -> impl Iterator<Item = &PluginEntry> {
        self.entries().filter(move |plugin| {
            let hookimpls = self.hookimpls_of(plugin.type_id());
            hookimpls.iter().any(|it| it.spec().project() == project)
        })
    }

    /// Whether anything names plugin crates.
    pub(crate) fn names_crates(&self) -> bool {
        !self.crates.is_empty()
    }

    /// Whether plugin crates are named, and each of them put something in: what is not here was
    /// not meant to be.
    pub(crate) fn is_accounted_for(&self) -> bool {
        self.names_crates() && self.silent_crates().next().is_none()
    }

    /// The versions of `plugin-core` that the named crates depend on.
    pub(crate) fn cores(&self) -> Vec<&'static str> {
        let versions = self.crates.iter().flat_map(|it| it.listed.1.iter().copied());
        versions.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The named crates that put nothing into the registry.
    pub(crate) fn silent_crates(&self) -> impl Iterator<Item = PluginCrate> {
        let plugins = self.plugins().map(|it| (it.package(), it.location()));
        let specs = self.hookspecs().map(|it| (it.package(), it.location()));
        let hookimpls = self.hookimpls.iter().map(|it| (it.info().package(), it.info().location()));
        let packs = self.crates.iter().map(|it| (&it.namer, &it.location));
        let heard: Vec<_> = plugins.chain(specs).chain(hookimpls).chain(packs).collect();
        self.crates()
            .filter(move |it| !heard.iter().any(|(package, location)| it.is_of(package, location)))
    }

    /// The plugins that have hookimpls here and are not here themselves.
    pub(crate) fn unregistered_plugins(&self) -> impl Iterator<Item = &'static PluginInfo> {
        let known: BTreeSet<_> = self.plugins.iter().map(PluginEntry::type_id).collect();
        let by_plugin = self.hookimpls.chunk_by(|a, b| a.plugin() == b.plugin());
        let unknown = by_plugin.filter(move |it| !known.contains(&it[0].plugin()));
        let infos = unknown.map(|it| it[0].info());
        // A generic plugin has no entry of its own.
        infos.filter(|info| !info.is_generic)
    }

    pub(crate) fn hookimpls_of(&self, plugin: TypeId) -> &[HookImplsEntry] {
        let first = self.hookimpls.partition_point(|it| it.plugin() < plugin);
        let others = &self.hookimpls[first..];
        let count = others.iter().take_while(|it| it.plugin() == plugin).count();
        &others[..count]
    }
}
