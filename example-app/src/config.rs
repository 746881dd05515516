//! The configuration: a file with the settings of the gateway, and a section for each plugin.

use std::error::Error;
use std::path::Path;

use gateway_hooks::Config;
use serde::Deserialize;

use crate::unreadable::Unreadable;

/// The settings that come with the program; they fit the recording that does.
const SHIPPED: &str = include_str!("../gateway.toml");

/// What the file says.
#[derive(Debug, Deserialize)]
pub(crate) struct Settings {
    /// For the gateway itself.
    #[serde(default)]
    pub(crate) gateway: Config,
    /// All other sections. Which there are and what stands in them is known to plugins alone.
    #[serde(flatten)]
    pub(crate) of_plugins: toml::Table,
}

impl Settings {
    /// Those of a file, or those that come with the program.
    pub(crate) fn of(file: Option<&Path>) -> Result<Self, Box<dyn Error>> {
        let Some(file) = file else {
            return Ok(toml::from_str(SHIPPED)?);
        };
        let text =
            std::fs::read_to_string(file).map_err(|source| Unreadable::file(file, source))?;
        toml::from_str(&text).map_err(|error| {
            let error = error.to_string();
            format!("`{}` cannot be used: {}", file.display(), error.trim_end()).into()
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use plugin_core::{PluginInfo, Registry};

    use super::*;

    #[test]
    fn each_plugin_that_has_settings_has_a_section_in_the_shipped_file() {
        let settings = Settings::of(None).unwrap();
        let sections: BTreeSet<_> = settings.of_plugins.keys().map(String::as_str).collect();
        let readers = Registry::linked().plugins().filter(|plugin| plugin.config().is_some());
        assert_eq!(sections, readers.map(PluginInfo::id).collect());
    }

    #[test]
    fn an_empty_file_is_one_with_defaults() {
        let settings: Settings = toml::from_str("").unwrap();
        assert_eq!(settings.gateway, Config::default());
        assert!(settings.of_plugins.is_empty());
    }
}
