// Written by `cargo xtask bless`. `private` is the hidden module. Code for a feature is
// shown without the macro that drops it if the feature is off.

/// Checks bearer tokens.
pub struct Auth {
    tokens: Tokens,
}
impl private::Plugin for Auth {
    const __DERIVE_PLUGIN_WRITES_THIS: &'static private::PluginInfo = {
        private::register!(
            __PLUGIN, private::Entry::Plugin(|| private::PluginEntry::constructed:: <
            Auth > (| context, _ | private::init:: < Auth, _, _ > (Auth::open, context)))
        );
        &private::new_plugin(
            "auth",
            "Auth",
            private::Some("1.2.0"),
            "Checks bearer tokens.",
            private::package!(),
            private::location!(),
            false,
        )
    };
}
impl GatewayHooks for Auth {
    type __WriteHookimplAboveThisImpl = private::HookimplAttribute;
    fn authenticate(&self, token: &str) -> Option<User> {
        self.tokens.user(token)
    }
    fn __process_request_wrapper(
        &self,
        request: &Request,
        next: &dyn Fn(&Request) -> Vec<Response>,
    ) -> Vec<Response> {
        next(request)
    }
    fn on_startup(&self) {}
}
impl private::HookImpls<dyn GatewayHooks> for Auth {
    const TABLE: &'static [private::Decl<dyn GatewayHooks>] = {
        #[allow(dead_code, non_upper_case_globals)]
        trait __Hooks {
            const __authenticate_hook: usize = 0;
            const __process_request_hook: usize = 0;
            fn process_request() {}
            fn __process_request_takes_wrappers() -> private::NotHistoric {
                private::NotHistoric
            }
            const __on_startup_hook: usize = 0;
        }
        impl<T: ?private::Sized> __Hooks for T {}
        fn __check() {
            private::assert_wrappable(
                <dyn GatewayHooks>::__process_request_takes_wrappers(),
            );
        }
        #[allow(deprecated)]
        fn __mention() {
            let _ = <dyn GatewayHooks>::process_request;
        }
        private::register!(
            __HOOKIMPLS, private::Entry::HookImpls(private::hookimpls:: < Auth, dyn
            GatewayHooks >)
        );
        let own: fn(&private::Instance) -> private::Arc<dyn GatewayHooks> = |instance| private::plugin::<
            Self,
        >(instance);
        let here = private::location!();
        &[
            private::Decl {
                info: private::new_hookimpl(
                    "authenticate",
                    <dyn GatewayHooks>::__authenticate_hook,
                    "authenticate",
                    private::Precedence::TryFirst,
                    private::Kind::Plain,
                    private::at_line(here, private::line!()),
                ),
                number: 0,
                implementation: own,
            },
            private::Decl {
                info: private::new_hookimpl(
                    "process_request",
                    <dyn GatewayHooks>::__process_request_hook,
                    "process_request",
                    private::Precedence::TryLast,
                    private::Kind::Wrapper,
                    private::at_line(here, private::line!()),
                ),
                number: 0,
                implementation: own,
            },
            private::Decl {
                info: private::new_hookimpl(
                    "on_startup",
                    <dyn GatewayHooks>::__on_startup_hook,
                    "on_startup",
                    private::Precedence::TryLast,
                    private::Kind::Plain,
                    private::at_line(here, private::line!()),
                ),
                number: 0,
                implementation: own,
            },
        ]
    };
}
