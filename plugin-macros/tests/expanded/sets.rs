// features: sets
#[hookspec]
pub trait GatewayHooks {
    /// The first plugin that returns `Some` wins.
    #[hookspec(firstresult)]
    fn authenticate(&self, token: &str) -> Option<User>;
    fn describe(&self, id: UserId, log: &mut Log) -> &str;
    #[hookspec(historic)]
    fn on_configured(&self, config: &Config);
}

#[hookimpl]
impl GatewayHooks for Auth {
    fn authenticate(&self, token: &str) -> Option<User> { self.bearer(token) }
    #[hookimpl(specname = "authenticate")]
    fn check_basic(&self, token: &str) -> Option<User> { self.basic(token) }
}
