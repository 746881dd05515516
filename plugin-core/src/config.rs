//! The configuration of plugins: the document that a host passes, and how its sections are read.

#[cfg(feature = "config")]
pub(crate) mod read;

#[cfg(feature = "config")]
mod value;

use std::any::Any;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

#[cfg(feature = "config")]
use self::value::Value;

/// Without the feature, a document has no sections.
#[cfg(not(feature = "config"))]
type Value = std::convert::Infallible;

/// The sections of a document, by plugin id.
#[derive(Debug, Default)]
pub struct Document {
    #[cfg_attr(not(feature = "config"), expect(clippy::zero_sized_map_values, reason = "empty"))]
    sections: BTreeMap<String, Value>,
}

/// The configuration of a plugin, as the type that the plugin declares; `()` for a plugin that
/// declares none.
pub type Config = Box<dyn Any + Send>;

/// Reads the section of the plugin with this id.
pub(crate) type Read = fn(&Document, &str) -> Result<Config, ConfigError>;

/// Why a section cannot be read.
#[derive(Debug)]
pub struct ConfigError {
    pub(crate) path: String,
    pub(crate) message: String,
    /// Whether the document has the section.
    pub(crate) has_section: bool,
}

impl Document {
    /// The names of the sections, sorted.
    pub(crate) fn sections(&self) -> impl Iterator<Item = &str> {
        self.sections.keys().map(String::as_str)
    }
}

/// The error for a document that cannot be used as the configuration of plugins.
///
/// ```
/// # use plugin_core::{PluginManager, hookspec};
/// # #[hookspec]
/// # trait GatewayHooks { fn on_startup(&self); }
/// # #[cfg(feature = "config")]
/// # {
/// use serde::de::{IntoDeserializer, value::Error};
///
/// let document = IntoDeserializer::<Error>::into_deserializer("auth");
/// let error = PluginManager::builder::<dyn GatewayHooks>().config(document).unwrap_err();
/// assert!(error.to_string().contains("expected a map with a section for each plugin id"));
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidConfigError {
    message: String,
}

impl fmt::Display for InvalidConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the configuration of plugins cannot be read: {}", self.message)
    }
}

impl Error for InvalidConfigError {}

/// How the configuration of a plugin is read, as a type.
#[cfg(feature = "config")]
#[doc(hidden)]
#[macro_export]
macro_rules! __read_config {
    ($config:ty) => {
        $crate::__private_0_1_0::read::<$config>
    };
}

#[cfg(not(feature = "config"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __read_config {
    ($config:ty) => {
        ::core::compile_error!(
            "option `config` needs the feature `config` of `plugin-core`: write \
             `plugin-core = { .., features = [\"config\"] }` in the manifest"
        )
    };
}
