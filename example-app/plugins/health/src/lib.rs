//! Reports whether the gateway is up: load balancers send a request every few seconds.

#![forbid(unsafe_code)]

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use gateway_hooks::{GatewayHooks, Header, Request, Response};
use plugin_core::{Plugin, hookimpl};

/// Serves `GET /health`, and links to it from every response.
#[derive(Debug, Plugin, Default)]
pub struct Health {
    is_up: AtomicBool,
    probes: AtomicU64,
}

#[hookimpl]
impl GatewayHooks for Health {
    /// Called last: after this call, all other plugins have started as well.
    #[hookimpl(trylast)]
    fn on_startup(&self) {
        self.is_up.store(true, Ordering::Relaxed);
    }

    fn process_request(&self, _request: &Request) -> Option<Header> {
        Some(Header::by::<Self>("link", "</health>; rel=\"status\""))
    }

    fn route(&self, request: &Request) -> Option<Response> {
        if request.path != "/health" {
            return None;
        }
        if request.method != "GET" {
            return Some(Response::by::<Self>(405, "only GET is allowed"));
        }
        self.probes.fetch_add(1, Ordering::Relaxed);
        let (status, body) =
            if self.is_up.load(Ordering::Relaxed) { (200, "up") } else { (503, "starting") };
        // A response from a cache would not show whether the gateway is up now.
        Some(Response::by::<Self>(status, body).only_now())
    }

    fn report(&self) -> Option<String> {
        Some(format!("probes {}", self.probes.load(Ordering::Relaxed)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_up_once_the_gateway_has_started() {
        let health = Health::default();
        let status = || health.route(&Request::new("GET", "/health")).unwrap().status();
        assert_eq!(status(), 503);
        health.on_startup();
        assert_eq!(status(), 200);
        assert_eq!(health.report().unwrap(), "probes 2");
    }

    #[test]
    fn a_probe_is_never_served_from_a_cache() {
        let response = Health::default().route(&Request::new("GET", "/health"));
        assert!(!response.unwrap().is_keepable());
    }

    #[test]
    fn every_response_links_to_it() {
        let header = Health::default().process_request(&Request::new("GET", "/products"));
        assert_eq!(header.unwrap().to_string(), "link: </health>; rel=\"status\"");
    }

    #[test]
    fn leaves_other_paths_to_other_plugins() {
        let health = Health::default();
        assert_eq!(health.route(&Request::new("GET", "/healthy")), None);
        let post = health.route(&Request::new("POST", "/health")).unwrap();
        assert_eq!(post.status(), 405);
    }
}
