//! Configuration of plugins: the document that a host hands over, and how its sections are read.

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

/// Without the feature, no document has a section.
#[cfg(not(feature = "config"))]
type Value = std::convert::Infallible;

/// The sections of a document, by the id of the plugin that each is for.
#[derive(Debug, Default)]
pub struct Document {
    #[cfg_attr(not(feature = "config"), expect(clippy::zero_sized_map_values, reason = "empty"))]
    sections: BTreeMap<String, Value>,
}

/// What a plugin's section was read as; `()` for a plugin that reads none.
pub type Config = Box<dyn Any + Send>;

/// How the section of a plugin with this id is read.
pub(crate) type Read = fn(&Document, &str) -> Result<Config, Mistake>;

/// What is wrong with a section.
#[derive(Debug)]
pub struct Mistake {
    pub(crate) path: String,
    pub(crate) message: String,
    /// Whether the document has the section.
    pub(crate) is_there: bool,
}

impl Document {
    /// The names of its sections, sorted.
    pub(crate) fn sections(&self) -> impl Iterator<Item = &str> {
        self.sections.keys().map(String::as_str)
    }
}

/// A document that cannot hold the configuration of plugins.
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
/// assert!(error.to_string().contains("expected a section for each plugin, by its id"));
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
