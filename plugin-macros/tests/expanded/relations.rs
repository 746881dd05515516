#[derive(Plugin, Default)]
#[plugin(
    requires("session ^1.2", "clock >=2, <4"),
    optional = "metrics",
    conflicts("legacy-auth"),
    provides("auth-api 1.0"),
    contract = "^2.1"
)]
pub struct Auth;

#[hookimpl(after = "session")]
impl GatewayHooks for Auth {
    #[hookimpl(before("cache", "log"))]
    fn on_startup(&self) {}
}
