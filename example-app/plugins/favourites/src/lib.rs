//! What users like: each keeps a list of products.

#![forbid(unsafe_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use gateway_hooks::{Config, GatewayHooks, Request, Response, User};
use plugin_core::{Plugin, hookimpl};

/// Keeps the favourites of each user: `POST /favourites/ID`, `GET /favourites`.
///
/// The ids are those of the catalog, and users come with a session, so that a list outlasts a
/// token.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("session ^1.2", "catalog"))]
pub struct Favourites {
    by_user: Mutex<BTreeMap<String, BTreeSet<u32>>>,
    is_read_only: AtomicBool,
}

impl Favourites {
    fn add(&self, user: &User, id: &str) -> Response {
        if self.is_read_only.load(Ordering::Relaxed) {
            return Response::by::<Self>(403, "the gateway is read-only");
        }
        let Ok(id) = id.parse() else {
            return Response::by::<Self>(400, "an id is a number");
        };
        if self.by_user().entry(user.name().to_owned()).or_default().insert(id) {
            return Response::by::<Self>(201, format!("{id} is a favourite"));
        }
        Response::by::<Self>(200, format!("{id} is a favourite already"))
    }

    fn list(&self, user: &User) -> Response {
        let by_user = self.by_user();
        let ids = by_user.get(user.name()).into_iter().flatten();
        let ids: Vec<_> = ids.map(ToString::to_string).collect();
        // What others like is no business of anyone.
        Response::by::<Self>(200, ids.join(", ")).only_now()
    }

    fn by_user(&self) -> MutexGuard<'_, BTreeMap<String, BTreeSet<u32>>> {
        self.by_user.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[hookimpl]
impl GatewayHooks for Favourites {
    fn on_configured(&self, config: &Config) {
        self.is_read_only.store(config.read_only, Ordering::Relaxed);
    }

    fn process_request(&self, request: &Request) -> Option<Response> {
        let rest = request.path.strip_prefix("/favourites")?;
        let id = rest.strip_prefix('/');
        if id.is_none() && !rest.is_empty() {
            return None;
        }
        let Some(user) = &request.user else {
            return Some(Response::by::<Self>(401, "come back with a token"));
        };
        Some(match (request.method.as_str(), id) {
            ("GET", None) => self.list(user),
            ("POST", Some(id)) => self.add(user, id),
            _ => Response::by::<Self>(405, "GET, or POST of a product"),
        })
    }

    fn report(&self) -> Option<String> {
        let by_user = self.by_user();
        let favourites: usize = by_user.values().map(BTreeSet::len).sum();
        Some(format!("{favourites} favourites of {} users", by_user.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The status and the text.
    fn send(
        favourites: &Favourites,
        method: &str,
        path: &str,
        user: Option<&str>,
    ) -> (u16, String) {
        let request = Request { user: user.map(User::new), ..Request::new(method, path) };
        let response = favourites.process_request(&request).unwrap();
        (response.status(), response.body().to_owned())
    }

    #[test]
    fn each_user_has_a_list() {
        let favourites = Favourites::default();
        for (id, user) in [(7, "ada"), (3, "ada"), (7, "lin")] {
            let path = format!("/favourites/{id}");
            assert_eq!(send(&favourites, "POST", &path, Some(user)).0, 201);
        }
        let list = |user| send(&favourites, "GET", "/favourites", Some(user));
        assert_eq!(list("ada"), (200, "3, 7".to_owned()));
        assert_eq!(list("lin"), (200, "7".to_owned()));
        assert_eq!(list("omar"), (200, String::new()));
        assert_eq!(favourites.report().unwrap(), "3 favourites of 2 users");
    }

    #[test]
    fn what_is_a_favourite_already_stays_one() {
        let favourites = Favourites::default();
        assert_eq!(send(&favourites, "POST", "/favourites/7", Some("ada")).0, 201);
        assert_eq!(send(&favourites, "POST", "/favourites/7", Some("ada")).0, 200);
        assert_eq!(favourites.report().unwrap(), "1 favourites of 1 users");
    }

    #[test]
    fn a_gateway_that_is_read_only_can_be_read() {
        let favourites = Favourites::default();
        assert_eq!(send(&favourites, "POST", "/favourites/7", Some("ada")).0, 201);
        favourites.on_configured(&Config { read_only: true });
        let refused = (403, "the gateway is read-only".to_owned());
        assert_eq!(send(&favourites, "POST", "/favourites/3", Some("ada")), refused);
        assert_eq!(send(&favourites, "GET", "/favourites", Some("ada")), (200, "7".to_owned()));
    }

    #[test]
    fn nothing_is_kept_for_nobody_or_of_what_is_no_number() {
        let favourites = Favourites::default();
        assert_eq!(send(&favourites, "POST", "/favourites/7", None).0, 401);
        assert_eq!(send(&favourites, "GET", "/favourites", None).0, 401);
        assert_eq!(send(&favourites, "POST", "/favourites/oak", Some("ada")).0, 400);
        assert_eq!(send(&favourites, "POST", "/favourites/", Some("ada")).0, 400);
        assert_eq!(favourites.report().unwrap(), "0 favourites of 0 users");
    }

    #[test]
    fn a_list_is_for_this_request_only() {
        let user = Some(User::new("ada"));
        let request = Request { user, ..Request::new("GET", "/favourites") };
        assert!(!Favourites::default().process_request(&request).unwrap().is_keepable());
    }

    #[test]
    fn leaves_other_paths_to_others() {
        let favourites = Favourites::default();
        assert_eq!(favourites.process_request(&Request::new("GET", "/favouritesheet")), None);
        assert_eq!(send(&favourites, "DELETE", "/favourites/7", Some("ada")).0, 405);
        assert_eq!(send(&favourites, "GET", "/favourites/7", Some("ada")).0, 405);
    }
}
