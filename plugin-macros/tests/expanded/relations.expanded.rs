// Written by `cargo xtask bless`. `private` is the hidden module. Code for a feature is
// shown without the macro that drops it if the feature is off.

pub struct Auth;
impl private::Plugin for Auth {
    const __DERIVE_PLUGIN_WRITES_THIS: &'static private::PluginInfo = {
        private::register!(
            __PLUGIN, private::Entry::Plugin(private::constructible:: < Auth >)
        );
        &private::with_relations(
            private::new_plugin(
                "auth",
                "Auth",
                private::None,
                "",
                private::package!(),
                private::location!(),
                false,
            ),
            &[
                private::Relation::Requires(
                    &[
                        private::new_requirement("session", private::Some("^1.2")),
                        private::new_requirement("clock", private::Some(">=2, <4")),
                    ],
                ),
                private::Relation::Optional(
                    &[private::new_requirement("metrics", private::None)],
                ),
                private::Relation::Conflicts(
                    &[private::new_requirement("legacy-auth", private::None)],
                ),
                private::Relation::Provides(
                    &[private::new_capability("auth-api", private::Some("1.0.0"))],
                ),
                private::Relation::Contract("^2.1"),
            ],
        )
    };
}
impl GatewayHooks for Auth {
    type __WriteHookimplAboveThisImpl = private::HookimplAttribute;
    fn on_startup(&self) {}
}
impl private::HookImpls<dyn GatewayHooks> for Auth {
    const TABLE: &'static [private::Decl<dyn GatewayHooks>] = {
        #[allow(dead_code, non_upper_case_globals)]
        trait __Hooks {
            const __on_startup_hook: usize = 0;
        }
        impl<T: ?private::Sized> __Hooks for T {}
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
                info: private::with_constraints(
                    private::new_hookimpl(
                        "on_startup",
                        <dyn GatewayHooks>::__on_startup_hook,
                        "on_startup",
                        private::Precedence::Normal,
                        private::Kind::Plain,
                        private::at_line(here, private::line!()),
                    ),
                    &["cache", "log"],
                    &["session"],
                ),
                number: 0,
                implementation: own,
            },
        ]
    };
}
