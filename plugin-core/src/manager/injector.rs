//! What a host gives to the plugins of a manager, and whether it is what they ask for.

use std::sync::Arc;

use super::PluginManager;
use super::builder::PluginManagerBuilder;
#[cfg(feature = "config")]
use crate::config::InvalidConfigError;
use crate::config::{Config, Document, Mistake, Read};
use crate::context::{Context, InjectedValue, ProvidedValues};
use crate::error::Problem;
use crate::inspect::diagnostics::Diagnostic;
use crate::plugin::{InvalidIdError, PluginId, PluginInfo, PluginRef};

/// What is given: fixed, once there is a manager.
#[derive(Debug, Default)]
pub(super) struct Injector {
    values: Arc<ProvidedValues>,
    document: Document,
}

/// Injector things to plugins. Only plugins that the manager constructs receive them; a host that
/// [registers](PluginManager::register) an instance has given to it what it wanted to.
impl PluginManagerBuilder {
    /// Gives a value to all plugins: their `init` asks for it, by type, in a [`Context`].
    ///
    /// A value that is not to be copied for each plugin, or is known to them by a trait, is given as
    /// an [`Arc`]: `builder.provide(Arc::new(pool))`. See [`Context`] for an example.
    ///
    /// Who provides two values of one type gets a [`Problem::ProvidedTwice`] when plugins are taken
    /// in: neither could be meant.
    pub fn provide<T: Send + Sync + 'static>(mut self, value: T) -> Self {
        self.injector.values_mut().add(None, value);
        self
    }

    /// Gives a value to the plugin with this id alone. It goes before what is
    /// [provided](Self::provide) for all.
    ///
    /// Who grants two values of one type to one plugin gets a [`Problem::ProvidedTwice`]. A grant to an
    /// id that no plugin has is a [`Diagnostic`].
    ///
    /// ```
    /// # use plugin_core::{Context, MissingValueError, Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); }
    /// struct Region(&'static str);
    ///
    /// #[derive(Plugin)]
    /// #[plugin(init = Billing::open, needs(Region))]
    /// struct Billing(&'static str);
    ///
    /// impl Billing {
    ///     fn open(context: &Context) -> Result<Self, MissingValueError> {
    ///         let Region(name) = context.get()?;
    ///         Ok(Self(name))
    ///     }
    /// }
    ///
    /// let manager = PluginManager::builder::<dyn GatewayHooks>()
    ///     .provide(Region("eu"))
    ///     .provide_to("billing", Region("ch"))
    ///     .build();
    /// assert_eq!(manager.load::<Billing>()?.unwrap().0, "ch");
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn provide_to<T: Send + Sync + 'static>(mut self, id: &str, value: T) -> Self {
        self.injector.values_mut().add(Some(id), value);
        self
    }

    /// Hands over the configuration of plugins: a document of any format with a section for each, by
    /// its id. The section of a plugin with `#[plugin(config = ..)]` is read, and handed to its
    /// `init`, when the manager constructs the plugin; all sections of a request are read before any
    /// `init` runs, and all mistakes are reported together. A section that no plugin reads is a
    /// [`Diagnostic`].
    ///
    /// A plugin without a section gets what an empty one would give: a configuration under
    /// `#[serde(default)]` is then its default, and a field that must be there is missed.
    ///
    /// There may be several documents, as long as each section is in one of them.
    ///
    /// ```
    /// use plugin_core::{Plugin, PluginManager, hookspec};
    ///
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); }
    /// #[derive(serde::Deserialize)]
    /// #[serde(deny_unknown_fields)]
    /// struct AuthConfig {
    ///     tokens: Vec<String>,
    /// }
    ///
    /// #[derive(Plugin)]
    /// #[plugin(init = Auth::new, config = AuthConfig)]
    /// struct Auth {
    ///     tokens: Vec<String>,
    /// }
    ///
    /// impl Auth {
    ///     fn new(config: AuthConfig) -> Self {
    ///         Self { tokens: config.tokens }
    ///     }
    /// }
    ///
    /// let with = |text| -> Result<_, Box<dyn std::error::Error>> {
    ///     let document = toml::Deserializer::parse(text)?;
    ///     Ok(PluginManager::builder::<dyn GatewayHooks>().config(document)?.build())
    /// };
    /// let manager = with("[auth]\ntokens = ['a', 'b']")?;
    /// assert_eq!(manager.load::<Auth>()?.unwrap().tokens, ["a", "b"]);
    ///
    /// let manager = with("auth.tokens = ['a', 2]")?;
    /// let error = manager.load::<Auth>().err().unwrap();
    /// assert!(error.to_string().contains("`auth.tokens[1]`: invalid type: integer `2`"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the document is not well-formed, is no map, or has a section that is given already.
    #[cfg(feature = "config")]
    pub fn config<'de>(
        mut self,
        document: impl serde::Deserializer<'de>,
    ) -> Result<Self, InvalidConfigError> {
        self.injector.document.add(document)?;
        Ok(self)
    }

    /// What a plugin would be given under this id: for a test of its `init`, or for a host that
    /// constructs several of one type. See [`Context`] for an example.
    ///
    /// # Errors
    ///
    /// When this cannot be an id.
    pub fn context(&self, id: &str) -> Result<Context, InvalidIdError> {
        Ok(self.injector.context(PluginId::new(id)?))
    }
}

impl PluginManager {
    /// What the host gives to plugins, and who took it: first what is for all, then what is for
    /// single plugins, sorted by id and type. See [`InjectedValue`] for an example.
    pub fn injected(&self) -> Vec<InjectedValue> {
        self.shared.injector.values.report(&self.plugins())
    }
}

impl Injector {
    fn values_mut(&mut self) -> &mut ProvidedValues {
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
