//! A response, with the id of the plugin that responded.

use plugin_core::Plugin;

use crate::Header;

/// A response to a request.
///
/// It carries the id of the plugin that responded. A call of a hook returns the result without its
/// origin, and the result may come from a wrapper, so a traceable response carries its origin
/// itself. The id is taken from the plugin's type, so a plugin cannot misspell its own.
///
/// ```
/// use gateway_hooks::Response;
/// use plugin_core::Plugin;
///
/// #[derive(Plugin, Default)]
/// struct Teapot;
///
/// let response = Response::by::<Teapot>(418, "short and stout");
/// assert_eq!((response.status(), response.plugin()), (418, Some("teapot")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    status: u16,
    headers: Vec<Header>,
    body: String,
    plugin: Option<&'static str>,
    repeated: bool,
    keepable: bool,
}

impl Response {
    /// A response of the plugin `P`.
    pub fn by<P: Plugin>(status: u16, body: impl Into<String>) -> Self {
        Self { plugin: Some(P::info().id()), ..Self::by_host(status, body) }
    }

    /// A response of the host, for a request to which no plugin responds.
    ///
    /// ```
    /// # use gateway_hooks::Response;
    /// assert_eq!(Response::by_host(404, "not found").plugin(), None);
    /// ```
    pub fn by_host(status: u16, body: impl Into<String>) -> Self {
        let (body, headers) = (body.into(), Vec::new());
        Self { status, headers, body, plugin: None, repeated: false, keepable: true }
    }

    /// The same response with these headers after those that it has.
    ///
    /// ```
    /// # use gateway_hooks::{Header, Response};
    /// # use plugin_core::Plugin;
    /// # #[derive(Plugin, Default)]
    /// # struct Teapot;
    /// let temperature = Header::by::<Teapot>("x-temperature", 80);
    /// let response = Response::by::<Teapot>(200, "tea").with([temperature]);
    /// assert_eq!(response.headers()[0].to_string(), "x-temperature: 80");
    /// ```
    #[must_use]
    pub fn with(mut self, headers: impl IntoIterator<Item = Header>) -> Self {
        self.headers.extend(headers);
        self
    }

    /// The same response, valid for this request only: it must not be kept for others.
    ///
    /// ```
    /// # use gateway_hooks::Response;
    /// # use plugin_core::Plugin;
    /// # #[derive(Plugin, Default)]
    /// # struct Dice;
    /// assert!(!Response::by::<Dice>(200, "4").only_now().is_keepable());
    /// ```
    #[must_use]
    pub fn only_now(self) -> Self {
        Self { keepable: false, ..self }
    }

    /// The same response, repeated by the plugin `P`, which has kept it.
    ///
    /// ```
    /// # use gateway_hooks::Response;
    /// # use plugin_core::Plugin;
    /// # #[derive(Plugin, Default)]
    /// # struct Teapot;
    /// # #[derive(Plugin, Default)]
    /// # struct Cache;
    /// let first = Response::by::<Teapot>(418, "short and stout");
    /// let again = first.repeated_by::<Cache>();
    /// assert_eq!((again.body(), again.plugin()), (first.body(), Some("cache")));
    /// assert!(again.is_repeated() && !first.is_repeated());
    /// ```
    #[must_use]
    pub fn repeated_by<P: Plugin>(&self) -> Self {
        Self { plugin: Some(P::info().id()), repeated: true, ..self.clone() }
    }

    /// The status: 200, 404, and so on.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The headers, in the order in which they were added.
    pub fn headers(&self) -> &[Header] {
        &self.headers
    }

    /// The content.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The id of the plugin that responded, or `None` if no plugin did.
    pub fn plugin(&self) -> Option<&'static str> {
        self.plugin
    }

    /// Whether it may be kept for later requests.
    pub fn is_keepable(&self) -> bool {
        self.keepable
    }

    /// Whether it was kept from an earlier request.
    pub fn is_repeated(&self) -> bool {
        self.repeated
    }
}
