//! What goes out: a response, which knows the plugin that it is from.

use plugin_core::Plugin;

/// An answer to a request.
///
/// It bears the id of the plugin that gave it. A call of a hook returns the answers alone, and
/// some of them come from wrappers, so an answer that is to be traced must say so itself; and as
/// the id is taken from the plugin's type, no plugin can misspell its own.
///
/// ```
/// use gateway_hooks::Response;
/// use plugin_core::Plugin;
///
/// #[derive(Plugin, Default)]
/// struct Teapot;
///
/// let response = Response::by::<Teapot>(418, "short and stout");
/// assert_eq!((response.status(), response.plugin()), (418, "teapot"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    status: u16,
    body: String,
    plugin: &'static str,
    repeated: bool,
    keepable: bool,
}

impl Response {
    /// A response of the plugin `P`.
    pub fn by<P: Plugin>(status: u16, body: impl Into<String>) -> Self {
        let plugin = P::info().id();
        Self { status, body: body.into(), plugin, repeated: false, keepable: true }
    }

    /// The same response, which is good for this request only: it must not be kept for others.
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

    /// The same response, given once more by the plugin `P`, which has kept it.
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
    /// assert_eq!((again.body(), again.plugin()), (first.body(), "cache"));
    /// assert!(again.is_repeated() && !first.is_repeated());
    /// ```
    #[must_use]
    pub fn repeated_by<P: Plugin>(&self) -> Self {
        Self { plugin: P::info().id(), repeated: true, ..self.clone() }
    }

    /// The status: 200, 404..
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The content.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The id of the plugin that answered.
    pub fn plugin(&self) -> &'static str {
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
