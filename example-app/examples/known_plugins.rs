//! A gateway whose plugins are known: the crates of the others, fused by the compiler.
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

/// Serves what there is at this edge of the network.
#[derive(Plugin, Default)]
struct Pages;

#[hookimpl]
impl GatewayHooks for Pages {
    fn process_request(&self, request: &Request) -> Option<Response> {
        let name = request.path.strip_prefix("/products/")?;
        Some(Response::by::<Self>(200, format!("the page of product {name}")))
    }
}

/// In the order in which a manager would register them: who comes last is asked first.
#[derive(PluginSet)]
#[plugin_set(hookspecs(GatewayHooks))]
struct Plugins {
    pages: Pages,
    health: Health,
    cache: ResponseCache,
    limit: RateLimit,
}

/// A request as it is written down.
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
    for line in include_bytes!("../requests.jsonl").split(|byte| *byte == b'\n') {
        // Lines that are no requests are there for the gateway that knows no plugins.
        let Ok(Record { at_ms, client, method, path }) = serde_json::from_slice(line) else {
            continue;
        };
        let request = Request { at_ms, client, ..Request::new(&method, &path) };
        let answer = hooks.process_request(&request).into_iter().next();
        let by =
            answer.map_or("nobody".to_owned(), |it| format!("{} {}", it.plugin(), it.status()));
        *answers.entry(by).or_default() += 1;
    }
    for (by, count) in answers {
        println!("{count:4} requests answered by {by}");
    }
    for line in hooks.report() {
        println!("{line}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plugins_go_together() {
        Plugins::check::<dyn GatewayHooks>().expect("a set in which each has what it requires");
    }
}
