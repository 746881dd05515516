//! A header of a response, with the id of the plugin that added it.

use std::fmt;

use plugin_core::Plugin;

/// A header of a response.
///
/// It carries the id of the plugin that added it, as a [`Response`](crate::Response) does. Several
/// plugins may add a header of the same name: the response then has each of them, as HTTP allows.
///
/// ```
/// use gateway_hooks::Header;
/// use plugin_core::Plugin;
///
/// #[derive(Plugin, Default)]
/// struct Teapot;
///
/// let header = Header::by::<Teapot>("x-content", "tea");
/// assert_eq!(header.to_string(), "x-content: tea");
/// assert_eq!(header.plugin(), "teapot");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    name: &'static str,
    value: String,
    plugin: &'static str,
}

impl Header {
    /// A header of the plugin `P`; the name is in lower case.
    ///
    /// Control characters of the value become spaces: a line break in it would begin another header.
    ///
    /// ```
    /// # use gateway_hooks::Header;
    /// # use plugin_core::Plugin;
    /// # #[derive(Plugin, Default)]
    /// # struct Teapot;
    /// assert_eq!(Header::by::<Teapot>("x-content", "a\nb: c").value(), "a b: c");
    /// ```
    pub fn by<P: Plugin>(name: &'static str, value: impl fmt::Display) -> Self {
        let value = value.to_string().replace(char::is_control, " ");
        Self { name, value, plugin: P::info().id() }
    }

    /// The name, in lower case.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The value.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The id of the plugin that added the header.
    pub fn plugin(&self) -> &'static str {
        self.plugin
    }
}

/// The header as HTTP writes it: `name: value`.
impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.value)
    }
}
