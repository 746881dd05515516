#[hookspec]
pub trait GatewayHooks {
    /// Every plugin is called; the results are collected.
    fn process_request(&self, request: &Request) -> Option<Response>;
    /// The first plugin that returns `Some` wins.
    #[hookspec(firstresult)]
    fn authenticate(&self, token: &str) -> Option<User>;
    fn on_startup(&self);
    /// Plugins that are registered later receive earlier calls too.
    #[hookspec(historic)]
    fn on_configured(&self, config: &Config);
}
