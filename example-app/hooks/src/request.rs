//! A request, and the user who made it.

/// A request as plugins see it.
///
/// The fields are public, so that hosts and the tests of plugins can construct one:
///
/// ```
/// use gateway_hooks::Request;
///
/// let request = Request { client: "10.0.0.7".to_owned(), ..Request::new("GET", "/health") };
/// assert!(request.is("GET", "/health"));
/// assert_eq!(request.at_ms, 0);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Request {
    /// When the request arrived, in milliseconds since a start that the host chooses. Plugins use no
    /// other clock, so a recorded hour can be replayed in a second with the same responses.
    pub at_ms: u64,
    /// The address of the client. Empty if it is not known.
    pub client: String,
    /// The method in upper case: `GET`, `POST`, and so on.
    pub method: String,
    /// The path, which begins with `/`.
    pub path: String,
    /// The token that came with the request, unchanged.
    pub token: Option<String>,
    /// The owner of the token: the result of [`authenticate`](crate::GatewayHooks::authenticate).
    pub user: Option<User>,
    /// The content.
    pub body: Option<String>,
}

impl Request {
    /// A request without a token, from an unknown client at time 0.
    pub fn new(method: &str, path: &str) -> Self {
        Self { method: method.to_owned(), path: path.to_owned(), ..Self::default() }
    }

    /// Whether it has this method and exactly this path.
    pub fn is(&self, method: &str, path: &str) -> bool {
        self.method == method && self.path == path
    }
}

/// A user that a plugin has recognized.
///
/// ```
/// use gateway_hooks::User;
///
/// assert!(!User::new("ada").is_admin());
/// assert!(User::admin("grace").is_admin());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    name: String,
    admin: bool,
}

impl User {
    /// A user without special rights.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), admin: false }
    }

    /// A user who may also change what the gateway serves.
    pub fn admin(name: &str) -> Self {
        Self { name: name.to_owned(), admin: true }
    }

    /// The name, which no other user has.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the user may change what the gateway serves.
    pub fn is_admin(&self) -> bool {
        self.admin
    }
}
