// Written by `cargo xtask bless`. `private` is the hidden module. Code for a feature is
// shown without the macro that drops it if the feature is off.

pub struct Auth;
impl private::Plugin for Auth {
    const __DERIVE_PLUGIN_WRITES_THIS: &'static private::PluginInfo = {
        private::register!(
            __PLUGIN, private::Entry::Plugin(|| private::PluginEntry::constructed:: <
            Auth > (| context, config | private::init_configured:: < Auth, AuthConfig, _,
            _ > (private::assert_takes_context_configured:: < Auth, AuthConfig, _, _ >
            (Auth::open), context, config)).reading(private::read_config!(AuthConfig)))
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
                private::Relation::Needs(
                    &[private::new_need::<Pool>(), private::new_need::<Arc<dyn Clock>>()],
                ),
                private::Relation::Config(private::new_config::<AuthConfig>()),
            ],
        )
    };
}
pub struct Log;
impl private::Plugin for Log {
    const __DERIVE_PLUGIN_WRITES_THIS: &'static private::PluginInfo = {
        private::register!(
            __PLUGIN, private::Entry::Plugin(|| private::PluginEntry::constructed:: < Log
            > (| context, _ | private::init:: < Log, _, _ >
            (private::assert_takes_context:: < Log, _, _ > (Log::open), context)))
        );
        &private::with_relations(
            private::new_plugin(
                "log",
                "Log",
                private::None,
                "",
                private::package!(),
                private::location!(),
                false,
            ),
            &[private::Relation::Needs(&[private::new_need::<Pool>()])],
        )
    };
}
