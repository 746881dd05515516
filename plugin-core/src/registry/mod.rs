//! The registry: everything that registered itself at link time. It only stores: it calls no plugin
//! code.

pub(crate) mod entry;

pub(crate) mod construct;

pub(crate) mod crates;

// The manifest of this crate has the same list of targets.
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
use crate::info::{HookSpecInfo, PluginInfo, Requirement};
use crate::plugin::Plugin;
use crate::util::nearest;

/// All hookspecs, plugins and hookimpls that are linked into the binary. The registry is immutable,
/// and it does not depend on the order in which the linker places its entries.
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
    /// The plugins that provide each capability.
    capabilities: BTreeMap<&'static str, Vec<&'static PluginInfo>>,
    /// Sorted by plugin type.
    hookimpls: Vec<HookImplsEntry>,
    crates: Vec<&'static Crates>,
    /// The crates that `crates` list, without duplicates.
    plugin_crates: BTreeSet<PluginCrate>,
}

impl Registry {
    /// The registry of this binary. The first call reads it.
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
        // Link order depends on the linker and its options. After sorting, nothing depends on it.
        registry.hookspecs.sort_by_key(|spec| spec.sort_key());
        registry.plugins.sort_by(|a, b| {
            let (a, b) = (a.info(), b.info());
            let same_id =
                || (a.package().name(), a.location()).cmp(&(b.package().name(), b.location()));
            a.id().cmp(b.id()).then_with(same_id)
        });
        for plugin in registry.plugins.iter().map(PluginEntry::info) {
            for provided in plugin.provides() {
                registry.capabilities.entry(provided.id()).or_default().push(plugin);
            }
        }
        registry.hookimpls.sort_by(|a, b| {
            let same_plugin = || a.spec().sort_key().cmp(&b.spec().sort_key());
            a.plugin().cmp(&b.plugin()).then_with(same_plugin)
        });
        let plugin_crates = registry.crates.iter().copied().flat_map(PluginCrate::from_list);
        registry.plugin_crates = plugin_crates.collect();
        registry
    }

    /// The hookspecs, sorted by name.
    pub fn hookspecs(&self) -> impl Iterator<Item = &'static HookSpecInfo> {
        self.hookspecs.iter().copied()
    }

    /// The plugins, sorted by id, including those that only a host constructs
    /// (`#[plugin(manual)]`).
    pub fn plugins(&self) -> impl Iterator<Item = &'static PluginInfo> {
        self.plugins.iter().map(PluginEntry::info)
    }

    /// The crates that [`plugin_crates!`](crate::plugin_crates) lists, sorted by name. A crate that
    /// is listed twice, such as by a host and by a crate that bundles plugins, is returned once.
    pub fn crates(&self) -> impl Iterator<Item = PluginCrate> {
        self.plugin_crates.iter().copied()
    }

    /// The crate that a plugin is in. `None` if [`plugin_crates!`](crate::plugin_crates) does not
    /// list the crate.
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
        self.crates().find(|it| it.contains(plugin.package(), plugin.location()))
    }

    /// The entries of the plugins that have this id.
    pub(crate) fn with_id<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a PluginEntry> {
        let first = self.plugins.partition_point(|it| it.info().id() < id);
        self.plugins[first..].iter().take_while(move |it| it.info().id() == id)
    }

    /// The id that is probably meant, if no plugin has this one.
    pub(crate) fn nearest_id(&self, id: &str) -> Option<String> {
        nearest(id, self.plugins().map(PluginInfo::id)).map(str::to_owned)
    }

    /// The plugins that have this id, then the plugins that provide it as a capability.
    pub(crate) fn providers<'a>(
        &'a self,
        id: &'a str,
    ) -> impl Iterator<Item = &'static PluginInfo> {
        let own = self.with_id(id).map(PluginEntry::info);
        let capable = self.capabilities.get(id).into_iter().flatten().copied();
        own.chain(capable)
    }

    /// The plugin that meets the requirement and can be constructed by managers: the one with this
    /// id, or else the only one that provides the capability.
    pub(crate) fn only_provider(&self, requirement: &Requirement) -> Option<&PluginEntry> {
        let id = requirement.id();
        let meets = |it: &&PluginEntry| {
            let info = it.info();
            let has_name = info.id() == id || info.provides().iter().any(|it| it.id() == id);
            it.constructor().is_some() && has_name && requirement.matches(&info.version_of(id))
        };
        let (own, capable): (Vec<_>, Vec<_>) =
            self.entries().filter(meets).partition(|it| it.info().id() == id);
        match (&own[..], &capable[..]) {
            ([entry], _) | ([], [entry]) => Some(*entry),
            _ => None,
        }
    }

    /// The ids of all plugins, and the capabilities that these provide.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        let ids = self.plugins().map(PluginInfo::id);
        ids.chain(self.capabilities.keys().copied())
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = &PluginEntry> {
        self.plugins.iter()
    }

    /// The entry of this plugin type, if managers can construct it.
    pub(crate) fn constructible<P: Plugin>(&self) -> Option<&PluginEntry> {
        let mut entries = self.entries();
        let entry = entries.find(|it| it.type_id() == TypeId::of::<P>())?;
        entry.constructor().is_some().then_some(entry)
    }

    /// The entries of the plugins that implement a hookspec of the project.
    pub(crate) fn entries_of(&self, project: &str) -> impl Iterator<Item = &PluginEntry> {
        self.entries().filter(move |plugin| {
            let hookimpls = self.hookimpls_of(plugin.type_id());
            hookimpls.iter().any(|it| it.spec().project() == project)
        })
    }

    /// Whether a `plugin_crates!` lists plugin crates.
    pub(crate) fn has_crate_list(&self) -> bool {
        !self.crates.is_empty()
    }

    /// Whether plugin crates are listed, and each of them and of those that a build script found
    /// registered something. Then no plugin is missing by accident.
    pub(crate) fn is_complete(&self) -> bool {
        self.has_crate_list()
            && self.unregistered_crates().next().is_none()
            && self.unlisted_crates().next().is_none()
    }

    /// The versions of `plugin-core` that the listed crates depend on.
    pub(crate) fn core_versions(&self) -> Vec<&'static str> {
        let versions = self.crates.iter().flat_map(|it| it.listed.1.iter().copied());
        versions.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The listed crates that registered nothing.
    pub(crate) fn unregistered_crates(&self) -> impl Iterator<Item = PluginCrate> {
        self.without_entries(self.plugin_crates.iter().copied())
    }

    /// The crates that a build script found, but that are not listed and registered nothing.
    pub(crate) fn unlisted_crates(&self) -> impl Iterator<Item = PluginCrate> {
        let found = self.crates.iter().copied().flat_map(PluginCrate::found);
        let is_listed = |it: &PluginCrate| self.crates().any(|listed| listed.name() == it.name());
        self.without_entries(found.filter(|it| !is_listed(it)).collect::<BTreeSet<_>>())
    }

    /// Those of these crates that registered nothing.
    fn without_entries(
        &self,
        crates: impl IntoIterator<Item = PluginCrate>,
    ) -> impl Iterator<Item = PluginCrate> {
        let plugins = self.plugins().map(|it| (it.package(), it.location()));
        let specs = self.hookspecs().map(|it| (it.package(), it.location()));
        let hookimpls = self.hookimpls.iter().map(|it| (it.info().package(), it.info().location()));
        let bundles = self.crates.iter().map(|it| (&it.listed_by, &it.location));
        let registered: Vec<_> = plugins.chain(specs).chain(hookimpls).chain(bundles).collect();
        let has_registered = move |krate: &PluginCrate| {
            registered.iter().any(|(package, location)| krate.contains(package, location))
        };
        crates.into_iter().filter(move |krate| !has_registered(krate))
    }

    /// The plugins that have hookimpls in the registry, but are not in it themselves.
    pub(crate) fn unregistered_plugins(&self) -> impl Iterator<Item = &'static PluginInfo> {
        let known: BTreeSet<_> = self.plugins.iter().map(PluginEntry::type_id).collect();
        let by_plugin = self.hookimpls.chunk_by(|a, b| a.plugin() == b.plugin());
        let unknown = by_plugin.filter(move |it| !known.contains(&it[0].plugin()));
        let infos = unknown.map(|it| it[0].info());
        // A generic plugin never has an entry.
        infos.filter(|info| !info.is_generic)
    }

    pub(crate) fn hookimpls_of(&self, plugin: TypeId) -> &[HookImplsEntry] {
        let first = self.hookimpls.partition_point(|it| it.plugin() < plugin);
        let others = &self.hookimpls[first..];
        let count = others.iter().take_while(|it| it.plugin() == plugin).count();
        &others[..count]
    }
}
