//! Injects the values and the configuration of a host into plugins, and checks that nothing is
//! missing.

use std::sync::Arc;

use crate::config::{Config, ConfigError, Document, Read};
use crate::context::{Context, ProvidedValues};
use crate::error::{Diagnostic, Problem};
use crate::info::{PluginId, PluginInfo, PluginRef};
use crate::util::nearest;

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
            Problem::Misconfigured { plugin, path, message, has_section }
        })
    }

    /// Finds values and sections that no plugin uses. `known` are the ids of the linked and
    /// registered plugins, each with its facts if the manager constructs the plugin.
    pub(super) fn diagnostics(
        &self,
        known: &[(&str, Option<&'static PluginInfo>)],
    ) -> Vec<Diagnostic> {
        let is_known = |id: &str| known.iter().any(|(it, _)| *it == id);
        let nearest_id = |id: &str| nearest(id, known.iter().map(|(it, _)| *it)).map(str::to_owned);
        let unmatched = self.values.to_one().filter(|(id, _)| !is_known(id));
        let values = unmatched.map(|(id, type_key)| {
            let (id, nearest) = (id.to_owned(), nearest_id(id));
            Diagnostic::UnmatchedValue { id, type_key, nearest }
        });
        let sections = self.document.sections().filter_map(|section| {
            let of_id: Vec<_> =
                known.iter().filter(|(id, _)| *id == section).map(|(_, info)| *info).collect();
            // If the host constructs the plugin, the host also reads the section.
            let reads = |it: Option<&PluginInfo>| it.is_none_or(|it| it.config().is_some());
            if of_id.iter().copied().any(reads) {
                return None;
            }
            let plugin = of_id.first().copied().flatten();
            let nearest = if of_id.is_empty() { nearest_id(section) } else { None };
            let section = section.to_owned();
            Some(Diagnostic::UnreadSection { section, plugin, nearest })
        });
        values.chain(sections).collect()
    }
}
