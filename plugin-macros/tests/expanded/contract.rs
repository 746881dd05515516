#[hookspec]
pub trait GatewayHooks {
    /// Every plugin is asked; the answers are collected.
    fn process_request(&self, request: &Request) -> Option<Response>;
    /// The first plugin with an answer wins.
    #[hookspec(firstresult)]
    fn authenticate(&self, token: &str) -> Option<User>;
    fn on_startup(&self);
    /// Plugins that come later get the earlier calls too.
    #[hookspec(historic)]
    fn on_configured(&self, config: &Config);
}
