// Written by `cargo xtask bless`. `private` stands for the hidden module.

impl GatewayHooks for Auth {
    fn authenticate(&self, token: &str) -> Option<User> {
        self.bearer(token)
    }
}
impl private::Implemented<<dyn GatewayHooks as private::Hookspec>::Relay> for Auth {}
impl private::Hookimpls<dyn GatewayHooks> for Auth {
    const TABLE: &'static [private::Decl<dyn GatewayHooks>] = {
        struct __View1(private::Arc<Auth>);
        impl private::Implemented<<dyn GatewayHooks as private::Hookspec>::Relay>
        for __View1 {}
        impl GatewayHooks for __View1 {
            fn authenticate(&self, argument1: &str) -> Option<User> {
                __Method1::anonymous(&*self.0, argument1)
            }
        }
        trait __Method1 {
            fn anonymous(&self, argument1: &str) -> Option<User>;
        }
        impl __Method1 for Auth {
            fn anonymous(&self, _: &str) -> Option<User> {
                Some(User::anonymous())
            }
        }
        trait __Hooks {
            fn __authenticate_hook() {}
        }
        impl<T: ?private::Sized> __Hooks for T {}
        fn __check() {
            {
                <dyn GatewayHooks>::__authenticate_hook();
            }
            {
                <dyn GatewayHooks>::__authenticate_hook();
            }
        }
        private::catalogued!(
            __HOOKIMPLS, private::Entry::Hookimpls(private::HookimplsEntry::of:: < Auth,
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
                    private::Precedence::Plain,
                    private::Kind::Plain,
                    private::at_line(here, private::line!()),
                ),
                implementor: own,
            },
            private::Decl {
                info: private::new_hookimpl(
                    "authenticate",
                    "anonymous",
                    private::Precedence::TryLast,
                    private::Kind::Plain,
                    private::at_line(here, private::line!()),
                ),
                implementor: |instance| private::Arc::new(
                    __View1(private::plugin::<Self>(instance)),
                ),
            },
        ]
    };
}
