// Written by `cargo xtask bless`. `private` is the hidden module. Code for a feature is
// shown without the macro that drops it if the feature is off.

const _: () = {
    trait __Method2 {
        fn anonymous(&self, argument1: &str) -> Option<User>;
    }
    impl __Method2 for Auth {
        fn anonymous(&self, _: &str) -> Option<User> {
            Some(User::anonymous())
        }
    }
    impl GatewayHooks for Auth {
        type __WriteHookimplAboveThisImpl = private::HookimplAttribute;
        fn authenticate(&self, token: &str) -> Option<User> {
            self.bearer(token)
        }
    }
    impl private::HookImpls<dyn GatewayHooks> for Auth {
        const TABLE: &'static [private::Decl<dyn GatewayHooks>] = {
            #[allow(dead_code, non_upper_case_globals)]
            trait __Hooks {
                const __authenticate_hook: usize = 0;
                fn authenticate() {}
            }
            impl<T: ?private::Sized> __Hooks for T {}
            #[allow(deprecated)]
            fn __mention() {
                let _ = <dyn GatewayHooks>::authenticate;
            }
            private::register!(
                __HOOKIMPLS, private::Entry::HookImpls(private::hookimpls:: < Auth, dyn
                GatewayHooks >)
            );
            let own: fn(&private::Instance) -> private::Arc<dyn GatewayHooks> = |
                instance|
            private::plugin::<Self>(instance);
            let here = private::location!();
            &[
                private::Decl {
                    info: private::new_hookimpl(
                        "authenticate",
                        <dyn GatewayHooks>::__authenticate_hook,
                        "authenticate",
                        private::Precedence::Normal,
                        private::Kind::Plain,
                        private::at_line(here, private::line!()),
                    ),
                    number: 0,
                    implementation: own,
                },
                private::Decl {
                    info: private::new_hookimpl(
                        "authenticate",
                        <dyn GatewayHooks>::__authenticate_hook,
                        "anonymous",
                        private::Precedence::TryLast,
                        private::Kind::Plain,
                        private::at_line(here, private::line!()),
                    ),
                    number: 2,
                    implementation: {
                        struct __View(private::Arc<Auth>);
                        impl GatewayHooks for __View {
                            type __WriteHookimplAboveThisImpl = private::HookimplAttribute;
                            #[allow(deprecated)]
                            fn authenticate(&self, argument1: &str) -> Option<User> {
                                __Method2::anonymous(&*self.0, argument1)
                            }
                        }
                        |instance| private::Arc::new(
                            __View(private::plugin::<Self>(instance)),
                        )
                    },
                },
            ]
        };
    }
};
