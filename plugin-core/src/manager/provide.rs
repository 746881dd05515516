//! The part of the builder that provides values and configuration to plugins.

use super::builder::PluginManagerBuilder;
#[cfg(feature = "config")]
use crate::config::InvalidConfigError;
use crate::context::Context;
use crate::info::PluginId;
use crate::info::id::InvalidIdError;

/// Values and configuration for plugins. Only plugins that the manager constructs receive them. A
/// host that [registers](crate::PluginManager::register) an instance passes everything to its
/// constructor.
impl PluginManagerBuilder {
    /// Provides a value to all plugins. Their `init` requests it by type, from a [`Context`].
    ///
    /// Provide a value as an [`Arc`](std::sync::Arc) if plugins share it, or if they know it by a
    /// trait: `builder.provide(Arc::new(pool))`. See [`Context`] for an example.
    ///
    /// Providing two values of one type is an error when plugins are registered
    /// ([`Problem::ProvidedTwice`](crate::Problem::ProvidedTwice)), because it is unclear which of
    /// them is meant.
    pub fn provide<T: Send + Sync + 'static>(mut self, value: T) -> Self {
        self.injector.values_mut().add(None, value);
        self
    }

    /// Provides a value only to the plugin with this id. It has priority over a value that is
    /// [provided](Self::provide) to all plugins.
    ///
    /// Providing two values of one type to one plugin is an error when plugins are registered
    /// ([`Problem::ProvidedTwice`](crate::Problem::ProvidedTwice)). A value for an id that no
    /// plugin has leads to a [`Diagnostic`](crate::error::Diagnostic).
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

    /// Adds configuration for plugins: a document in any format, with a section for each plugin id.
    /// When the manager constructs a plugin with `#[plugin(config = ..)]`, it reads the plugin's
    /// section and passes it to `init`. All sections of a request are read before any `init` runs,
    /// and all errors are reported together. A section that no plugin reads leads to a
    /// [`Diagnostic`](crate::error::Diagnostic).
    ///
    /// A plugin without a section is configured as if its section were empty: a type with
    /// `#[serde(default)]` has its default value, and a missing required field is an error.
    ///
    /// There may be several documents, but each section must be in only one of them.
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
    /// If the document is not well-formed or not a map, or if it has a section that an earlier
    /// document has.
    #[cfg(feature = "config")]
    pub fn config<'de>(
        mut self,
        document: impl serde::Deserializer<'de>,
    ) -> Result<Self, InvalidConfigError> {
        self.injector.document.add(document)?;
        Ok(self)
    }

    /// The context that a plugin with this id would receive. It is for a test of `init`, or for a
    /// host that constructs several plugins of one type. See [`Context`] for an example.
    ///
    /// # Errors
    ///
    /// If the id is invalid.
    pub fn context(&self, id: &str) -> Result<Context, InvalidIdError> {
        Ok(self.injector.context(PluginId::new(id)?))
    }
}
