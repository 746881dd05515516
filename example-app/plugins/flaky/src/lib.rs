//! A plugin with a mistake in it, to see what becomes of the others when it panics.

#![forbid(unsafe_code)]

use gateway_hooks::{GatewayHooks, Request, Response};
use plugin_core::{Plugin, hookimpl};

/// Recommends the product before the one that is asked for, and panics at the first one.
#[derive(Debug, Plugin, Default)]
pub struct Flaky;

#[hookimpl]
impl GatewayHooks for Flaky {
    /// Only what nobody else answers.
    #[hookimpl(trylast)]
    fn process_request(&self, request: &Request) -> Option<Response> {
        let id: u32 = request.path.strip_prefix("/products/")?.parse().ok()?;
        let before = id.checked_sub(2).expect("there is a product before it");
        Some(Response::by::<Self>(200, format!("have you seen product {}?", before + 1)))
    }
}

#[cfg(test)]
mod tests {
    use plugin_core::PluginManager;

    use super::*;

    fn answers(plugins: &PluginManager, path: &str) -> usize {
        plugins.hook::<dyn GatewayHooks>().process_request(&Request::new("GET", path)).len()
    }

    #[test]
    fn has_the_mistake_that_it_is_there_for() {
        let plugins =
            PluginManager::builder::<dyn GatewayHooks>().isolate_with(FaultLimit::after(2)).build();
        plugins.register(Flaky).unwrap().expect_active();
        assert_eq!(answers(&plugins, "/products/2"), 1);
        assert_eq!(answers(&plugins, "/products/1"), 0);
        assert_eq!(plugins.faults()[0].message(), "there is a product before it");
        assert_eq!(answers(&plugins, "/health"), 0);
    }
}
