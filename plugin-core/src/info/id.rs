//! The id of a plugin.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::error::Error;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

/// The id under which a plugin is registered in a manager.
///
/// An id consists of ASCII lowercase letters, digits and the separators `-`, `_` and `.`. It begins
/// and ends with a letter or digit. The macro checks a literal id by the same rule.
///
/// ```
/// use plugin_core::info::PluginId;
///
/// let id: PluginId = "org.example.auth-2".parse()?;
/// assert_eq!(id, "org.example.auth-2");
/// assert!("Auth".parse::<PluginId>().is_err());
/// # Ok::<(), plugin_core::error::InvalidIdError>(())
/// ```
#[derive(Clone)]
pub struct PluginId(Text);

/// The text of an id. The ids of linked plugins are constants, so they are not copied.
// Thin pointers keep a `PluginId` small: the data of reports and of resolving consists mostly of
// ids.
#[derive(Clone)]
enum Text {
    Constant(&'static &'static str),
    Shared(Arc<String>),
}

impl PluginId {
    /// Sorts before every id, and is the id of no plugin.
    pub(crate) const FIRST: Self = Self(Text::Constant(&""));

    /// Creates an id from a text.
    ///
    /// # Errors
    ///
    /// If the text does not follow the rule of this type.
    pub fn new(id: &str) -> Result<Self, InvalidIdError> {
        check(id)?;
        Ok(Self(Text::Shared(Arc::new(id.to_owned()))))
    }

    /// Like [`new`](Self::new), but without a copy of the text.
    pub(crate) fn constant(id: &'static &'static str) -> Result<Self, InvalidIdError> {
        check(id)?;
        Ok(Self(Text::Constant(id)))
    }

    /// The id as text.
    #[inline]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Text::Constant(id) => id,
            Text::Shared(id) => id,
        }
    }
}

fn check(id: &str) -> Result<(), InvalidIdError> {
    let ends = |c: &u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    let allowed = |c: &u8| ends(c) || b"-_.".contains(c);
    let bytes = id.as_bytes();
    if bytes.iter().all(allowed)
        && bytes.first().is_some_and(ends)
        && bytes.last().is_some_and(ends)
    {
        Ok(())
    } else {
        Err(InvalidIdError { id: id.to_owned() })
    }
}

// Ids are compared, ordered and hashed by their texts, whether these are constant or shared.

impl PartialEq for PluginId {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for PluginId {}

impl PartialOrd for PluginId {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PluginId {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for PluginId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for PluginId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for PluginId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for PluginId {
    type Err = InvalidIdError;

    fn from_str(id: &str) -> Result<Self, InvalidIdError> {
        Self::new(id)
    }
}

impl AsRef<str> for PluginId {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for PluginId {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for PluginId {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for PluginId {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

/// The error for a text that is not a valid [`PluginId`].
///
/// ```
/// let error = plugin_core::info::PluginId::new("My Plugin").unwrap_err();
/// assert!(error.to_string().starts_with("`My Plugin` is not a plugin id"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidIdError {
    id: String,
}

impl InvalidIdError {
    /// The text.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl fmt::Display for InvalidIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a plugin id: use lowercase letters, digits and `-`, `_`, `.`, with a \
             letter or digit first and last",
            self.id.escape_debug()
        )
    }
}

impl Error for InvalidIdError {}
