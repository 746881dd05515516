// Written by `cargo xtask bless`. `private` is the hidden module. Code for a feature is
// shown without the macro that drops it if the feature is off.

/// The gateway's own plugins.
pub struct Plugins {
    auth: Auth,
    cache: Cache<Memory>,
}
const _: () = {
    #[allow(unused_imports)]
    use private::LookupFallback as _;
    impl private::PluginSet for Plugins {
        const PLUGINS: &'static [&'static private::PluginInfo] = &[
            <Auth as private::Plugin>::__DERIVE_PLUGIN_WRITES_THIS,
            <Cache<Memory> as private::Plugin>::__DERIVE_PLUGIN_WRITES_THIS,
        ];
    }
    const _: () = private::assert_compatible(
        <Plugins as private::PluginSet>::PLUGINS,
        0,
    );
    const _: () = private::assert_compatible(
        <Plugins as private::PluginSet>::PLUGINS,
        1,
    );
    impl private::Field<0> for Plugins {
        type Plugin = Auth;
        #[inline]
        fn field(&self) -> &Auth {
            &self.auth
        }
    }
    impl private::Field<1> for Plugins {
        type Plugin = Cache<Memory>;
        #[inline]
        fn field(&self) -> &Cache<Memory> {
            &self.cache
        }
    }
    const _: () = {
        const __SPEC: &private::HookSpecInfo = <dyn GatewayHooks as private::StaticHookSpec>::SPEC;
        const __HOOKS: usize = __SPEC.hooks().len();
        const __PLUGINS: private::Plugins<dyn GatewayHooks> = private::Plugins {
            infos: <Plugins as private::PluginSet>::PLUGINS,
            tables: &[
                <private::Lookup<Auth, dyn GatewayHooks>>::TABLE,
                <private::Lookup<Cache<Memory>, dyn GatewayHooks>>::TABLE,
            ],
        };
        const __COUNT: usize = __PLUGINS.count();
        const __WIDTH: usize = __PLUGINS.width::<__HOOKS>();
        #[allow(long_running_const_eval)]
        const __PLANNED: &private::PlanArrays<__COUNT, __HOOKS> = &__PLUGINS
            .planned::<__COUNT, __WIDTH, __HOOKS>(__SPEC);
        impl private::Supports<dyn GatewayHooks> for Plugins {
            type Hooks<'set> = <dyn GatewayHooks as private::StaticHookSpec>::StaticHooks<
                'set,
                Self,
            >;
            #[inline]
            fn hooks(&self) -> Self::Hooks<'_> {
                <dyn GatewayHooks as private::StaticHookSpec>::static_hooks(self)
            }
            type Tree = private::Pair<
                <private::If<
                    { <private::Lookup<Auth, dyn GatewayHooks>>::IS_MEMBER },
                > as private::Leaf>::Of<0>,
                <private::If<
                    { <private::Lookup<Cache<Memory>, dyn GatewayHooks>>::IS_MEMBER },
                > as private::Leaf>::Of<1>,
            >;
            type Passes = <private::If<
                { __PLANNED.passes & 32768 != 0 },
            > as private::Added>::Sum<
                private::Twice<
                    private::Twice<
                        private::Twice<
                            private::Twice<
                                private::Twice<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                            >,
                        >,
                    >,
                >,
                <private::If<
                    { __PLANNED.passes & 16384 != 0 },
                > as private::Added>::Sum<
                    private::Twice<
                        private::Twice<
                            private::Twice<
                                private::Twice<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                            >,
                        >,
                    >,
                    <private::If<
                        { __PLANNED.passes & 8192 != 0 },
                    > as private::Added>::Sum<
                        private::Twice<
                            private::Twice<
                                private::Twice<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                            >,
                        >,
                        <private::If<
                            { __PLANNED.passes & 4096 != 0 },
                        > as private::Added>::Sum<
                            private::Twice<
                                private::Twice<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                            >,
                            <private::If<
                                { __PLANNED.passes & 2048 != 0 },
                            > as private::Added>::Sum<
                                private::Twice<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                                <private::If<
                                    { __PLANNED.passes & 1024 != 0 },
                                > as private::Added>::Sum<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                    <private::If<
                                        { __PLANNED.passes & 512 != 0 },
                                    > as private::Added>::Sum<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                        <private::If<
                                            { __PLANNED.passes & 256 != 0 },
                                        > as private::Added>::Sum<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                            <private::If<
                                                { __PLANNED.passes & 128 != 0 },
                                            > as private::Added>::Sum<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                                <private::If<
                                                    { __PLANNED.passes & 64 != 0 },
                                                > as private::Added>::Sum<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                    <private::If<
                                                        { __PLANNED.passes & 32 != 0 },
                                                    > as private::Added>::Sum<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                        <private::If<
                                                            { __PLANNED.passes & 16 != 0 },
                                                        > as private::Added>::Sum<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                            <private::If<
                                                                { __PLANNED.passes & 8 != 0 },
                                                            > as private::Added>::Sum<
                                                                private::Twice<
                                                                    private::Twice<private::Twice<private::One>>,
                                                                >,
                                                                <private::If<
                                                                    { __PLANNED.passes & 4 != 0 },
                                                                > as private::Added>::Sum<
                                                                    private::Twice<private::Twice<private::One>>,
                                                                    <private::If<
                                                                        { __PLANNED.passes & 2 != 0 },
                                                                    > as private::Added>::Sum<
                                                                        private::Twice<private::One>,
                                                                        <private::If<
                                                                            { __PLANNED.passes & 1 != 0 },
                                                                        > as private::Added>::Sum<private::One, private::Zero>,
                                                                    >,
                                                                >,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                            >,
                        >,
                    >,
                >,
            >;
            type Wrappers = <private::If<
                { __PLANNED.wrappers & 32768 != 0 },
            > as private::Added>::Sum<
                private::Twice<
                    private::Twice<
                        private::Twice<
                            private::Twice<
                                private::Twice<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                            >,
                        >,
                    >,
                >,
                <private::If<
                    { __PLANNED.wrappers & 16384 != 0 },
                > as private::Added>::Sum<
                    private::Twice<
                        private::Twice<
                            private::Twice<
                                private::Twice<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                            >,
                        >,
                    >,
                    <private::If<
                        { __PLANNED.wrappers & 8192 != 0 },
                    > as private::Added>::Sum<
                        private::Twice<
                            private::Twice<
                                private::Twice<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                            >,
                        >,
                        <private::If<
                            { __PLANNED.wrappers & 4096 != 0 },
                        > as private::Added>::Sum<
                            private::Twice<
                                private::Twice<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                            >,
                            <private::If<
                                { __PLANNED.wrappers & 2048 != 0 },
                            > as private::Added>::Sum<
                                private::Twice<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                                <private::If<
                                    { __PLANNED.wrappers & 1024 != 0 },
                                > as private::Added>::Sum<
                                    private::Twice<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                    <private::If<
                                        { __PLANNED.wrappers & 512 != 0 },
                                    > as private::Added>::Sum<
                                        private::Twice<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                        <private::If<
                                            { __PLANNED.wrappers & 256 != 0 },
                                        > as private::Added>::Sum<
                                            private::Twice<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                            <private::If<
                                                { __PLANNED.wrappers & 128 != 0 },
                                            > as private::Added>::Sum<
                                                private::Twice<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                                <private::If<
                                                    { __PLANNED.wrappers & 64 != 0 },
                                                > as private::Added>::Sum<
                                                    private::Twice<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                    >,
                                                    <private::If<
                                                        { __PLANNED.wrappers & 32 != 0 },
                                                    > as private::Added>::Sum<
                                                        private::Twice<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                        >,
                                                        <private::If<
                                                            { __PLANNED.wrappers & 16 != 0 },
                                                        > as private::Added>::Sum<
                                                            private::Twice<
                                                                private::Twice<private::Twice<private::Twice<private::One>>>,
                                                            >,
                                                            <private::If<
                                                                { __PLANNED.wrappers & 8 != 0 },
                                                            > as private::Added>::Sum<
                                                                private::Twice<
                                                                    private::Twice<private::Twice<private::One>>,
                                                                >,
                                                                <private::If<
                                                                    { __PLANNED.wrappers & 4 != 0 },
                                                                > as private::Added>::Sum<
                                                                    private::Twice<private::Twice<private::One>>,
                                                                    <private::If<
                                                                        { __PLANNED.wrappers & 2 != 0 },
                                                                    > as private::Added>::Sum<
                                                                        private::Twice<private::One>,
                                                                        <private::If<
                                                                            { __PLANNED.wrappers & 1 != 0 },
                                                                        > as private::Added>::Sum<private::One, private::Zero>,
                                                                    >,
                                                                >,
                                                            >,
                                                        >,
                                                    >,
                                                >,
                                            >,
                                        >,
                                    >,
                                >,
                            >,
                        >,
                    >,
                >,
            >;
            const PLAN: private::Plan = __PLANNED.plan();
        }
    };
};
