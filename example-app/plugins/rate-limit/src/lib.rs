//! Refuses clients that send too many requests: one token bucket per client.

#![forbid(unsafe_code)]

mod config;

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use gateway_hooks::{GatewayHooks, Header, Request, Response};
use plugin_core::{Plugin, hookimpl};

pub use config::RateLimitConfig;

/// Allows each client a burst of requests, and some more with each second.
#[derive(Debug, Plugin)]
#[plugin(init = RateLimit::new, config = RateLimitConfig)]
pub struct RateLimit {
    buckets: Mutex<Buckets>,
}

/// The cost of a request. Levels are in thousandths of a request, so that a millisecond adds a whole
/// number of them: with fractions, the result would depend on rounding.
const COST: u64 = 1_000;

/// From this number of buckets on, full buckets are removed: a full bucket and a missing one have the
/// same effect.
const SWEEP_AT: usize = 1_024;

#[derive(Debug)]
struct Buckets {
    capacity: u64,
    per_ms: u64,
    by_client: HashMap<String, Bucket>,
    refused: u64,
}

#[derive(Debug)]
struct Bucket {
    level: u64,
    at_ms: u64,
}

impl Buckets {
    fn new(config: RateLimitConfig) -> Self {
        let capacity = u64::from(config.burst.get()) * COST;
        // The number of requests in 1000 ms is the number of thousandths in 1 ms.
        let per_ms = u64::from(config.requests_per_second);
        Self { capacity, per_ms, by_client: HashMap::new(), refused: 0 }
    }

    /// The level of a bucket at this time. Time that goes backwards adds nothing.
    fn level_of(&self, bucket: &Bucket, at_ms: u64) -> u64 {
        let gained = at_ms.saturating_sub(bucket.at_ms).saturating_mul(self.per_ms);
        bucket.level.saturating_add(gained).min(self.capacity)
    }

    /// The level of a client's bucket at this time.
    fn level(&self, client: &str, at_ms: u64) -> u64 {
        let bucket = self.by_client.get(client);
        bucket.map_or(self.capacity, |bucket| self.level_of(bucket, at_ms))
    }

    fn admit(&mut self, client: &str, at_ms: u64) -> bool {
        let level = self.level(client, at_ms);
        let before = self.by_client.get(client);
        let latest = before.map_or(at_ms, |bucket| bucket.at_ms.max(at_ms));
        let admitted = level >= COST;
        if admitted && before.is_none() && self.by_client.len() >= SWEEP_AT {
            self.sweep(at_ms);
        }
        let level = if admitted { level - COST } else { level };
        self.by_client.insert(client.to_owned(), Bucket { level, at_ms: latest });
        self.refused += u64::from(!admitted);
        admitted
    }

    fn sweep(&mut self, at_ms: u64) {
        let mut by_client = std::mem::take(&mut self.by_client);
        by_client.retain(|_, bucket| self.level_of(bucket, at_ms) < self.capacity);
        self.by_client = by_client;
    }
}

#[hookimpl]
impl GatewayHooks for RateLimit {
    /// How many requests the client has left after this one.
    fn process_request(&self, request: &Request) -> Option<Header> {
        let level = self.buckets().level(&request.client, request.at_ms);
        Some(Header::by::<Self>("ratelimit-remaining", (level / COST).saturating_sub(1)))
    }

    /// A wrapper that does not call `next` for a request over the limit: no other plugin has to
    /// respond to it.
    #[hookimpl(wrapper)]
    fn route(
        &self,
        request: &Request,
        next: &dyn Fn(&Request) -> Option<Response>,
    ) -> Option<Response> {
        if self.buckets().admit(&request.client, request.at_ms) {
            return next(request);
        }
        Some(Response::by::<Self>(429, "too many requests"))
    }

    fn report(&self) -> Option<String> {
        let buckets = self.buckets();
        Some(format!("refused {}, clients {}", buckets.refused, buckets.by_client.len()))
    }
}

impl RateLimit {
    /// Allows as many requests as these settings say.
    pub fn new(config: RateLimitConfig) -> Self {
        Self { buckets: Mutex::new(Buckets::new(config)) }
    }

    fn buckets(&self) -> MutexGuard<'_, Buckets> {
        self.buckets.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;
    use std::sync::Arc;

    use plugin_core::PluginManager;

    use super::*;

    fn limited(burst: u32, requests_per_second: u32) -> (PluginManager, Arc<RateLimit>) {
        let plugins = PluginManager::new::<dyn GatewayHooks>();
        let burst = NonZeroU32::new(burst).unwrap();
        let limit = RateLimit::new(RateLimitConfig { burst, requests_per_second });
        let plugin = plugins.register(limit).unwrap().expect_active();
        (plugins, plugin)
    }

    /// Whether the request reaches the plugins that respond.
    fn passes(plugins: &PluginManager, client: &str, at_ms: u64) -> bool {
        let client = client.to_owned();
        let request = Request { client, at_ms, ..Request::new("GET", "/") };
        let hooks = plugins.hook::<dyn GatewayHooks>();
        let served = Response::by::<RateLimit>(200, "");
        let response = hooks.route.call_extra(&[&|_| Some(served.clone())], &request);
        response.unwrap().status() == 200
    }

    #[test]
    fn a_burst_is_allowed_and_requests_beyond_it_are_refused() {
        let (plugins, plugin) = limited(2, 1);
        assert!(passes(&plugins, "a", 0) && passes(&plugins, "a", 0));
        assert!(!passes(&plugins, "a", 0));
        assert!(passes(&plugins, "b", 0), "another client has a bucket of its own");
        assert_eq!(plugin.report().unwrap(), "refused 1, clients 2");
    }

    #[test]
    fn time_adds_requests_but_never_more_than_a_burst() {
        let (plugins, _) = limited(2, 1);
        assert!(passes(&plugins, "a", 0) && passes(&plugins, "a", 0));
        assert!(!passes(&plugins, "a", 999));
        assert!(passes(&plugins, "a", 1_000));
        assert!(passes(&plugins, "a", 60_000) && passes(&plugins, "a", 60_000));
        assert!(!passes(&plugins, "a", 60_000));
    }

    #[test]
    fn time_that_goes_backwards_adds_nothing() {
        let (plugins, _) = limited(1, 1);
        assert!(passes(&plugins, "a", 5_000));
        assert!(!passes(&plugins, "a", 0));
        assert!(!passes(&plugins, "a", 5_500));
    }

    #[test]
    fn a_client_learns_how_many_requests_it_has_left() {
        let (plugins, plugin) = limited(2, 1);
        let left = |client: &str| {
            let request = Request { client: client.to_owned(), ..Request::new("GET", "/") };
            plugin.process_request(&request).unwrap().to_string()
        };
        assert_eq!(left("a"), "ratelimit-remaining: 1");
        assert!(passes(&plugins, "a", 0));
        assert_eq!(left("a"), "ratelimit-remaining: 0");
        assert!(passes(&plugins, "a", 0));
        assert_eq!(left("a"), "ratelimit-remaining: 0");
        assert_eq!(left("b"), "ratelimit-remaining: 1");
    }

    #[test]
    fn full_buckets_are_removed() {
        let mut buckets = Buckets::new(RateLimitConfig::default());
        for client in 0..SWEEP_AT {
            buckets.admit(&client.to_string(), 0);
        }
        buckets.admit("late", 3_600_000);
        assert_eq!(buckets.by_client.len(), 1);
    }
}
