// Written by `cargo xtask bless`. `private` stands for the hidden module.

impl GatewayHooks for Auth {
    #[inline]
    fn __write_hookimpl_above_this_impl() {}
    fn authenticate(&self, token: &str) -> Option<User> {
        self.bearer(token)
    }
    #[inline]
    fn __authenticate_under_specname(
        &self,
        number: usize,
        argument1: &str,
    ) -> Option<User> {
        match number {
            2 => {
                trait __Method {
                    fn anonymous(&self, argument1: &str) -> Option<User>;
                }
                impl __Method for Auth {
                    fn anonymous(&self, _: &str) -> Option<User> {
                        Some(User::anonymous())
                    }
                }
                __Method::anonymous(self, argument1)
            }
            _ => {
                private::ignore((argument1,));
                private::not_implemented("authenticate")
            }
        }
    }
}
impl private::HookImpls<dyn GatewayHooks> for Auth {
    const TABLE: &'static [private::Decl<dyn GatewayHooks>] = {
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
                    "anonymous",
                    private::Precedence::TryLast,
                    private::Kind::Plain,
                    private::at_line(here, private::line!()),
                ),
                number: 2,
                implementation: |instance| private::view::<Self>(instance, 2),
            },
        ]
    };
}
