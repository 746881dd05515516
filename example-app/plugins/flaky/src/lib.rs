//! A plugin with a bug, to show what happens to the others when it panics.

#![forbid(unsafe_code)]

use gateway_hooks::{GatewayHooks, Header, Request};
use plugin_core::{Plugin, hookimpl};

/// Recommends the product before the requested one, and panics at the first product.
#[derive(Debug, Plugin, Default)]
pub struct Flaky;

#[hookimpl]
impl GatewayHooks for Flaky {
    fn process_request(&self, request: &Request) -> Option<Header> {
        let id: u32 = request.path.strip_prefix("/products/")?.parse().ok()?;
        let before = id.checked_sub(2).expect("there is a product before it") + 1;
        Some(Header::by::<Self>("x-recommended", format_args!("/products/{before}")))
    }
}

#[cfg(test)]
mod tests {
    use plugin_core::PluginManager;
    use plugin_core::fault::FaultLimit;

    use super::*;

    fn headers(plugins: &PluginManager, path: &str) -> Vec<Header> {
        plugins.hook::<dyn GatewayHooks>().process_request(&Request::new("GET", path))
    }

    #[test]
    fn panics_at_the_first_product() {
        let plugins =
            PluginManager::builder::<dyn GatewayHooks>().isolate_with(FaultLimit::after(2)).build();
        plugins.register(Flaky).unwrap().expect_active();
        assert_eq!(headers(&plugins, "/products/2")[0].value(), "/products/1");
        assert_eq!(headers(&plugins, "/products/1"), []);
        assert_eq!(plugins.faults()[0].message(), "there is a product before it");
        assert_eq!(headers(&plugins, "/health"), []);
    }
}
