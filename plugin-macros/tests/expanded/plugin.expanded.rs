// Written by `cargo xtask bless`. `private` stands for the hidden module.

/// Checks bearer tokens.
pub struct Auth {
    tokens: Tokens,
}
impl private::Plugin for Auth {
    const INFO: &'static private::PluginInfo = {
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
    #[inline]
    fn __write_hookimpl_above_this_impl() {}
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
        trait __Hooks {
            fn __authenticate_hook() {}
            fn __process_request_hook() {}
            fn __process_request_takes_wrappers() -> private::Wraps {
                private::Wraps
            }
            fn __on_startup_hook() {}
        }
        impl<T: ?private::Sized> __Hooks for T {}
        fn __check() {
            {
                <dyn GatewayHooks>::__authenticate_hook();
            }
            {
                <dyn GatewayHooks>::__process_request_hook();
            }
            private::assert_wrappable(
                <dyn GatewayHooks>::__process_request_takes_wrappers(),
            );
            {
                <dyn GatewayHooks>::__on_startup_hook();
            }
        }
        private::register!(
            __HOOKIMPLS, private::Entry::HookImpls(private::HookImplsEntry::of:: < Auth,
            dyn GatewayHooks >)
        );
        let own: fn(&private::Instance) -> private::Arc<dyn GatewayHooks> = |instance| private::plugin::<
            Self,
        >(instance);
        let here = private::location!();
        &[
            private::Decl {
                info: private::new_hookimpl(
                    "authenticate",
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
