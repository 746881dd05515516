//! Refuses clients that ask too often: one token bucket for each of them.

#![forbid(unsafe_code)]

mod config;

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use gateway_hooks::{GatewayHooks, Request, Response};
use plugin_core::{Plugin, hookimpl};

pub use config::RateLimitConfig;

/// ProvidedValues each client a burst of requests and some more with each second.
#[derive(Debug, Plugin)]
#[plugin(init = RateLimit::new, config = RateLimitConfig)]
pub struct RateLimit {
    buckets: Mutex<Buckets>,
}

/// What a request costs. Levels are counted in thousandths, so that a millisecond brings a whole
/// number of them: with fractions, the outcome would depend on rounding.
const COST: u64 = 1_000;

/// With so many buckets, those that have filled up are given up: they say no more than none.
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
        // So many requests in 1000 ms are as many thousandths in one.
        let per_ms = u64::from(config.requests_per_second);
        Self { capacity, per_ms, by_client: HashMap::new(), refused: 0 }
    }

    /// What a bucket holds at this time. Time that goes backwards brings nothing.
    fn level(&self, bucket: &Bucket, at_ms: u64) -> u64 {
        let gained = at_ms.saturating_sub(bucket.at_ms).saturating_mul(self.per_ms);
        bucket.level.saturating_add(gained).min(self.capacity)
    }

    fn admit(&mut self, client: &str, at_ms: u64) -> bool {
        let before = self.by_client.get(client);
        let level = before.map_or(self.capacity, |bucket| self.level(bucket, at_ms));
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
        by_client.retain(|_, bucket| self.level(bucket, at_ms) < self.capacity);
        self.by_client = by_client;
    }
}

#[hookimpl]
impl GatewayHooks for RateLimit {
    /// A wrapper, as a request over the limit must not cost the others anything: they are not even
    /// asked.
    #[hookimpl(wrapper)]
    fn process_request(
        &self,
        request: &Request,
        next: &dyn Fn(&Request) -> Vec<Response>,
    ) -> Vec<Response> {
        if self.buckets().admit(&request.client, request.at_ms) {
            return next(request);
        }
        vec![Response::by::<Self>(429, "slow down")]
    }

    fn report(&self) -> Option<String> {
        let buckets = self.buckets();
        Some(format!("{} requests refused, {} clients", buckets.refused, buckets.by_client.len()))
    }
}

impl RateLimit {
    /// ProvidedValues as much as these settings say.
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

    /// Whether the request gets through to those that answer.
    fn passes(plugins: &PluginManager, client: &str, at_ms: u64) -> bool {
        let client = client.to_owned();
        let request = Request { client, at_ms, ..Request::new("GET", "/") };
        let hooks = plugins.hook::<dyn GatewayHooks>();
        let served = Response::by::<RateLimit>(200, "");
        let answers = hooks.process_request.call_extra(&[&|_| Some(served.clone())], &request);
        answers[0].status() == 200
    }

    #[test]
    fn a_burst_is_granted_and_what_exceeds_it_is_refused() {
        let (plugins, plugin) = limited(2, 1);
        assert!(passes(&plugins, "a", 0) && passes(&plugins, "a", 0));
        assert!(!passes(&plugins, "a", 0));
        assert!(passes(&plugins, "b", 0), "another client has a bucket of its own");
        assert_eq!(plugin.report().unwrap(), "1 requests refused, 2 clients");
    }

    #[test]
    fn time_brings_more_but_never_more_than_a_burst() {
        let (plugins, _) = limited(2, 1);
        assert!(passes(&plugins, "a", 0) && passes(&plugins, "a", 0));
        assert!(!passes(&plugins, "a", 999));
        assert!(passes(&plugins, "a", 1_000));
        assert!(passes(&plugins, "a", 60_000) && passes(&plugins, "a", 60_000));
        assert!(!passes(&plugins, "a", 60_000));
    }

    #[test]
    fn time_that_goes_backwards_brings_nothing() {
        let (plugins, _) = limited(1, 1);
        assert!(passes(&plugins, "a", 5_000));
        assert!(!passes(&plugins, "a", 0));
        assert!(!passes(&plugins, "a", 5_500));
    }

    #[test]
    fn buckets_that_have_filled_up_are_given_up() {
        let mut buckets = Buckets::new(RateLimitConfig::default());
        for client in 0..SWEEP_AT {
            buckets.admit(&client.to_string(), 0);
        }
        buckets.admit("late", 3_600_000);
        assert_eq!(buckets.by_client.len(), 1);
    }
}
