//! Injects the values and the configuration of a host into plugins, and checks that nothing is
//! missing.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::{Config, ConfigError, Document, Read};
use crate::context::{Context, ProvidedValues};
use crate::error::{Diagnostic, Problem};
use crate::info::{PluginId, PluginInfo, PluginRef};
use crate::registered::RegisteredPlugin;
use crate::registry::Registry;
use crate::util::nearest;

/// The id of a linked or registered plugin.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    id: &'a str,
    /// The facts of the plugin, if the manager constructs it.
    constructed: Option<&'static PluginInfo>,
}

impl<'a> Known<'a> {
    /// All linked plugins, and these registered ones.
    pub(super) fn all(registered: &'a [RegisteredPlugin]) -> Vec<Self> {
        let linked = Registry::linked();
        let constructed = linked.entries().filter(|it| it.constructor().is_some());
        let constructed: BTreeMap<_, _> = constructed.map(|it| (it.type_id(), it.info())).collect();
        let new = |id, type_id| Self { id, constructed: constructed.get(&type_id).copied() };
        let registered = registered.iter().map(|it| new(it.id().as_str(), it.type_id()));
        let linked = linked.entries().map(|it| new(it.info().id(), it.type_id()));
        registered.chain(linked).collect()
    }

    /// Whether the section with this id may be read. If the host constructs the plugin, the host
    /// also reads the section.
    fn may_read(&self) -> bool {
        self.constructed.is_none_or(|it| it.config().is_some())
    }
}

/// The values and the configuration. They do not change after the manager is built.
#[derive(Debug, Default)]
pub(super) struct Injector {
    pub(super) values: Arc<ProvidedValues>,
    pub(super) document: Document,
}

impl Injector {
    pub(super) fn values_mut(&mut self) -> &mut ProvidedValues {
        // A context that was created from the builder keeps the values of that moment.
        Arc::make_mut(&mut self.values)
    }

    pub(super) fn context(&self, plugin: PluginId) -> Context {
        Context::new(plugin, Arc::clone(&self.values))
    }

    /// Checks that no value is provided twice, and that every value that these plugins list as
    /// needed is provided. No plugin code runs.
    pub(super) fn check(&self, plugins: impl Iterator<Item = PluginRef>) -> Vec<Problem> {
        let duplicates = self.values.duplicates().map(|(to, type_key)| {
            let to = to.map(str::to_owned);
            Problem::ProvidedTwice { type_key, to }
        });
        let missing = plugins.flat_map(|plugin| {
            let (id, needs) = (plugin.id().as_str(), plugin.info().needs().iter());
            let missing = needs.filter(|it| self.values.find(id, it.id()).is_none());
            let problems = missing.map(|type_key| Problem::MissingValue {
                plugin: plugin.clone(),
                type_key: *type_key,
                available: self.values.available(id).collect(),
            });
            problems.collect::<Vec<_>>()
        });
        duplicates.chain(missing).collect()
    }

    /// Reads the section of a plugin.
    pub(super) fn read(&self, read: Read, plugin: PluginRef) -> Result<Config, Problem> {
        read(&self.document, plugin.id().as_str()).map_err(|error| {
            let ConfigError { path, message, has_section } = error;
            let unread = Vec::new();
            Problem::Misconfigured { plugin, path, message, has_section, unread }
        })
    }

    /// The sections that no plugin reads, each with the plugin that has its name as id.
    pub(super) fn unread<'a>(
        &'a self,
        known: &'a [Known<'_>],
    ) -> impl Iterator<Item = (&'a str, Option<Known<'a>>)> {
        self.document.sections().filter_map(move |section| {
            let mut of_id = known.iter().filter(|it| it.id == section);
            let first = of_id.clone().next().copied();
            (!of_id.any(Known::may_read)).then_some((section, first))
        })
    }

    /// Finds values and sections that no plugin uses.
    pub(super) fn diagnostics(&self, known: &[Known<'_>]) -> Vec<Diagnostic> {
        let is_known = |id: &str| known.iter().any(|it| it.id == id);
        let nearest_id = |id: &str| nearest(id, known.iter().map(|it| it.id)).map(str::to_owned);
        let unmatched = self.values.to_one().filter(|(id, _)| !is_known(id));
        let values = unmatched.map(|(id, type_key)| {
            let (id, nearest) = (id.to_owned(), nearest_id(id));
            Diagnostic::UnmatchedValue { id, type_key, nearest }
        });
        let sections = self.unread(known).map(|(section, plugin)| {
            let nearest = if plugin.is_none() { nearest_id(section) } else { None };
            let plugin = plugin.and_then(|it| it.constructed);
            Diagnostic::UnreadSection { section: section.to_owned(), plugin, nearest }
        });
        values.chain(sections).collect()
    }
}
