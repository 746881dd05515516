// features: closures
#[hookspec]
pub trait GatewayHooks {
    /// The first plugin that returns `Some` wins.
    #[hookspec(firstresult)]
    fn authenticate(&self, token: &str) -> Option<User>;
    fn on_startup(&self);
}
