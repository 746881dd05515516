//! Sessions of users who have logged in.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use gateway_hooks::{GatewayHooks, Header, Numbers, Request, Response, User};
use plugin_core::error::MissingValueError;
use plugin_core::{Context, Plugin, hookimpl};

/// Opens, recognizes, and closes sessions: `POST /login`, `POST /logout`, `GET /me`.
///
/// A login needs a token that another plugin knows, so this plugin requires a directory of users.
/// The host provides the numbers of sessions, and so decides how hard a session is to guess.
#[derive(Debug, Plugin)]
#[plugin(
    id = "session",
    version = "1.2.0",
    requires("user-directory ^1"),
    init = Sessions::new,
    needs(Arc<dyn Numbers>)
)]
pub struct Sessions {
    numbers: Arc<dyn Numbers>,
    store: Mutex<Store>,
}

#[derive(Debug, Default)]
struct Store {
    users: BTreeMap<String, User>,
    opened: u64,
}

#[hookimpl]
impl GatewayHooks for Sessions {
    /// Most tokens are bearer tokens, so a session is looked up only for other tokens.
    #[hookimpl(after = "bearer-tokens")]
    fn authenticate(&self, token: &str) -> Option<User> {
        self.store().users.get(token).cloned()
    }

    /// The name of the user, if the token of the request is a session.
    fn process_request(&self, request: &Request) -> Option<Header> {
        let store = self.store();
        let user = store.users.get(request.token.as_ref()?)?;
        Some(Header::by::<Self>("x-session-user", user.name()))
    }

    fn route(&self, request: &Request) -> Option<Response> {
        let known = matches!(
            (request.method.as_str(), request.path.as_str()),
            ("POST", "/login" | "/logout") | ("GET", "/me")
        );
        if !known {
            return None;
        }
        let Some(user) = &request.user else {
            return Some(Response::by::<Self>(401, "a token is required"));
        };
        Some(match request.path.as_str() {
            "/login" => Response::by::<Self>(201, self.open(user.clone())),
            "/logout" => self.close(request.token.as_deref()),
            _ => Response::by::<Self>(200, user.name()),
        })
    }

    fn report(&self) -> Option<String> {
        let store = self.store();
        Some(format!("opened {}, still open {}", store.opened, store.users.len()))
    }
}

impl Sessions {
    fn new(context: &Context) -> Result<Self, MissingValueError> {
        Ok(Self { numbers: Arc::clone(context.get()?), store: Mutex::default() })
    }

    fn open(&self, user: User) -> String {
        // Before the lock, because the host may take long to draw a number.
        let id = format!("session-{:04}", self.numbers.draw());
        let mut store = self.store();
        store.opened += 1;
        store.users.insert(id.clone(), user);
        id
    }

    fn close(&self, token: Option<&str>) -> Response {
        match token.and_then(|id| self.store().users.remove(id)) {
            Some(user) => Response::by::<Self>(200, format!("goodbye, {}", user.name())),
            None => Response::by::<Self>(400, "not a session"),
        }
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use plugin_core::PluginManager;

    use super::*;

    /// 7, 107, 207, and so on.
    #[derive(Debug)]
    struct Hundreds(AtomicU64);

    impl Numbers for Hundreds {
        fn draw(&self) -> u64 {
            self.0.fetch_add(100, Ordering::Relaxed)
        }
    }

    fn sessions() -> Sessions {
        let numbers: Arc<dyn Numbers> = Arc::new(Hundreds(AtomicU64::new(7)));
        let host = PluginManager::builder::<dyn GatewayHooks>().provide(numbers);
        Sessions::new(&host.context("session").unwrap()).unwrap()
    }

    /// Works like the gateway: finds the user, and then calls `route`.
    fn send(sessions: &Sessions, method: &str, path: &str, token: &str) -> (u16, String) {
        let bearer = (token == "t-ada").then(|| User::new("ada"));
        let user = bearer.or_else(|| sessions.authenticate(token));
        let token = Some(token.to_owned());
        let request = Request { token, user, ..Request::new(method, path) };
        let response = sessions.route(&request).unwrap();
        (response.status(), response.body().to_owned())
    }

    #[test]
    fn a_session_lasts_from_login_to_logout() {
        let sessions = sessions();
        let (status, id) = send(&sessions, "POST", "/login", "t-ada");
        assert_eq!((status, id.as_str()), (201, "session-0007"));
        assert_eq!(send(&sessions, "GET", "/me", &id), (200, "ada".to_owned()));
        assert_eq!(send(&sessions, "POST", "/logout", &id).0, 200);
        assert_eq!(send(&sessions, "GET", "/me", &id).0, 401);
        assert_eq!(sessions.report().unwrap(), "opened 1, still open 0");
    }

    #[test]
    fn a_user_may_have_several_sessions() {
        let sessions = sessions();
        let (_, first) = send(&sessions, "POST", "/login", "t-ada");
        let (_, second) = send(&sessions, "POST", "/login", "t-ada");
        assert_ne!(first, second);
        send(&sessions, "POST", "/logout", &first);
        assert_eq!(send(&sessions, "GET", "/me", &second).0, 200);
    }

    #[test]
    fn responses_to_a_session_name_its_user() {
        let sessions = sessions();
        let (_, id) = send(&sessions, "POST", "/login", "t-ada");
        let header = |token: Option<&str>| {
            let token = token.map(str::to_owned);
            sessions.process_request(&Request { token, ..Request::new("GET", "/products") })
        };
        assert_eq!(header(Some(&id)).unwrap().to_string(), "x-session-user: ada");
        assert_eq!((header(Some("t-ada")), header(None)), (None, None));
    }

    #[test]
    fn only_a_session_can_be_closed() {
        assert_eq!(send(&sessions(), "POST", "/logout", "t-ada").0, 400);
    }

    #[test]
    fn leaves_other_requests_to_other_plugins() {
        let sessions = sessions();
        assert_eq!(sessions.route(&Request::new("GET", "/login")), None);
        assert_eq!(sessions.route(&Request::new("GET", "/products")), None);
    }
}
