// features: closures
#[hookspec]
pub trait GatewayHooks {
    /// The first plugin with an answer wins.
    #[hookspec(firstresult)]
    fn authenticate(&self, token: &str) -> Option<User>;
    fn on_startup(&self);
}
