//! Repeats answers that are still good, instead of having them made again.

#![forbid(unsafe_code)]

mod config;

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use gateway_hooks::{GatewayHooks, Request, Response};
use plugin_core::{Plugin, hookimpl};

pub use config::ResponseCacheConfig;

/// Keeps successful answers to anonymous `GET` requests and repeats them for a while.
#[derive(Debug, Plugin)]
#[plugin(init = ResponseCache::new, config = ResponseCacheConfig)]
pub struct ResponseCache {
    cache: Mutex<Cache>,
}

#[derive(Debug, Default)]
struct Cache {
    config: ResponseCacheConfig,
    by_path: HashMap<String, Kept>,
    /// The paths of `by_path`, oldest first: that is the order in which they make room.
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
        let kept = self.by_path.get(&request.path);
        let good = kept.filter(|kept| request.at_ms.saturating_sub(kept.at_ms) < max_age);
        let response = good.map(|kept| kept.response.repeated_by::<ResponseCache>());
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
    /// Inside of these: an answer from here does not call `next`, so what they refuse or count must
    /// have come by them before. (`trylast` would do with these two, but would also go inside of
    /// wrappers that nobody has thought of, and say nothing of the reason.)
    #[hookimpl(wrapper, after("audit-log", "rate-limit"))]
    fn process_request(
        &self,
        request: &Request,
        next: &dyn Fn(&Request) -> Vec<Response>,
    ) -> Vec<Response> {
        // The cache is not locked while the others work, as they may take their time.
        if request.method != "GET" {
            let answers = next(request);
            // Whatever was changed at this path, what is kept of it may be wrong now.
            self.cache().forget(&request.path);
            return answers;
        }
        if request.token.is_some() {
            // An answer to someone may be meant for them alone, and a token that is wrong has to
            // be refused, so these requests neither fill the cache nor are served from it.
            return next(request);
        }
        if let Some(response) = self.cache().find(request) {
            return vec![response];
        }
        let answers = next(request);
        let good = |response: &&Response| response.status() == 200 && response.is_keepable();
        if let Some(response) = answers.first().filter(good) {
            self.cache().keep(request, response);
        }
        answers
    }

    fn report(&self) -> Option<String> {
        let cache = self.cache();
        let (hits, misses, kept) = (cache.hits, cache.misses, cache.by_path.len());
        Some(format!("{hits} hits, {misses} misses, {kept} responses kept"))
    }
}

impl ResponseCache {
    /// Keeps nothing yet.
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

    /// Whether the answer is a repeated one. Behind the cache everything is served with `status`.
    fn is_repeated(plugins: &PluginManager, request: &Request, status: u16) -> bool {
        let asked = Cell::new(false);
        let serve = |_: &Request| {
            asked.set(true);
            Some(Response::by::<ResponseCache>(status, "served"))
        };
        let hooks = plugins.hook::<dyn GatewayHooks>();
        let answers = hooks.process_request.call_extra(&[&serve], request);
        assert_eq!(answers[0].is_repeated(), !asked.get());
        answers[0].is_repeated()
    }

    fn get(path: &str) -> Request {
        Request::new("GET", path)
    }

    #[test]
    fn a_request_is_served_once_and_then_repeated_until_it_is_too_old() {
        let plugins = cached(8);
        assert!(!is_repeated(&plugins, &get("/a"), 200));
        assert!(is_repeated(&plugins, &Request { at_ms: 999, ..get("/a") }, 200));
        assert!(!is_repeated(&plugins, &get("/b"), 200));
        assert!(!is_repeated(&plugins, &Request { at_ms: 1_000, ..get("/a") }, 200));
        let report = plugins.hook::<dyn GatewayHooks>().report();
        assert_eq!(report, ["1 hits, 3 misses, 2 responses kept"]);
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
        hooks.process_request.call_extra(&[&serve], &get("/a"));
        assert!(!is_repeated(&plugins, &get("/a"), 200));
    }

    #[test]
    fn a_change_at_a_path_ends_what_was_kept_of_it() {
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
