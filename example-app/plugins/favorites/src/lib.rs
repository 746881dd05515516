//! The favorite products of each user.

#![forbid(unsafe_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use gateway_hooks::{Config, GatewayHooks, Header, Request, Response, User};
use plugin_core::{Plugin, hookimpl};

/// Keeps the favorites of each user: `POST /favorites/ID`, `GET /favorites`.
///
/// The ids are those of the catalog. A user has a session, and may have it with another token
/// later, so a list belongs to the user and not to the token.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("session ^1.2", "catalog"))]
pub struct Favorites {
    by_user: Mutex<BTreeMap<String, BTreeSet<u32>>>,
    is_read_only: AtomicBool,
}

impl Favorites {
    fn add(&self, user: &User, id: &str) -> Response {
        if self.is_read_only.load(Ordering::Relaxed) {
            return Response::by::<Self>(403, "the gateway is read-only");
        }
        let Ok(id) = id.parse() else {
            return Response::by::<Self>(400, "an id must be a number");
        };
        if self.by_user().entry(user.name().to_owned()).or_default().insert(id) {
            return Response::by::<Self>(201, format!("{id} is a favorite"));
        }
        Response::by::<Self>(200, format!("{id} is already a favorite"))
    }

    fn list(&self, user: &User) -> Response {
        let by_user = self.by_user();
        let ids = by_user.get(user.name()).into_iter().flatten();
        let ids: Vec<_> = ids.map(ToString::to_string).collect();
        // The list is private, so a cache must not repeat it to others.
        Response::by::<Self>(200, ids.join(", ")).only_now()
    }

    fn by_user(&self) -> MutexGuard<'_, BTreeMap<String, BTreeSet<u32>>> {
        self.by_user.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[hookimpl]
impl GatewayHooks for Favorites {
    fn on_configured(&self, config: &Config) {
        self.is_read_only.store(config.read_only, Ordering::Relaxed);
    }

    /// The page of a product, which the catalog serves, shows its user whether it is a favorite.
    fn process_request(&self, request: &Request) -> Option<Header> {
        let id = request.path.strip_prefix("/products/")?.parse().ok()?;
        let is_favorite = self.by_user().get(request.user.as_ref()?.name())?.contains(&id);
        is_favorite.then(|| Header::by::<Self>("x-favorite", "yes"))
    }

    fn route(&self, request: &Request) -> Option<Response> {
        let rest = request.path.strip_prefix("/favorites")?;
        let id = rest.strip_prefix('/');
        if id.is_none() && !rest.is_empty() {
            return None;
        }
        let Some(user) = &request.user else {
            return Some(Response::by::<Self>(401, "a token is required"));
        };
        Some(match (request.method.as_str(), id) {
            ("GET", None) => self.list(user),
            ("POST", Some(id)) => self.add(user, id),
            _ => Response::by::<Self>(405, "only GET, and POST of a product, are allowed"),
        })
    }

    fn report(&self) -> Option<String> {
        let by_user = self.by_user();
        let favorites: usize = by_user.values().map(BTreeSet::len).sum();
        Some(format!("favorites {favorites}, users {}", by_user.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the status and the text.
    fn send(favorites: &Favorites, method: &str, path: &str, user: Option<&str>) -> (u16, String) {
        let request = Request { user: user.map(User::new), ..Request::new(method, path) };
        let response = favorites.route(&request).unwrap();
        (response.status(), response.body().to_owned())
    }

    #[test]
    fn each_user_has_a_list() {
        let favorites = Favorites::default();
        for (id, user) in [(7, "ada"), (3, "ada"), (7, "lin")] {
            let path = format!("/favorites/{id}");
            assert_eq!(send(&favorites, "POST", &path, Some(user)).0, 201);
        }
        let list = |user| send(&favorites, "GET", "/favorites", Some(user));
        assert_eq!(list("ada"), (200, "3, 7".to_owned()));
        assert_eq!(list("lin"), (200, "7".to_owned()));
        assert_eq!(list("omar"), (200, String::new()));
        assert_eq!(favorites.report().unwrap(), "favorites 3, users 2");
    }

    #[test]
    fn adding_a_favorite_again_changes_nothing() {
        let favorites = Favorites::default();
        assert_eq!(send(&favorites, "POST", "/favorites/7", Some("ada")).0, 201);
        assert_eq!(send(&favorites, "POST", "/favorites/7", Some("ada")).0, 200);
        assert_eq!(favorites.report().unwrap(), "favorites 1, users 1");
    }

    #[test]
    fn a_gateway_that_is_read_only_can_be_read() {
        let favorites = Favorites::default();
        assert_eq!(send(&favorites, "POST", "/favorites/7", Some("ada")).0, 201);
        favorites.on_configured(&Config { read_only: true });
        let refused = (403, "the gateway is read-only".to_owned());
        assert_eq!(send(&favorites, "POST", "/favorites/3", Some("ada")), refused);
        assert_eq!(send(&favorites, "GET", "/favorites", Some("ada")), (200, "7".to_owned()));
    }

    #[test]
    fn requests_without_a_user_or_a_number_add_nothing() {
        let favorites = Favorites::default();
        assert_eq!(send(&favorites, "POST", "/favorites/7", None).0, 401);
        assert_eq!(send(&favorites, "GET", "/favorites", None).0, 401);
        assert_eq!(send(&favorites, "POST", "/favorites/oak", Some("ada")).0, 400);
        assert_eq!(send(&favorites, "POST", "/favorites/", Some("ada")).0, 400);
        assert_eq!(favorites.report().unwrap(), "favorites 0, users 0");
    }

    #[test]
    fn a_product_that_the_user_likes_is_marked() {
        let favorites = Favorites::default();
        assert_eq!(send(&favorites, "POST", "/favorites/7", Some("ada")).0, 201);
        let mark = |path, user: Option<&str>| {
            let request = Request { user: user.map(User::new), ..Request::new("GET", path) };
            Some(favorites.process_request(&request)?.to_string())
        };
        assert_eq!(mark("/products/7", Some("ada")).unwrap(), "x-favorite: yes");
        let others = [("/products/8", Some("ada")), ("/products/7", Some("lin"))];
        for (path, user) in others.into_iter().chain([("/products/7", None), ("/me", Some("ada"))])
        {
            assert_eq!(mark(path, user), None, "{path} of {user:?}");
        }
    }

    #[test]
    fn a_list_is_for_this_request_only() {
        let user = Some(User::new("ada"));
        let request = Request { user, ..Request::new("GET", "/favorites") };
        assert!(!Favorites::default().route(&request).unwrap().is_keepable());
    }

    #[test]
    fn leaves_other_paths_to_other_plugins() {
        let favorites = Favorites::default();
        assert_eq!(favorites.route(&Request::new("GET", "/favoritesheet")), None);
        assert_eq!(send(&favorites, "DELETE", "/favorites/7", Some("ada")).0, 405);
        assert_eq!(send(&favorites, "GET", "/favorites/7", Some("ada")).0, 405);
    }
}
