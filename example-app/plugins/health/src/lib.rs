//! Whether the gateway is up: what a load balancer asks every few seconds.

#![forbid(unsafe_code)]

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use gateway_hooks::{GatewayHooks, Request, Response};
use plugin_core::{Plugin, hookimpl};

/// Answers `GET /health`.
#[derive(Debug, Plugin, Default)]
pub struct Health {
    is_up: AtomicBool,
    probes: AtomicU64,
}

#[hookimpl]
impl GatewayHooks for Health {
    /// Last of all: when this has run, the others are up as well.
    #[hookimpl(trylast)]
    fn on_startup(&self) {
        self.is_up.store(true, Ordering::Relaxed);
    }

    fn process_request(&self, request: &Request) -> Option<Response> {
        if request.path != "/health" {
            return None;
        }
        if request.method != "GET" {
            return Some(Response::by::<Self>(405, "only GET"));
        }
        self.probes.fetch_add(1, Ordering::Relaxed);
        let (status, body) =
            if self.is_up.load(Ordering::Relaxed) { (200, "up") } else { (503, "starting") };
        // Yesterday's health is worth nothing.
        Some(Response::by::<Self>(status, body).only_now())
    }

    fn report(&self) -> Option<String> {
        Some(format!("answered {} probes", self.probes.load(Ordering::Relaxed)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_up_once_the_gateway_has_started() {
        let health = Health::default();
        let status = || health.process_request(&Request::new("GET", "/health")).unwrap().status();
        assert_eq!(status(), 503);
        health.on_startup();
        assert_eq!(status(), 200);
        assert_eq!(health.report().unwrap(), "answered 2 probes");
    }

    #[test]
    fn leaves_other_paths_to_others() {
        let health = Health::default();
        assert_eq!(health.process_request(&Request::new("GET", "/healthy")), None);
        let post = health.process_request(&Request::new("POST", "/health")).unwrap();
        assert_eq!(post.status(), 405);
    }
}
