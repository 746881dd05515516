// features: sets
/// The gateway's own plugins.
#[derive(PluginSet)]
#[plugin_set(hookspecs(GatewayHooks))]
pub struct Plugins {
    auth: Auth,
    cache: Cache<Memory>,
}
