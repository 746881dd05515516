/// Checks bearer tokens.
#[derive(Plugin)]
#[plugin(id = "auth", version = "1.2.0", init = Auth::open)]
pub struct Auth {
    tokens: Tokens,
}

#[hookimpl(trylast)]
impl GatewayHooks for Auth {
    #[hookimpl(tryfirst)]
    fn authenticate(&self, token: &str) -> Option<User> {
        self.tokens.user(token)
    }

    #[hookimpl(wrapper)]
    fn process_request(
        &self,
        request: &Request,
        next: &dyn Fn(&Request) -> Vec<Response>,
    ) -> Vec<Response> {
        next(request)
    }

    fn on_startup(&self) {}
}
