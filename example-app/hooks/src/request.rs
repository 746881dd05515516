//! What comes in: a request, and the user it was made by.

/// A request as plugins see it.
///
/// The fields are public, so that hosts and the tests of plugins can put one together:
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
    /// When the request came in, in milliseconds from a beginning of the host's choice. This is
    /// the only clock that plugins go by: a recorded hour can be replayed in a second, and gives
    /// the same answers each time.
    pub at_ms: u64,
    /// Who asks: an address. Empty if it is not known.
    pub client: String,
    /// The method in upper case: `GET`, `POST`..
    pub method: String,
    /// The path; it begins with `/`.
    pub path: String,
    /// The token that came with the request, as it came.
    pub token: Option<String>,
    /// Whose token it is: the answer of [`authenticate`](crate::GatewayHooks::authenticate).
    pub user: Option<User>,
    /// The content.
    pub body: Option<String>,
}

impl Request {
    /// A request without a token, from an unknown client at time 0.
    pub fn new(method: &str, path: &str) -> Self {
        Self { method: method.to_owned(), path: path.to_owned(), ..Self::default() }
    }

    /// Whether it is for this method and exactly this path.
    pub fn is(&self, method: &str, path: &str) -> bool {
        self.method == method && self.path == path
    }
}

/// Someone whom a plugin has recognized.
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
    /// A user who may do what everybody may.
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
