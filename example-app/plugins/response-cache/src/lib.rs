//! Repeats recent responses instead of calling other plugins again.

#![forbid(unsafe_code)]

mod config;

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use gateway_hooks::{GatewayHooks, Header, Request, Response};
use plugin_core::{Plugin, hookimpl};

pub use config::ResponseCacheConfig;

/// Keeps successful responses to anonymous `GET` requests and repeats them for a while.
#[derive(Debug, Plugin)]
#[plugin(init = ResponseCache::new, config = ResponseCacheConfig)]
pub struct ResponseCache {
    cache: Mutex<Cache>,
}

#[derive(Debug, Default)]
struct Cache {
    config: ResponseCacheConfig,
    by_path: HashMap<String, Kept>,
    /// The paths of `by_path`, oldest first: the oldest entry makes room for a new one.
    oldest: VecDeque<String>,
    hits: u64,
    misses: u64,
}

#[derive(Debug)]
struct Kept {
    response: Response,
    at_ms: u64,
}

impl Cache {
    fn find(&mut self, request: &Request) -> Option<Response> {
        let max_age = self.config.max_age_ms;
        let response = self.by_path.get(&request.path).and_then(|kept| {
            let age = request.at_ms.saturating_sub(kept.at_ms);
            let header = || Header::by::<ResponseCache>("age", age / 1_000);
            (age < max_age).then(|| kept.response.repeated_by::<ResponseCache>().with([header()]))
        });
        let count = if response.is_some() { &mut self.hits } else { &mut self.misses };
        *count += 1;
        response
    }

    fn keep(&mut self, request: &Request, response: &Response) {
        if self.config.entries == 0 {
            return;
        }
        self.forget(&request.path);
        if self.oldest.len() == self.config.entries
            && let Some(path) = self.oldest.pop_front()
        {
            self.by_path.remove(&path);
        }
        let kept = Kept { response: response.clone(), at_ms: request.at_ms };
        self.by_path.insert(request.path.clone(), kept);
        self.oldest.push_back(request.path.clone());
    }

    fn forget(&mut self, path: &str) {
        if self.by_path.remove(path).is_some() {
            self.oldest.retain(|it| it != path);
        }
    }
}

#[hookimpl]
impl GatewayHooks for ResponseCache {
    /// Caches between the gateway and the client must not repeat a response to others either.
    fn process_request(&self, request: &Request) -> Option<Header> {
        (request.method == "GET").then(|| Header::by::<Self>("vary", "authorization"))
    }

    /// Inside the two named wrappers: a repeated response does not call `next`, so the log must
    /// have counted the request and the limit must have admitted it before. (`trylast` would have
    /// the same effect here. But it would also order this wrapper after unrelated ones, and hide
    /// the reason.)
    #[hookimpl(wrapper, after("audit-log", "rate-limit"))]
    fn route(
        &self,
        request: &Request,
        next: &dyn Fn(&Request) -> Option<Response>,
    ) -> Option<Response> {
        // The cache is not locked during `next`, because other plugins may take long.
        if request.method != "GET" {
            let response = next(request);
            // The request may have changed what this path serves.
            self.cache().forget(&request.path);
            return response;
        }
        if request.token.is_some() {
            // A response to a user may be private, and a wrong token must be refused, so the cache
            // neither keeps the responses to these requests nor responds to them.
            return next(request);
        }
        let kept = self.cache().find(request);
        if kept.is_some() {
            return kept;
        }
        let response = next(request)?;
        if response.status() == 200 && response.is_keepable() {
            self.cache().keep(request, &response);
        }
        Some(response)
    }

    fn report(&self) -> Option<String> {
        let cache = self.cache();
        let (hits, misses, kept) = (cache.hits, cache.misses, cache.by_path.len());
        Some(format!("hits {hits}, misses {misses}, kept {kept}"))
    }
}

impl ResponseCache {
    /// An empty cache.
    pub fn new(config: ResponseCacheConfig) -> Self {
        Self { cache: Mutex::new(Cache { config, ..Cache::default() }) }
    }

    fn cache(&self) -> MutexGuard<'_, Cache> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use plugin_core::PluginManager;

    use super::*;

    fn cached(entries: usize) -> PluginManager {
        let plugins = PluginManager::new::<dyn GatewayHooks>();
        let config = ResponseCacheConfig { entries, max_age_ms: 1_000 };
        plugins.register(ResponseCache::new(config)).unwrap().expect_active();
        plugins
    }

