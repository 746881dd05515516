#[hookimpl]
impl GatewayHooks for Auth {
    fn authenticate(&self, token: &str) -> Option<User> {
        self.bearer(token)
    }

    #[hookimpl(specname = "authenticate", trylast)]
    fn anonymous(&self, _: &str) -> Option<User> {
        Some(User::anonymous())
    }
}
