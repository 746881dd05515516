// Written by `cargo xtask bless`. `private` is the hidden module. Code for a feature is
// shown without the macro that drops it if the feature is off.

pub struct Recorder<T: Clone> {
    sink: T,
}
impl<T: Clone + private::Send + private::Sync + 'static> private::Plugin for Recorder<T>
where
    Self: private::HookImpls<dyn GatewayHooks>,
{
    const __DERIVE_PLUGIN_WRITES_THIS: &'static private::PluginInfo = {
        &private::new_plugin(
            "recorder",
            "Recorder",
            private::None,
            "",
            private::package!(),
            private::location!(),
            true,
        )
    };
    fn listed() -> private::Vec<private::HookImplsEntry> {
        <private::Vec<
            _,
        > as private::From<_>>::from([private::hookimpls::<Self, dyn GatewayHooks>()])
    }
}
impl<T: Clone> private::Lists<dyn GatewayHooks> for Recorder<T> {}
impl<T: Sink> GatewayHooks for Recorder<T> {
    type __WriteHookimplAboveThisImpl = private::HookimplAttribute;
    fn on_startup(&self) {
        self.sink.write("startup");
    }
}
impl<T: Sink> private::HookImpls<dyn GatewayHooks> for Recorder<T> {
    const TABLE: &'static [private::Decl<dyn GatewayHooks>] = {
        private::assert_listed::<Self, dyn GatewayHooks>();
        #[allow(dead_code, non_upper_case_globals)]
        trait __Hooks {
            const __on_startup_hook: usize = 0;
        }
        impl<T: ?private::Sized> __Hooks for T {}
        let own: fn(&private::Instance) -> private::Arc<dyn GatewayHooks> = |instance| private::plugin::<
            Self,
        >(instance);
        let here = private::location!();
        &[
            private::Decl {
                info: private::new_hookimpl(
                    "on_startup",
                    <dyn GatewayHooks>::__on_startup_hook,
                    "on_startup",
                    private::Precedence::Normal,
                    private::Kind::Plain,
                    private::at_line(here, private::line!()),
                ),
                number: 0,
                implementation: own,
            },
        ]
    };
}
