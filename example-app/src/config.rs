//! The configuration: a file with the settings of the gateway, and a section for each plugin.

use std::error::Error;
use std::path::Path;

use gateway_hooks::Config;
use serde::Deserialize;

use crate::unreadable::Unreadable;

/// The settings that come with the program. They fit the recording that does.
const SHIPPED: &str = include_str!("../gateway.toml");

/// The content of the file.
#[derive(Debug, Deserialize)]
pub(crate) struct Settings {
    /// The settings of the gateway itself.
    #[serde(default)]
    pub(crate) gateway: Config,
    /// All other sections. Only plugins know which sections exist, and what they contain.
    #[serde(flatten)]
    pub(crate) plugins: toml::Table,
}

impl Settings {
    /// Reads the settings from a file. Without a file, uses those that come with the program.
    pub(crate) fn load(file: Option<&Path>) -> Result<Self, Box<dyn Error>> {
        let Some(file) = file else {
            return Ok(toml::from_str(SHIPPED)?);
        };
        let text =
            std::fs::read_to_string(file).map_err(|source| Unreadable::file(file, source))?;
        toml::from_str(&text).map_err(|error| {
            let error = error.to_string();
            format!("invalid settings in `{}`: {}", file.display(), error.trim_end()).into()
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use plugin_core::Registry;
    use plugin_core::info::PluginInfo;

    use super::*;

    #[test]
    fn each_plugin_that_has_settings_has_a_section_in_the_shipped_file() {
        let settings = Settings::load(None).unwrap();
        let sections: BTreeSet<_> = settings.plugins.keys().map(String::as_str).collect();
        let readers = Registry::linked().plugins().filter(|plugin| plugin.config().is_some());
        assert_eq!(sections, readers.map(PluginInfo::id).collect());
    }

    #[test]
    fn an_empty_file_has_the_defaults() {
        let settings: Settings = toml::from_str("").unwrap();
        assert_eq!(settings.gateway, Config::default());
        assert!(settings.plugins.is_empty());
    }
}
