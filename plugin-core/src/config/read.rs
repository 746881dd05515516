//! Taking in documents, and reading their sections.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use serde::de::{self, DeserializeOwned, Deserializer, MapAccess, Visitor};

use super::value::Value;
use super::{Config, Document, InvalidConfigError, Mistake};

impl Document {
    /// Takes in the sections of a document, or none of them.
    pub(crate) fn add<'de>(
        &mut self,
        document: impl Deserializer<'de>,
    ) -> Result<(), InvalidConfigError> {
        let malformed = |message| InvalidConfigError { message };
        let Sections(added) =
            document.deserialize_map(OfDocument).map_err(|it| malformed(it.to_string()))?;
        if let Some(id) = added.keys().find(|it| self.sections.contains_key(*it)) {
            let id = id.escape_debug();
            return Err(malformed(format!(
                "two documents have a section `{id}`; join them before they are handed over"
            )));
        }
        self.sections.extend(added);
        Ok(())
    }
}

/// What a document consists of.
pub(crate) struct Sections(BTreeMap<String, Value>);

struct OfDocument;

impl<'de> Visitor<'de> for OfDocument {
    type Value = Sections;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a section for each plugin, by its id")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sections, A::Error> {
        let mut sections = BTreeMap::new();
        while let Some((id, section)) = map.next_entry::<String, _>()? {
            match sections.entry(id) {
                Entry::Vacant(vacant) => drop(vacant.insert(section)),
                Entry::Occupied(it) => {
                    let id = it.key().escape_debug();
                    return Err(de::Error::custom(format!("section `{id}` is there twice")));
                }
            }
        }
        Ok(Sections(sections))
    }
}

/// What a plugin may read its section as.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the configuration of a plugin",
    label = "cannot be read from a document",
    note = "derive `serde::Deserialize` on it; it must own what it holds, and be `Send`"
)]
pub trait Configuration: DeserializeOwned + Send + 'static {}

impl<C: DeserializeOwned + Send + 'static> Configuration for C {}

/// Reads the section of a plugin, or an empty one if there is none.
///
/// # Errors
///
/// When it cannot be read as a `C`.
pub fn read<C: Configuration>(document: &Document, id: &str) -> Result<Config, Mistake> {
    let section = document.sections.get(id);
    let value = match section {
        // A section in which nothing stands is nothing in some formats, and empty in others.
        None | Some(Value::Nothing) => Value::Map(Vec::new()),
        Some(section) => section.clone(),
    };
    match serde_path_to_error::deserialize::<_, C>(value) {
        Ok(config) => Ok(Box::new(config)),
        Err(error) => Err(Mistake {
            path: path_in(id, &error.path().to_string()),
            message: error.inner().to_string(),
            is_there: section.is_some(),
        }),
    }
}

/// The path in the document of what has this path in a section.
fn path_in(section: &str, path: &str) -> String {
    // As TOML writes it: the dot of an id is not one between keys.
    let quote = if section.contains('.') { "\"" } else { "" };
    let (separator, path) = match path {
        // The section itself.
        "." => ("", ""),
        path if path.starts_with('[') => ("", path),
        path => (".", path),
    };
    format!("{quote}{section}{quote}{separator}{path}")
}
