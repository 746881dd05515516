//! Who has logged in: sessions that begin with a token and go on without it.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use gateway_hooks::{GatewayHooks, Request, Response, User};
use plugin_core::{Plugin, hookimpl};

/// Opens, recognises and closes sessions: `POST /login`, `POST /logout`, `GET /me`.
///
/// A session begins with a token that somebody else knows: without a directory of users, nobody
/// could log in.
#[derive(Debug, Plugin, Default)]
#[plugin(id = "session", version = "1.2.0", requires("user-directory ^1"))]
pub struct Sessions {
    store: Mutex<Store>,
}

#[derive(Debug, Default)]
struct Store {
    users: BTreeMap<String, User>,
    opened: u64,
}

impl Store {
    /// Ids are counted, so that a replay comes out the same each time. A gateway that faces the
    /// world would draw them at random: these can be guessed.
    fn open(&mut self, user: User) -> String {
        self.opened += 1;
        let id = format!("session-{:04}", self.opened);
        self.users.insert(id.clone(), user);
        id
    }
}

#[hookimpl]
impl GatewayHooks for Sessions {
    /// Most tokens are bearer tokens, so a session is looked up only if a token is none.
    #[hookimpl(after = "bearer-tokens")]
    fn authenticate(&self, token: &str) -> Option<User> {
        self.store().users.get(token).cloned()
    }

    fn process_request(&self, request: &Request) -> Option<Response> {
        let known = matches!(
            (request.method.as_str(), request.path.as_str()),
            ("POST", "/login" | "/logout") | ("GET", "/me")
        );
        if !known {
            return None;
        }
        let Some(user) = &request.user else {
            return Some(Response::by::<Self>(401, "come back with a token"));
        };
        Some(match request.path.as_str() {
            "/login" => Response::by::<Self>(201, self.store().open(user.clone())),
            "/logout" => self.close(request.token.as_deref()),
            _ => Response::by::<Self>(200, user.name()),
        })
    }

    fn report(&self) -> Option<String> {
        let store = self.store();
        Some(format!("{} sessions opened, {} still open", store.opened, store.users.len()))
    }
}

impl Sessions {
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
    use super::*;

    /// The gateway's part: it finds the user before it asks for an answer.
    fn send(sessions: &Sessions, method: &str, path: &str, token: &str) -> (u16, String) {
        let bearer = (token == "t-ada").then(|| User::new("ada"));
        let user = bearer.or_else(|| sessions.authenticate(token));
        let token = Some(token.to_owned());
        let request = Request { token, user, ..Request::new(method, path) };
        let response = sessions.process_request(&request).unwrap();
        (response.status(), response.body().to_owned())
    }

    #[test]
    fn a_session_lasts_from_login_to_logout() {
        let sessions = Sessions::default();
        let (status, id) = send(&sessions, "POST", "/login", "t-ada");
        assert_eq!(status, 201);
        assert_eq!(send(&sessions, "GET", "/me", &id), (200, "ada".to_owned()));
        assert_eq!(send(&sessions, "POST", "/logout", &id).0, 200);
        assert_eq!(send(&sessions, "GET", "/me", &id).0, 401);
        assert_eq!(sessions.report().unwrap(), "1 sessions opened, 0 still open");
    }

    #[test]
    fn a_user_may_have_several_sessions() {
        let sessions = Sessions::default();
        let (_, first) = send(&sessions, "POST", "/login", "t-ada");
        let (_, second) = send(&sessions, "POST", "/login", "t-ada");
        assert_ne!(first, second);
        send(&sessions, "POST", "/logout", &first);
        assert_eq!(send(&sessions, "GET", "/me", &second).0, 200);
    }

    #[test]
    fn only_a_session_can_be_closed() {
        assert_eq!(send(&Sessions::default(), "POST", "/logout", "t-ada").0, 400);
    }

    #[test]
    fn leaves_other_requests_to_others() {
        let sessions = Sessions::default();
        assert_eq!(sessions.process_request(&Request::new("GET", "/login")), None);
        assert_eq!(sessions.process_request(&Request::new("GET", "/products")), None);
    }
}
