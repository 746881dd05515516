//! What a host gives to the plugins of a manager, and whether it is what they ask for.

use std::sync::Arc;

use crate::config::{Config, Document, Mistake, Read};
use crate::context::{Context, ProvidedValues};
use crate::error::{Diagnostic, Problem};
use crate::info::{PluginId, PluginInfo, PluginRef};

/// What is given: fixed, once there is a manager.
#[derive(Debug, Default)]
pub(super) struct Injector {
    pub(super) values: Arc<ProvidedValues>,
    pub(super) document: Document,
}

impl Injector {
    pub(super) fn values_mut(&mut self) -> &mut ProvidedValues {
        // A context that was made of the builder keeps what there was then.
        Arc::make_mut(&mut self.values)
    }

    pub(super) fn context(&self, plugin: PluginId) -> Context {
        Context::new(plugin, Arc::clone(&self.values))
    }

    /// Whether these plugins, which are to be constructed, are given what they list, and nothing
    /// was given twice. Nothing of a plugin runs.
    pub(super) fn check(&self, plugins: impl Iterator<Item = PluginRef>) -> Vec<Problem> {
        let again = self.values.again();
        let twice = again.map(|(to, type_name)| {
            let to = to.map(str::to_owned);
            Problem::ProvidedTwice { type_name, to }
        });
        let missing_value = plugins.flat_map(|plugin| {
            let (id, needs) = (plugin.id().as_str(), plugin.info().needs().iter());
            let missing = needs.filter(|it| self.values.find(id, it.id()).is_none());
            let missing_value = missing.map(|type_name| Problem::MissingValue {
                plugin: plugin.clone(),
                type_name: *type_name,
                given: self.values.given_to(id).collect(),
            });
            missing_value.collect::<Vec<_>>()
        });
        twice.chain(missing_value).collect()
    }

    /// Reads the section of a plugin.
    pub(super) fn read(&self, read: Read, plugin: PluginRef) -> Result<Config, Problem> {
        read(&self.document, plugin.id().as_str()).map_err(|mistake| {
            let Mistake { path, message, is_there } = mistake;
            Problem::Misconfigured { plugin, path, message, is_there }
        })
    }

    /// What is given to plugins that are not among the known ones, or do not read it. Known are
    /// their ids and, of those that the manager would construct, what is known of their types.
    pub(super) fn diagnostics(
        &self,
        known: &[(&str, Option<&'static PluginInfo>)],
    ) -> Vec<Diagnostic> {
        let is_known = |id: &str| known.iter().any(|(it, _)| *it == id);
        let unmatched = self.values.to_single().filter(|(id, _)| !is_known(id));
        let values = unmatched
            .map(|(id, type_name)| Diagnostic::UnmatchedValue { id: id.to_owned(), type_name });
        let sections = self.document.sections().filter_map(|section| {
            let of_id: Vec<_> =
                known.iter().filter(|(id, _)| *id == section).map(|(_, info)| *info).collect();
            // Of a plugin that the host constructs, the host reads the section.
            let reads = |it: Option<&PluginInfo>| it.is_none_or(|it| it.config().is_some());
            let plugin = of_id.first().copied().flatten();
            let section = section.to_owned();
            (!of_id.iter().copied().any(reads))
                .then_some(Diagnostic::UnreadSection { section, plugin })
        });
        values.chain(sections).collect()
    }
}
