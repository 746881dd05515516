//! The part of the builder that says what is injected into plugins.

use super::builder::PluginManagerBuilder;
#[cfg(feature = "config")]
use crate::config::InvalidConfigError;
use crate::context::Context;
use crate::info::PluginId;
use crate::info::id::InvalidIdError;

/// What is injected into plugins. Only plugins that the manager constructs receive them; a host that
/// [registers](crate::PluginManager::register) an instance has given to it what it wanted to.
impl PluginManagerBuilder {
    /// Gives a value to all plugins: their `init` asks for it, by type, in a [`Context`].
    ///
    /// A value that is not to be copied for each plugin, or is known to them by a trait, is given as
    /// an [`Arc`](std::sync::Arc): `builder.provide(Arc::new(pool))`. See [`Context`] for an example.
    ///
    /// Who provides two values of one type gets a [`Problem::ProvidedTwice`](crate::Problem::ProvidedTwice) when plugins are taken
    /// in: neither could be meant.
    pub fn provide<T: Send + Sync + 'static>(mut self, value: T) -> Self {
        self.injector.values_mut().add(None, value);
        self
    }

    /// Gives a value to the plugin with this id alone. It goes before what is
    /// [provided](Self::provide) for all.
    ///
    /// Who grants two values of one type to one plugin gets a [`Problem::ProvidedTwice`](crate::Problem::ProvidedTwice). A grant to an
    /// id that no plugin has is a [`Diagnostic`](crate::error::Diagnostic).
    ///
    /// ```
    /// # use plugin_core::error::MissingValueError;
    /// # use plugin_core::{Context, Plugin, PluginManager, hookspec};
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
    /// assert_eq!(manager.load::<Billing>()?.expect_active().0, "ch");
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
    /// [`Diagnostic`](crate::error::Diagnostic).
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
    /// assert_eq!(manager.load::<Auth>()?.expect_active().tokens, ["a", "b"]);
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
