//! The products: everyone may read them, and admins may change them.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use gateway_hooks::{Config, GatewayHooks, Header, Request, Response};
use plugin_core::{Plugin, hookimpl};

/// Serves `/products` and `/products/ID`; an admin may `PUT` a new stock.
#[derive(Debug, Plugin)]
#[plugin(init = Catalog::stocked)]
pub struct Catalog {
    products: Mutex<BTreeMap<u32, Product>>,
    is_read_only: AtomicBool,
}

#[derive(Debug)]
struct Product {
    name: String,
    stock: u32,
}

impl Catalog {
    /// The catalog of a small workshop. A catalog that is read from a file could fail here: the
    /// gateway would then report the reason and not start.
    fn stocked() -> Self {
        let materials = ["oak", "ash", "birch", "walnut"];
        let things = ["shelf", "stool", "table", "bench", "box", "tray"];
        let names =
            materials.iter().flat_map(|of| things.iter().map(move |it| format!("{of} {it}")));
        let products = (1..).zip(names).map(|(id, name)| (id, Product { name, stock: 5 + id % 7 }));
        Self { products: Mutex::new(products.collect()), is_read_only: AtomicBool::new(false) }
    }

    fn list(&self) -> Response {
        let names: Vec<_> = self.products().values().map(|it| it.name.clone()).collect();
        Response::by::<Self>(200, names.join(", "))
    }

    fn show(&self, id: u32) -> Response {
        match self.products().get(&id) {
            Some(Product { name, stock }) => {
                Response::by::<Self>(200, format!("{name}: {stock} in stock"))
            }
            None => Response::by::<Self>(404, "no such product"),
        }
    }

    fn restock(&self, id: u32, request: &Request) -> Response {
        match &request.user {
            None => return Response::by::<Self>(401, "a token is required"),
            Some(user) if !user.is_admin() => {
                return Response::by::<Self>(403, "only admins may change a product");
            }
            Some(_) => {}
        }
        if self.is_read_only.load(Ordering::Relaxed) {
            return Response::by::<Self>(403, "the gateway is read-only");
        }
        let Some(stock) = request.body.as_deref().and_then(|body| body.trim().parse().ok()) else {
            return Response::by::<Self>(400, "the new stock must be a number");
        };
        match self.products().get_mut(&id) {
            Some(product) => {
                product.stock = stock;
                Response::by::<Self>(200, format!("{}: {stock} in stock", product.name))
            }
            None => Response::by::<Self>(404, "no such product"),
        }
    }

    fn products(&self) -> MutexGuard<'_, BTreeMap<u32, Product>> {
        self.products.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[hookimpl]
impl GatewayHooks for Catalog {
    fn on_configured(&self, config: &Config) {
        self.is_read_only.store(config.read_only, Ordering::Relaxed);
    }

    /// A page of one product links to the list.
    fn process_request(&self, request: &Request) -> Option<Header> {
        request.path.strip_prefix("/products/")?;
        Some(Header::by::<Self>("link", "</products>; rel=\"collection\""))
    }

    fn route(&self, request: &Request) -> Option<Response> {
        let rest = request.path.strip_prefix("/products")?;
        let id = match rest.strip_prefix('/') {
            None if rest.is_empty() => None,
            None => return None,
            Some(id) => match id.parse() {
                Ok(id) => Some(id),
                Err(_) => return Some(Response::by::<Self>(400, "an id must be a number")),
            },
        };
        Some(match (request.method.as_str(), id) {
            ("GET", None) => self.list(),
            ("GET", Some(id)) => self.show(id),
            ("PUT", Some(id)) => self.restock(id, request),
            _ => Response::by::<Self>(405, "only GET, and PUT of a product, are allowed"),
        })
    }

    fn report(&self) -> Option<String> {
        let products = self.products();
        let stock: u32 = products.values().map(|it| it.stock).sum();
        Some(format!("products {}, pieces in stock {stock}", products.len()))
    }
}

#[cfg(test)]
mod tests {
    use gateway_hooks::User;

    use super::*;

    fn send(catalog: &Catalog, request: &Request) -> (u16, String) {
        let response = catalog.route(request).unwrap();
        (response.status(), response.body().to_owned())
    }

    fn put(user: Option<User>, body: &str) -> Request {
        Request { user, body: Some(body.to_owned()), ..Request::new("PUT", "/products/1") }
    }

    #[test]
    fn everyone_may_read() {
        let catalog = Catalog::stocked();
        let one = (200, "oak shelf: 6 in stock".to_owned());
        assert_eq!(send(&catalog, &Request::new("GET", "/products/1")), one);
        assert!(send(&catalog, &Request::new("GET", "/products")).1.starts_with("oak shelf, oak"));
        assert_eq!(send(&catalog, &Request::new("GET", "/products/99")).0, 404);
        assert_eq!(send(&catalog, &Request::new("GET", "/products/oak")).0, 400);
    }

    #[test]
    fn only_admins_may_change_and_only_to_a_number() {
        let catalog = Catalog::stocked();
        let grace = || Some(User::admin("grace"));
        assert_eq!(send(&catalog, &put(None, "9")).0, 401);
        assert_eq!(send(&catalog, &put(Some(User::new("ada")), "9")).0, 403);
        assert_eq!(send(&catalog, &put(grace(), "many")).0, 400);
        assert!(send(&catalog, &Request::new("GET", "/products/1")).1.contains("6 in stock"));
        assert_eq!(send(&catalog, &put(grace(), "9")).0, 200);
        assert!(send(&catalog, &Request::new("GET", "/products/1")).1.contains("9 in stock"));
    }

    #[test]
    fn a_gateway_that_is_read_only_can_be_read() {
        let catalog = Catalog::stocked();
        let grace = || Some(User::admin("grace"));
        catalog.on_configured(&Config { read_only: true });
        let refused = (403, "the gateway is read-only".to_owned());
        assert_eq!(send(&catalog, &put(grace(), "9")), refused);
        assert!(send(&catalog, &Request::new("GET", "/products/1")).1.contains("6 in stock"));
        catalog.on_configured(&Config::default());
        assert_eq!(send(&catalog, &put(grace(), "9")).0, 200);
    }

    #[test]
    fn the_page_of_a_product_links_to_the_list() {
        let catalog = Catalog::stocked();
        let link = |path| catalog.process_request(&Request::new("GET", path));
        let header = link("/products/1").unwrap();
        assert_eq!(header.to_string(), "link: </products>; rel=\"collection\"");
        assert_eq!((link("/products"), link("/health")), (None, None));
    }

    #[test]
    fn leaves_other_paths_to_other_plugins() {
        let catalog = Catalog::stocked();
        assert_eq!(catalog.route(&Request::new("GET", "/productsheet")), None);
        assert_eq!(send(&catalog, &Request::new("DELETE", "/products/1")).0, 405);
    }
}
