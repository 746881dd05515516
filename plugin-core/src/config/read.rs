//! Adds documents, and reads their sections.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use serde::de::{self, DeserializeOwned, Deserializer, MapAccess, Visitor};

use super::value::Value;
use super::{Config, ConfigError, Document, InvalidConfigError};

impl Document {
    /// Adds the sections of a document. If there is an error, adds none of them.
    pub(crate) fn add<'de>(
        &mut self,
        document: impl Deserializer<'de>,
    ) -> Result<(), InvalidConfigError> {
        let invalid = |message| InvalidConfigError { message };
        let Sections(added) =
            document.deserialize_map(DocumentVisitor).map_err(|it| invalid(it.to_string()))?;
        if let Some(id) = added.keys().find(|it| self.sections.contains_key(*it)) {
            let id = id.escape_debug();
            return Err(invalid(format!(
                "two documents have a section `{id}`; merge them before they are passed to `config`"
            )));
        }
        self.sections.extend(added);
        Ok(())
    }
}

/// The sections of one document.
pub(crate) struct Sections(BTreeMap<String, Value>);

struct DocumentVisitor;

impl<'de> Visitor<'de> for DocumentVisitor {
    type Value = Sections;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map with a section for each plugin id")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sections, A::Error> {
        let mut sections = BTreeMap::new();
        while let Some((id, section)) = map.next_entry::<String, _>()? {
            match sections.entry(id) {
                Entry::Vacant(vacant) => drop(vacant.insert(section)),
                Entry::Occupied(it) => {
                    let id = it.key().escape_debug();
                    return Err(de::Error::custom(format!("duplicate section `{id}`")));
                }
            }
        }
        Ok(Sections(sections))
    }
}

/// A type that can be the configuration of a plugin.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the configuration of a plugin",
    label = "this type cannot be read from a document",
    note = "derive `serde::Deserialize` for the type; it must own its data and be `Send`"
)]
pub trait Configuration: DeserializeOwned + Send + 'static {}

impl<C: DeserializeOwned + Send + 'static> Configuration for C {}

/// Reads the section of a plugin, or an empty section if the document has none.
///
/// # Errors
///
/// If the section cannot be read as a `C`.
pub fn read<C: Configuration>(document: &Document, id: &str) -> Result<Config, ConfigError> {
    let section = document.sections.get(id);
    let value = match section {
        // Some formats read a section without content as null, and others as an empty map.
        None | Some(Value::Nothing) => Value::Map(Vec::new()),
        Some(section) => section.clone(),
    };
    match serde_path_to_error::deserialize::<_, C>(value) {
        Ok(config) => Ok(Box::new(config)),
        Err(error) => Err(ConfigError {
            path: path_in(id, &error.path().to_string()),
            message: error.inner().to_string(),
            has_section: section.is_some(),
        }),
    }
}

/// The path in the document for a path in a section.
fn path_in(section: &str, path: &str) -> String {
    // An id with a dot is quoted, as in TOML, because its dot does not separate keys.
    let quote = if section.contains('.') { "\"" } else { "" };
    let (separator, path) = match path {
        // serde_path_to_error writes the path of the section itself as `.`.
        "." => ("", ""),
        path if path.starts_with('[') => ("", path),
        path => (".", path),
    };
    format!("{quote}{section}{quote}{separator}{path}")
}