    /// Whether the cache responds. Behind the cache, every request gets a response with `status`.
    fn is_repeated(plugins: &PluginManager, request: &Request, status: u16) -> bool {
        let asked = Cell::new(false);
        let serve = |_: &Request| {
            asked.set(true);
            Some(Response::by::<ResponseCache>(status, "served"))
        };
        let hooks = plugins.hook::<dyn GatewayHooks>();
        let response = hooks.route.call_extra(&[&serve], request).unwrap();
        assert_eq!(response.is_repeated(), !asked.get());
        response.is_repeated()
    }

    fn get(path: &str) -> Request {
        Request::new("GET", path)
    }

    #[test]
    fn a_response_is_repeated_until_it_is_too_old() {
        let plugins = cached(8);
        assert!(!is_repeated(&plugins, &get("/a"), 200));
        assert!(is_repeated(&plugins, &Request { at_ms: 999, ..get("/a") }, 200));
        assert!(!is_repeated(&plugins, &get("/b"), 200));
        assert!(!is_repeated(&plugins, &Request { at_ms: 1_000, ..get("/a") }, 200));
        let report = plugins.hook::<dyn GatewayHooks>().report();
        assert_eq!(report, ["hits 1, misses 3, kept 2"]);
    }

    #[test]
    fn a_repeated_response_has_its_age_in_seconds() {
        let plugins = PluginManager::new::<dyn GatewayHooks>();
        plugins
            .register(ResponseCache::new(ResponseCacheConfig::default()))
            .unwrap()
            .expect_active();
        let hooks = plugins.hook::<dyn GatewayHooks>();
        let own = Header::by::<ResponseCache>("x-own", 1);
        let serve = |_: &Request| Some(Response::by::<ResponseCache>(200, "").with([own.clone()]));
        let headers = |at_ms| {
            let request = Request { at_ms, ..get("/a") };
            let response = hooks.route.call_extra(&[&serve], &request).unwrap();
            response.headers().iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(headers(500), ["x-own: 1"]);
        assert_eq!(headers(3_499), ["x-own: 1", "age: 2"]);
        assert_eq!(headers(3_500), ["x-own: 1", "age: 3"], "the age is not kept");
    }

    #[test]
    fn responses_to_get_vary_with_the_user() {
        let cache = ResponseCache::new(ResponseCacheConfig::default());
        let header = cache.process_request(&get("/a")).unwrap();
        assert_eq!(header.to_string(), "vary: authorization");
        assert_eq!(cache.process_request(&Request::new("PUT", "/a")), None);
    }

    #[test]
    fn only_successful_anonymous_gets_are_kept() {
        let plugins = cached(8);
        let token = Some("t-ada".to_owned());
        let with_token = Request { token, ..get("/a") };
        for (request, status) in
            [(get("/a"), 404), (with_token, 200), (Request::new("POST", "/a"), 200)]
        {
            assert!(!is_repeated(&plugins, &request, status));
            assert!(!is_repeated(&plugins, &request, status), "{request:?}");
        }
    }

    #[test]
    fn a_response_for_this_request_only_is_not_kept() {
        let plugins = cached(8);
        let hooks = plugins.hook::<dyn GatewayHooks>();
        let serve = |_: &Request| Some(Response::by::<ResponseCache>(200, "").only_now());
        hooks.route.call_extra(&[&serve], &get("/a"));
        assert!(!is_repeated(&plugins, &get("/a"), 200));
    }

    #[test]
    fn a_change_at_a_path_removes_its_response() {
        let plugins = cached(8);
        is_repeated(&plugins, &get("/a"), 200);
        is_repeated(&plugins, &get("/b"), 200);
        is_repeated(&plugins, &Request::new("PUT", "/a"), 200);
        assert!(!is_repeated(&plugins, &get("/a"), 200));
        assert!(is_repeated(&plugins, &get("/b"), 200));
    }

    #[test]
    fn without_entries_nothing_is_kept() {
        let plugins = cached(0);
        is_repeated(&plugins, &get("/a"), 200);
        assert!(!is_repeated(&plugins, &get("/a"), 200));
    }

    #[test]
    fn the_oldest_response_makes_room() {
        let plugins = cached(2);
        for path in ["/a", "/b", "/c"] {
            is_repeated(&plugins, &get(path), 200);
        }
        assert!(is_repeated(&plugins, &get("/b"), 200) && is_repeated(&plugins, &get("/c"), 200));
        assert!(!is_repeated(&plugins, &get("/a"), 200));
    }
}
