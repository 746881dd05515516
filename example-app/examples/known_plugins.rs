//! A gateway with known plugins: the same plugin crates, combined by the compiler.
//!
//! ```console
//! $ cargo run -p example-app --example known_plugins
//! ```

#![forbid(unsafe_code)]

use std::collections::BTreeMap;

use gateway_hooks::{Config, GatewayHooks, Request, Response};
use gateway_plugin_health::Health;
use gateway_plugin_rate_limit::{RateLimit, RateLimitConfig};
use gateway_plugin_response_cache::{ResponseCache, ResponseCacheConfig};
use plugin_core::{Plugin, PluginSet, hookimpl};
use serde::Deserialize;

/// Serves the pages of products.
#[derive(Plugin, Default)]
struct Pages;

#[hookimpl]
impl GatewayHooks for Pages {
    fn route(&self, request: &Request) -> Option<Response> {
        let name = request.path.strip_prefix("/products/")?;
        Some(Response::by::<Self>(200, format!("the page of product {name}")))
    }
}

/// In the order in which a manager would register them: the last plugin is called first.
#[derive(PluginSet)]
#[plugin_set(hookspecs(GatewayHooks))]
struct Plugins {
    pages: Pages,
    health: Health,
    cache: ResponseCache,
    limit: RateLimit,
}

/// A request as JSON.
#[derive(Deserialize)]
struct Record {
    at_ms: u64,
    client: String,
    method: String,
    path: String,
}

fn main() {
    let plugins = Plugins {
        pages: Pages,
        health: Health::default(),
        cache: ResponseCache::new(ResponseCacheConfig::default()),
        limit: RateLimit::new(RateLimitConfig::default()),
    };
    let hooks = plugins.hook::<dyn GatewayHooks>();
    hooks.on_configured(&Config::default());
    hooks.on_startup();

    let mut answers: BTreeMap<String, usize> = BTreeMap::new();
    let mut headers = 0;
    for line in include_str!("../requests.jsonl").lines().filter(|line| !line.trim().is_empty()) {
        let Record { at_ms, client, method, path } =
            serde_json::from_str(line).expect("every line of the recording is a request");
        let request = Request { at_ms, client, ..Request::new(&method, &path) };
        headers += hooks.process_request(&request).len();
        let response = hooks.route(&request);
        let response = response.unwrap_or_else(|| Response::by_host(404, "not found"));
        let by = format!("{} by {}", response.status(), response.plugin().unwrap_or("the host"));
        *answers.entry(by).or_default() += 1;
    }
    for (by, count) in answers {
        println!("{count:4} responses with {by}");
    }
    println!("{headers:4} headers from all plugins");
    for line in hooks.report() {
        println!("{line}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plugins_can_work_together() {
        Plugins::check::<dyn GatewayHooks>().expect("a set in which each has what it requires");
    }
}
