// Written by `cargo xtask bless`. `private` is the hidden module. Code for a feature is
// shown without the macro that drops it if the feature is off.

pub trait GatewayHooks: private::Send + private::Sync + 'static {
    #[doc(hidden)]
    type __WriteHookimplAboveThisImpl: private::WrittenByHookimpl
    where
        Self: private::Sized;
    /// The first plugin that returns `Some` wins.
    ///
    ///This hook is `firstresult`. A call returns `Option<User>`. A wrapper takes `next: &dyn Fn(&str) -> Option<User>`.
    fn authenticate(&self, token: &str) -> Option<User> {
        private::ignore((token,));
        private::not_implemented("GatewayHooks::authenticate")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __authenticate_wrapper(
        &self,
        token: &str,
        next: &dyn private::Fn(&str) -> Option<User>,
    ) -> Option<User> {
        next(token)
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __authenticate_under_specname(&self, number: usize, token: &str) -> Option<User>
    where
        Self: private::Sized,
    {
        private::ignore((number, token));
        private::not_implemented("GatewayHooks::authenticate")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __authenticate_wrapper_under_specname(
        &self,
        number: usize,
        token: &str,
        next: &dyn private::Fn(&str) -> Option<User>,
    ) -> Option<User>
    where
        Self: private::Sized,
    {
        private::ignore(number);
        next(token)
    }
    ///
    ///A call returns `Vec<&str>`. A wrapper takes `next: &dyn Fn(UserId, &mut Log) -> Vec<&str>`.
    fn describe(&self, id: UserId, log: &mut Log) -> &str {
        private::ignore((id, log));
        private::not_implemented("GatewayHooks::describe")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __describe_wrapper<'__plugin>(
        &'__plugin self,
        id: UserId,
        log: &mut Log,
        next: &dyn private::Fn(UserId, &mut Log) -> private::Vec<&'__plugin str>,
    ) -> private::Vec<&'__plugin str> {
        next(id, log)
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __describe_under_specname<'__plugin>(
        &'__plugin self,
        number: usize,
        id: UserId,
        log: &mut Log,
    ) -> &'__plugin str
    where
        Self: private::Sized,
    {
        private::ignore((number, id, log));
        private::not_implemented("GatewayHooks::describe")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __describe_wrapper_under_specname<'__plugin>(
        &'__plugin self,
        number: usize,
        id: UserId,
        log: &mut Log,
        next: &dyn private::Fn(UserId, &mut Log) -> private::Vec<&'__plugin str>,
    ) -> private::Vec<&'__plugin str>
    where
        Self: private::Sized,
    {
        private::ignore(number);
        next(id, log)
    }
    ///
    ///This hook is `historic`. A call returns `()`. It cannot be wrapped.
    fn on_configured(&self, config: &Config) {
        private::ignore((config,));
        private::not_implemented("GatewayHooks::on_configured")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __on_configured_wrapper(&self, config: &Config, next: &dyn private::Fn(&Config)) {
        next(config)
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __on_configured_under_specname(&self, number: usize, config: &Config)
    where
        Self: private::Sized,
    {
        private::ignore((number, config));
        private::not_implemented("GatewayHooks::on_configured")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __on_configured_wrapper_under_specname(
        &self,
        number: usize,
        config: &Config,
        next: &dyn private::Fn(&Config),
    )
    where
        Self: private::Sized,
    {
        private::ignore(number);
        next(config)
    }
}
///Calls the hooks of [`GatewayHooks`]: one method per hook. The field of the same name gives access to the hookimpls and to other ways to call the hook.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksRelay {
    ///The caller of the hook [`authenticate`](GatewayHooks::authenticate).
    pub authenticate: GatewayHooksAuthenticateCaller,
    ///The caller of the hook [`describe`](GatewayHooks::describe).
    pub describe: GatewayHooksDescribeCaller,
    ///The caller of the hook [`on_configured`](GatewayHooks::on_configured).
    pub on_configured: GatewayHooksOnConfiguredCaller,
}
///The caller of the hook [`authenticate`](GatewayHooks::authenticate): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksAuthenticateCaller(private::HookCaller<dyn GatewayHooks>);
///The caller of the hook [`describe`](GatewayHooks::describe): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksDescribeCaller(private::HookCaller<dyn GatewayHooks>);
///The caller of the hook [`on_configured`](GatewayHooks::on_configured): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksOnConfiguredCaller(private::HookCaller<dyn GatewayHooks>);
#[allow(
    dead_code,
    deprecated,
    unused_imports,
    clippy::inline_always,
    clippy::iter_not_returning_iterator,
    clippy::let_unit_value,
    clippy::ptr_arg,
    clippy::ref_option,
    clippy::ref_option_ref,
    clippy::too_many_arguments,
    clippy::type_complexity
)]
const _: () = {
    use private::{
        AsDebug as _, AsDebugFallback as _, TryClone as _, TryCloneFallback as _,
    };
    impl GatewayHooksRelay {
        /// The first plugin that returns `Some` wins.
        #[inline]
        pub fn authenticate(&self, token: &str) -> Option<User> {
            match self.authenticate.0.direct() {
                private::Some(hookimpls) => {
                    private::call::first(
                        hookimpls,
                        |hookimpl| GatewayHooks::authenticate(hookimpl, token),
                    )
                }
                private::None => {
                    match self.authenticate.0.chain() {
                        private::Some(chain) => {
                            GatewayHooksAuthenticateCaller::__around::<()>(chain, token)
                        }
                        private::None => self.authenticate.__extra::<()>(&[], token),
                    }
                }
            }
        }
        ///Calls the hook [`GatewayHooks::describe`].
        #[inline]
        pub fn describe(&self, id: UserId, log: &mut Log) -> private::Vec<&str> {
            match self.describe.0.direct() {
                private::Some(hookimpls) => {
                    private::call::collect(
                        hookimpls,
                        |hookimpl| GatewayHooks::describe(
                            hookimpl,
                            private::Duplicable::copy(&id),
                            &mut *log,
                        ),
                    )
                }
                private::None => {
                    match self.describe.0.chain() {
                        private::Some(chain) => {
                            GatewayHooksDescribeCaller::__around::<()>(chain, id, log)
                        }
                        private::None => self.describe.__extra::<()>(&[], id, log),
                    }
                }
            }
        }
        ///Calls the hook [`GatewayHooks::on_configured`].
        #[inline]
        pub fn on_configured(&self, config: &Config) {
            self.on_configured.__call::<()>(config)
        }
    }
    impl private::Deref for GatewayHooksAuthenticateCaller {
        type Target = private::HookCaller<dyn GatewayHooks>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    impl GatewayHooksAuthenticateCaller {
        ///Calls the hook with extra implementations for this call only. They run after the hookimpls that are `tryfirst` and before all others, the last one first. See [`GatewayHooks::authenticate`].
        #[inline]
        pub fn call_extra(
            &self,
            extras: &[&dyn private::Fn(&str) -> Option<User>],
            token: &str,
        ) -> Option<User> {
            self.__extra::<()>(extras, token)
        }
        #[inline(never)]
        fn __extra<__L>(
            &self,
            extras: &[&dyn private::Fn(&str) -> Option<User>],
            token: &str,
        ) -> Option<User> {
            private::observed!(
                self.0.observe(extras.len()), ["token" token], plain, self.__call:: < __L
                > (0, extras, token)
            )
        }
        #[inline(never)]
        fn __around<__L>(
            chain: &private::Chain<dyn GatewayHooks>,
            token: &str,
        ) -> Option<User> {
            Self::__within::<__L>(chain, token)
        }
        fn __within<__L>(
            chain: &private::Chain<dyn GatewayHooks>,
            token: &str,
        ) -> Option<User> {
            match chain {
                private::Chain::Wrapper(wrapper) => {
                    let (outer, inner) = &**wrapper;
                    GatewayHooks::__authenticate_wrapper(
                        private::ImplRef::get(outer),
                        token,
                        &|token| Self::__within::<__L>(inner, token),
                    )
                }
                private::Chain::HookImpls(hookimpls) => {
                    private::call::outlined(|| private::call::first(
                        <[_]>::iter(hookimpls),
                        |hookimpl| {
                            let hookimpl = private::ImplRef::get(hookimpl);
                            GatewayHooks::authenticate(hookimpl, token)
                        },
                    ))
                }
            }
        }
        fn __call<__L>(
            &self,
            depth: usize,
            extras: &[&dyn private::Fn(&str) -> Option<User>],
            token: &str,
        ) -> Option<User> {
            match self.0.wrapper(depth) {
                private::Some(wrapper) => {
                    self.0
                        .wrap(
                            wrapper,
                            &mut |step| match step {
                                private::Step::Wrapper(wrapper, keeper) => {
                                    GatewayHooks::__authenticate_wrapper(
                                        wrapper,
                                        token,
                                        &|token| {
                                            private::kept!(
                                                keeper, self.__call:: < __L > (depth + 1, extras, token)
                                            )
                                        },
                                    )
                                }
                                private::Step::Next => {
                                    self.__call::<__L>(depth + 1, extras, token)
                                }
                            },
                            |it| private::observed!(@ plain it),
                        )
                }
                private::None => {
                    private::call::first(
                        self
                            .0
                            .results(
                                extras.len(),
                                &mut |target| match target {
                                    private::Target::HookImpl(hookimpl) => {
                                        GatewayHooks::authenticate(hookimpl, token)
                                    }
                                    private::Target::Extra(extra) => extras[extra](token),
                                },
                                |it| private::observed!(@ plain it),
                            ),
                        private::identity,
                    )
                }
            }
        }
    }
    impl private::Deref for GatewayHooksDescribeCaller {
        type Target = private::HookCaller<dyn GatewayHooks>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    impl GatewayHooksDescribeCaller {
        ///Calls the hook with extra implementations for this call only. They run after the hookimpls that are `tryfirst` and before all others, the last one first. See [`GatewayHooks::describe`].
        #[inline]
        pub fn call_extra<'__plugin>(
            &'__plugin self,
            extras: &'__plugin [&'__plugin dyn private::Fn(
                UserId,
                &mut Log,
            ) -> &'__plugin str],
            id: UserId,
            log: &mut Log,
        ) -> private::Vec<&'__plugin str> {
            self.__extra::<()>(extras, id, log)
        }
        #[inline(never)]
        fn __extra<'__plugin, __L>(
            &'__plugin self,
            extras: &'__plugin [&'__plugin dyn private::Fn(
                UserId,
                &mut Log,
            ) -> &'__plugin str],
            id: UserId,
            log: &mut Log,
        ) -> private::Vec<&'__plugin str> {
            private::observed!(
                self.0.observe(extras.len()), ["id" id, "log" log], plain, self.__call::
                < __L > (0, extras, id, log)
            )
        }
        #[inline(never)]
        fn __around<'__plugin, __L>(
            chain: &'__plugin private::Chain<dyn GatewayHooks>,
            id: UserId,
            log: &mut Log,
        ) -> private::Vec<&'__plugin str> {
            Self::__within::<__L>(chain, id, log)
        }
        fn __within<'__plugin, __L>(
            chain: &'__plugin private::Chain<dyn GatewayHooks>,
            id: UserId,
            log: &mut Log,
        ) -> private::Vec<&'__plugin str> {
            match chain {
                private::Chain::Wrapper(wrapper) => {
                    let (outer, inner) = &**wrapper;
                    GatewayHooks::__describe_wrapper(
                        private::ImplRef::get(outer),
                        id,
                        log,
                        &|id, log| Self::__within::<__L>(inner, id, log),
                    )
                }
                private::Chain::HookImpls(hookimpls) => {
                    private::call::outlined(|| private::call::collect(
                        <[_]>::iter(hookimpls),
                        |hookimpl| {
                            let hookimpl = private::ImplRef::get(hookimpl);
                            GatewayHooks::describe(
                                hookimpl,
                                private::Duplicable::copy(&id),
                                &mut *log,
                            )
                        },
                    ))
                }
            }
        }
        fn __call<'__plugin, __L>(
            &'__plugin self,
            depth: usize,
            extras: &'__plugin [&'__plugin dyn private::Fn(
                UserId,
                &mut Log,
            ) -> &'__plugin str],
            id: UserId,
            log: &mut Log,
        ) -> private::Vec<&'__plugin str> {
            match self.0.wrapper(depth) {
                private::Some(wrapper) => {
                    self.0
                        .wrap(
                            wrapper,
                            &mut |step| match step {
                                private::Step::Wrapper(wrapper, keeper) => {
                                    GatewayHooks::__describe_wrapper(
                                        wrapper,
                                        private::Duplicable::copy(&id),
                                        &mut *log,
                                        &|id, log| {
                                            private::kept!(
                                                keeper, self.__call:: < __L > (depth + 1, extras, id, log)
                                            )
                                        },
                                    )
                                }
                                private::Step::Next => {
                                    self.__call::<
                                            __L,
                                        >(
                                        depth + 1,
                                        extras,
                                        private::Duplicable::copy(&id),
                                        &mut *log,
                                    )
                                }
                            },
                            |it| private::observed!(@ plain it),
                        )
                }
                private::None => {
                    private::call::collect(
                        self
                            .0
                            .results(
                                extras.len(),
                                &mut |target| match target {
                                    private::Target::HookImpl(hookimpl) => {
                                        GatewayHooks::describe(
                                            hookimpl,
                                            private::Duplicable::copy(&id),
                                            &mut *log,
                                        )
                                    }
                                    private::Target::Extra(extra) => {
                                        extras[extra](private::Duplicable::copy(&id), &mut *log)
                                    }
                                },
                                |it| private::observed!(@ plain it),
                            ),
                        private::identity,
                    )
                }
            }
        }
    }
    impl private::Deref for GatewayHooksOnConfiguredCaller {
        type Target = private::HookCaller<dyn GatewayHooks>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    impl GatewayHooksOnConfiguredCaller {
        #[inline(never)]
        fn __call<__L>(&self, config: &Config) {
            let live = {
                let config = private::keep::<Config>(config);
                self.0
                    .remember(move |hookimpl, observation| {
                        let config: &Config = private::Borrow::borrow(&config);
                        let result = private::observed!(
                            observation, ["config" config], plain,
                            GatewayHooks::on_configured(hookimpl, config)
                        );
                        private::replayed::every(result)
                    })
            };
            private::observed!(
                self.0.observe_live(& live), ["config" config], plain,
                private::call::every(self.0.live_results(& live, & mut | hookimpl |
                GatewayHooks::on_configured(hookimpl, config), | it |
                private::observed!(@ plain it),), private::identity,)
            )
        }
    }
    impl private::HasRelay for dyn GatewayHooks + '_ {
        type Relay = GatewayHooksRelay;
    }
    impl private::HookSpec for dyn GatewayHooks {
        const INFO: &'static private::HookSpecInfo = &private::new_hookspec(
            "GatewayHooks",
            private::None,
            private::package!(),
            private::location!(),
            &[
                private::new_hook(
                    "GatewayHooks",
                    "authenticate",
                    &["token"],
                    true,
                    false,
                ),
                private::new_hook(
                    "GatewayHooks",
                    "describe",
                    &["id", "log"],
                    false,
                    false,
                ),
                private::new_hook(
                    "GatewayHooks",
                    "on_configured",
                    &["config"],
                    false,
                    true,
                ),
            ],
        );
        fn relay(mut callers: private::Callers<'_, Self>) -> GatewayHooksRelay {
            GatewayHooksRelay {
                authenticate: GatewayHooksAuthenticateCaller(callers.next_caller()),
                describe: GatewayHooksDescribeCaller(callers.next_caller()),
                on_configured: GatewayHooksOnConfiguredCaller(callers.next_caller()),
            }
        }
        #[inline(never)]
        fn __hookspec_writes_this() -> private::Erased {
            private::erased::<Self>()
        }
    }
    private::register!(
        __HOOKSPEC, private::Entry::HookSpec(< dyn GatewayHooks as private::HookSpec >
        ::INFO)
    );
};
#[allow(dead_code, non_camel_case_types)]
enum __GatewayHooksHook {
    authenticate,
    describe,
    on_configured,
}
#[allow(dead_code, deprecated, non_upper_case_globals)]
impl dyn GatewayHooks {
    #[doc(hidden)]
    pub const __authenticate_hook: usize = __GatewayHooksHook::authenticate as usize;
    #[doc(hidden)]
    pub const __describe_hook: usize = __GatewayHooksHook::describe as usize;
    #[doc(hidden)]
    pub const __on_configured_hook: usize = __GatewayHooksHook::on_configured as usize;
    #[doc(hidden)]
    pub const fn __on_configured_takes_wrappers() -> private::Historic {
        private::Historic
    }
}
///Calls the hooks of [`GatewayHooks`] on a plugin set: one method per hook.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
pub struct GatewayHooksStaticHooks<'set, __L>(&'set __L);
#[allow(
    dead_code,
    deprecated,
    unused_imports,
    clippy::inline_always,
    clippy::iter_not_returning_iterator,
    clippy::let_unit_value,
    clippy::ptr_arg,
    clippy::ref_option,
    clippy::ref_option_ref,
    clippy::too_many_arguments,
    clippy::type_complexity
)]
const _: () = {
    impl private::StaticHookSpec for dyn GatewayHooks {
        type StaticHooks<'set, __L: 'set> = GatewayHooksStaticHooks<'set, __L>;
        #[inline]
        fn static_hooks<__L>(set: &__L) -> GatewayHooksStaticHooks<'_, __L> {
            GatewayHooksStaticHooks(set)
        }
    }
    impl<__L> private::Debug for GatewayHooksStaticHooks<'_, __L> {
        fn fmt(&self, f: &mut private::Formatter<'_>) -> private::fmt::Result {
            private::Formatter::write_str(f, "GatewayHooks")
        }
    }
    impl<__L> private::Clone for GatewayHooksStaticHooks<'_, __L> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl<__L> private::Copy for GatewayHooksStaticHooks<'_, __L> {}
    impl<'__plugin, __L> GatewayHooksStaticHooks<'__plugin, __L>
    where
        __L: private::Supports<dyn GatewayHooks>,
        <__L as private::Supports<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        /// The first plugin that returns `Some` wins.
        #[inline]
        pub fn authenticate(&self, token: &str) -> Option<User> {
            __authenticate_around::<
                __L,
                <__L as private::Supports<dyn GatewayHooks>>::Wrappers,
            >(self.0, token)
        }
        ///Calls the hook [`GatewayHooks::describe`].
        #[inline]
        pub fn describe(
            &self,
            id: UserId,
            log: &mut Log,
        ) -> private::Vec<&'__plugin str> {
            __describe_around::<
                __L,
                <__L as private::Supports<dyn GatewayHooks>>::Wrappers,
            >(self.0, id, log)
        }
        ///Calls the hook [`GatewayHooks::on_configured`].
        #[inline]
        pub fn on_configured(&self, config: &Config) {
            __on_configured_around::<
                __L,
                <__L as private::Supports<dyn GatewayHooks>>::Wrappers,
            >(self.0, config)
        }
    }
    #[inline(always)]
    fn __authenticate_around<__L, __W: private::Number>(
        set: &__L,
        token: &str,
    ) -> Option<User>
    where
        __L: private::Supports<dyn GatewayHooks>,
        <__L as private::Supports<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::HookQuery::<
                __L,
                dyn GatewayHooks,
            >::has_wrapper::<__W>(<dyn GatewayHooks>::__authenticate_hook)
        } {
            return <__L as private::Supports<
                dyn GatewayHooks,
            >>::Tree::__authenticate_wrapper::<
                __W,
            >(set, token, &|token| __authenticate_around::<__L, __W::Less>(set, token));
        }
        let mut gather = <private::gather::First<
            _,
        > as private::Gather<
            Option<User>,
        >>::new(const {
            private::HookQuery::<
                __L,
                dyn GatewayHooks,
            >::capacity(<dyn GatewayHooks>::__authenticate_hook)
        });
        __authenticate_passes::<
            __L,
            <__L as private::Supports<dyn GatewayHooks>>::Passes,
            _,
        >(set, &mut gather, token);
        private::Gather::finish(gather)
    }
    #[inline(always)]
    fn __authenticate_passes<
        __L,
        __P: private::Number,
        __G: private::Gather<Option<User>>,
    >(set: &__L, gather: &mut __G, token: &str) -> bool
    where
        __L: private::Supports<dyn GatewayHooks>,
        <__L as private::Supports<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::HookQuery::<
                __L,
                dyn GatewayHooks,
            >::has_pass::<__P>(<dyn GatewayHooks>::__authenticate_hook)
        } {
            <__L as private::Supports<
                dyn GatewayHooks,
            >>::Tree::authenticate::<__P, __G>(set, gather, token)
                && __authenticate_passes::<__L, __P::Less, __G>(set, gather, token)
        } else {
            true
        }
    }
    #[inline(always)]
    fn __describe_around<'__plugin, __L, __W: private::Number>(
        set: &'__plugin __L,
        id: UserId,
        log: &mut Log,
    ) -> private::Vec<&'__plugin str>
    where
        __L: private::Supports<dyn GatewayHooks>,
        <__L as private::Supports<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::HookQuery::<
                __L,
                dyn GatewayHooks,
            >::has_wrapper::<__W>(<dyn GatewayHooks>::__describe_hook)
        } {
            return <__L as private::Supports<
                dyn GatewayHooks,
            >>::Tree::__describe_wrapper::<
                __W,
            >(
                set,
                id,
                log,
                &|id, log| __describe_around::<__L, __W::Less>(set, id, log),
            );
        }
        let mut gather = <private::gather::Collect<
            _,
        > as private::Gather<
            &'__plugin str,
        >>::new(const {
            private::HookQuery::<
                __L,
                dyn GatewayHooks,
            >::capacity(<dyn GatewayHooks>::__describe_hook)
        });
        __describe_passes::<
            __L,
            <__L as private::Supports<dyn GatewayHooks>>::Passes,
            _,
        >(set, &mut gather, &id, log);
        private::Gather::finish(gather)
    }
    #[inline(always)]
    fn __describe_passes<
        '__plugin,
        __L,
        __P: private::Number,
        __G: private::Gather<&'__plugin str>,
    >(set: &'__plugin __L, gather: &mut __G, id: &UserId, log: &mut Log) -> bool
    where
        __L: private::Supports<dyn GatewayHooks>,
        <__L as private::Supports<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::HookQuery::<
                __L,
                dyn GatewayHooks,
            >::has_pass::<__P>(<dyn GatewayHooks>::__describe_hook)
        } {
            <__L as private::Supports<
                dyn GatewayHooks,
            >>::Tree::describe::<__P, __G>(set, gather, id, &mut *log)
                && __describe_passes::<__L, __P::Less, __G>(set, gather, id, &mut *log)
        } else {
            true
        }
    }
    #[inline(always)]
    fn __on_configured_around<__L, __W: private::Number>(set: &__L, config: &Config)
    where
        __L: private::Supports<dyn GatewayHooks>,
        <__L as private::Supports<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        let mut gather = <private::gather::Every as private::Gather<
            (),
        >>::new(const {
            private::HookQuery::<
                __L,
                dyn GatewayHooks,
            >::capacity(<dyn GatewayHooks>::__on_configured_hook)
        });
        __on_configured_passes::<
            __L,
            <__L as private::Supports<dyn GatewayHooks>>::Passes,
            _,
        >(set, &mut gather, config);
        private::Gather::finish(gather)
    }
    #[inline(always)]
    fn __on_configured_passes<__L, __P: private::Number, __G: private::Gather<()>>(
        set: &__L,
        gather: &mut __G,
        config: &Config,
    ) -> bool
    where
        __L: private::Supports<dyn GatewayHooks>,
        <__L as private::Supports<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::HookQuery::<
                __L,
                dyn GatewayHooks,
            >::has_pass::<__P>(<dyn GatewayHooks>::__on_configured_hook)
        } {
            <__L as private::Supports<
                dyn GatewayHooks,
            >>::Tree::on_configured::<__P, __G>(set, gather, config)
                && __on_configured_passes::<__L, __P::Less, __G>(set, gather, config)
        } else {
            true
        }
    }
    pub trait __Walk<__L: private::Supports<dyn GatewayHooks>> {
        #[inline(always)]
        fn authenticate<__P: private::Number, __G: private::Gather<Option<User>>>(
            set: &__L,
            gather: &mut __G,
            token: &str,
        ) -> bool {
            private::ignore((set, gather, token));
            true
        }
        #[inline(always)]
        fn __authenticate_wrapper<__W: private::Number>(
            set: &__L,
            token: &str,
            next: &dyn private::Fn(&str) -> Option<User>,
        ) -> Option<User> {
            private::ignore(set);
            next(token)
        }
        #[inline(always)]
        fn describe<
            '__plugin,
            __P: private::Number,
            __G: private::Gather<&'__plugin str>,
        >(set: &'__plugin __L, gather: &mut __G, id: &UserId, log: &mut Log) -> bool {
            private::ignore((set, gather, id, log));
            true
        }
        #[inline(always)]
        fn __describe_wrapper<'__plugin, __W: private::Number>(
            set: &'__plugin __L,
            id: UserId,
            log: &mut Log,
            next: &dyn private::Fn(UserId, &mut Log) -> private::Vec<&'__plugin str>,
        ) -> private::Vec<&'__plugin str> {
            private::ignore(set);
            next(id, log)
        }
        #[inline(always)]
        fn on_configured<__P: private::Number, __G: private::Gather<()>>(
            set: &__L,
            gather: &mut __G,
            config: &Config,
        ) -> bool {
            private::ignore((set, gather, config));
            true
        }
    }
    impl<__L: private::Supports<dyn GatewayHooks>, const __N: usize> __Walk<__L>
    for private::NoMember<__N> {}
    impl<__L, const __N: usize> __Walk<__L> for private::Member<__N>
    where
        __L: private::Supports<dyn GatewayHooks> + private::Field<__N>,
        <__L as private::Field<
            __N,
        >>::Plugin: GatewayHooks + private::HookImpls<dyn GatewayHooks>,
    {
        #[inline(always)]
        fn authenticate<__P: private::Number, __G: private::Gather<Option<User>>>(
            set: &__L,
            gather: &mut __G,
            token: &str,
        ) -> bool {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::HookQuery::<
                    __L,
                    dyn GatewayHooks,
                >::implementation::<__P, Self>(<dyn GatewayHooks>::__authenticate_hook)
            } {
                private::NONE => true,
                0 => {
                    private::omits_hook::<
                        _,
                        dyn GatewayHooks,
                    >(plugin, <dyn GatewayHooks>::__authenticate_hook)
                        || private::Gather::push(
                            gather,
                            GatewayHooks::authenticate(plugin, token),
                        )
                }
                number => {
                    private::Gather::push(
                        gather,
                        GatewayHooks::__authenticate_under_specname(
                            plugin,
                            number,
                            token,
                        ),
                    )
                }
            }
        }
        #[inline(always)]
        fn __authenticate_wrapper<__W: private::Number>(
            set: &__L,
            token: &str,
            next: &dyn private::Fn(&str) -> Option<User>,
        ) -> Option<User> {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::HookQuery::<
                    __L,
                    dyn GatewayHooks,
                >::wrapper::<__W, Self>(<dyn GatewayHooks>::__authenticate_hook)
            } {
                0 => GatewayHooks::__authenticate_wrapper(plugin, token, next),
                number => {
                    GatewayHooks::__authenticate_wrapper_under_specname(
                        plugin,
                        number,
                        token,
                        next,
                    )
                }
            }
        }
        #[inline(always)]
        fn describe<
            '__plugin,
            __P: private::Number,
            __G: private::Gather<&'__plugin str>,
        >(set: &'__plugin __L, gather: &mut __G, id: &UserId, log: &mut Log) -> bool {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::HookQuery::<
                    __L,
                    dyn GatewayHooks,
                >::implementation::<__P, Self>(<dyn GatewayHooks>::__describe_hook)
            } {
                private::NONE => true,
                0 => {
                    private::omits_hook::<
                        _,
                        dyn GatewayHooks,
                    >(plugin, <dyn GatewayHooks>::__describe_hook)
                        || private::Gather::push(
                            gather,
                            GatewayHooks::describe(
                                plugin,
                                private::Duplicable::copy(&*id),
                                &mut *log,
                            ),
                        )
                }
                number => {
                    private::Gather::push(
                        gather,
                        GatewayHooks::__describe_under_specname(
                            plugin,
                            number,
                            private::Duplicable::copy(&*id),
                            &mut *log,
                        ),
                    )
                }
            }
        }
        #[inline(always)]
        fn __describe_wrapper<'__plugin, __W: private::Number>(
            set: &'__plugin __L,
            id: UserId,
            log: &mut Log,
            next: &dyn private::Fn(UserId, &mut Log) -> private::Vec<&'__plugin str>,
        ) -> private::Vec<&'__plugin str> {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::HookQuery::<
                    __L,
                    dyn GatewayHooks,
                >::wrapper::<__W, Self>(<dyn GatewayHooks>::__describe_hook)
            } {
                0 => GatewayHooks::__describe_wrapper(plugin, id, log, next),
                number => {
                    GatewayHooks::__describe_wrapper_under_specname(
                        plugin,
                        number,
                        id,
                        log,
                        next,
                    )
                }
            }
        }
        #[inline(always)]
        fn on_configured<__P: private::Number, __G: private::Gather<()>>(
            set: &__L,
            gather: &mut __G,
            config: &Config,
        ) -> bool {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::HookQuery::<
                    __L,
                    dyn GatewayHooks,
                >::implementation::<__P, Self>(<dyn GatewayHooks>::__on_configured_hook)
            } {
                private::NONE => true,
                0 => {
                    private::omits_hook::<
                        _,
                        dyn GatewayHooks,
                    >(plugin, <dyn GatewayHooks>::__on_configured_hook)
                        || private::Gather::push(
                            gather,
                            GatewayHooks::on_configured(plugin, config),
                        )
                }
                number => {
                    private::Gather::push(
                        gather,
                        GatewayHooks::__on_configured_under_specname(
                            plugin,
                            number,
                            config,
                        ),
                    )
                }
            }
        }
    }
    impl<__L, __A, __B> __Walk<__L> for private::Pair<__A, __B>
    where
        __L: private::Supports<dyn GatewayHooks>,
        __A: private::Span + __Walk<__L>,
        __B: private::Span + __Walk<__L>,
    {
        #[inline(always)]
        fn authenticate<__P: private::Number, __G: private::Gather<Option<User>>>(
            set: &__L,
            gather: &mut __G,
            token: &str,
        ) -> bool {
            if const {
                private::HookQuery::<__L, dyn GatewayHooks>::is_newest_first::<__P>()
            } {
                (const {
                    private::HookQuery::<
                        __L,
                        dyn GatewayHooks,
                    >::implementation::<
                        __P,
                        __B,
                    >(<dyn GatewayHooks>::__authenticate_hook) == private::NONE
                } || __B::authenticate::<__P, __G>(set, gather, token))
                    && (const {
                        private::HookQuery::<
                            __L,
                            dyn GatewayHooks,
                        >::implementation::<
                            __P,
                            __A,
                        >(<dyn GatewayHooks>::__authenticate_hook) == private::NONE
                    } || __A::authenticate::<__P, __G>(set, gather, token))
            } else {
                (const {
                    private::HookQuery::<
                        __L,
                        dyn GatewayHooks,
                    >::implementation::<
                        __P,
                        __A,
                    >(<dyn GatewayHooks>::__authenticate_hook) == private::NONE
                } || __A::authenticate::<__P, __G>(set, gather, token))
                    && (const {
                        private::HookQuery::<
                            __L,
                            dyn GatewayHooks,
                        >::implementation::<
                            __P,
                            __B,
                        >(<dyn GatewayHooks>::__authenticate_hook) == private::NONE
                    } || __B::authenticate::<__P, __G>(set, gather, token))
            }
        }
        #[inline(always)]
        fn __authenticate_wrapper<__W: private::Number>(
            set: &__L,
            token: &str,
            next: &dyn private::Fn(&str) -> Option<User>,
        ) -> Option<User> {
            if const {
                private::HookQuery::<
                    __L,
                    dyn GatewayHooks,
                >::wrapper::<__W, __A>(<dyn GatewayHooks>::__authenticate_hook)
                    == private::NONE
            } {
                __B::__authenticate_wrapper::<__W>(set, token, next)
            } else {
                __A::__authenticate_wrapper::<__W>(set, token, next)
            }
        }
        #[inline(always)]
        fn describe<
            '__plugin,
            __P: private::Number,
            __G: private::Gather<&'__plugin str>,
        >(set: &'__plugin __L, gather: &mut __G, id: &UserId, log: &mut Log) -> bool {
            if const {
                private::HookQuery::<__L, dyn GatewayHooks>::is_newest_first::<__P>()
            } {
                (const {
                    private::HookQuery::<
                        __L,
                        dyn GatewayHooks,
                    >::implementation::<__P, __B>(<dyn GatewayHooks>::__describe_hook)
                        == private::NONE
                } || __B::describe::<__P, __G>(set, gather, id, &mut *log))
                    && (const {
                        private::HookQuery::<
                            __L,
                            dyn GatewayHooks,
                        >::implementation::<
                            __P,
                            __A,
                        >(<dyn GatewayHooks>::__describe_hook) == private::NONE
                    } || __A::describe::<__P, __G>(set, gather, id, &mut *log))
            } else {
                (const {
                    private::HookQuery::<
                        __L,
                        dyn GatewayHooks,
                    >::implementation::<__P, __A>(<dyn GatewayHooks>::__describe_hook)
                        == private::NONE
                } || __A::describe::<__P, __G>(set, gather, id, &mut *log))
                    && (const {
                        private::HookQuery::<
                            __L,
                            dyn GatewayHooks,
                        >::implementation::<
                            __P,
                            __B,
                        >(<dyn GatewayHooks>::__describe_hook) == private::NONE
                    } || __B::describe::<__P, __G>(set, gather, id, &mut *log))
            }
        }
        #[inline(always)]
        fn __describe_wrapper<'__plugin, __W: private::Number>(
            set: &'__plugin __L,
            id: UserId,
            log: &mut Log,
            next: &dyn private::Fn(UserId, &mut Log) -> private::Vec<&'__plugin str>,
        ) -> private::Vec<&'__plugin str> {
            if const {
                private::HookQuery::<
                    __L,
                    dyn GatewayHooks,
                >::wrapper::<__W, __A>(<dyn GatewayHooks>::__describe_hook)
                    == private::NONE
            } {
                __B::__describe_wrapper::<__W>(set, id, log, next)
            } else {
                __A::__describe_wrapper::<__W>(set, id, log, next)
            }
        }
        #[inline(always)]
        fn on_configured<__P: private::Number, __G: private::Gather<()>>(
            set: &__L,
            gather: &mut __G,
            config: &Config,
        ) -> bool {
            if const {
                private::HookQuery::<__L, dyn GatewayHooks>::is_newest_first::<__P>()
            } {
                (const {
                    private::HookQuery::<
                        __L,
                        dyn GatewayHooks,
                    >::implementation::<
                        __P,
                        __B,
                    >(<dyn GatewayHooks>::__on_configured_hook) == private::NONE
                } || __B::on_configured::<__P, __G>(set, gather, config))
                    && (const {
                        private::HookQuery::<
                            __L,
                            dyn GatewayHooks,
                        >::implementation::<
                            __P,
                            __A,
                        >(<dyn GatewayHooks>::__on_configured_hook) == private::NONE
                    } || __A::on_configured::<__P, __G>(set, gather, config))
            } else {
                (const {
                    private::HookQuery::<
                        __L,
                        dyn GatewayHooks,
                    >::implementation::<
                        __P,
                        __A,
                    >(<dyn GatewayHooks>::__on_configured_hook) == private::NONE
                } || __A::on_configured::<__P, __G>(set, gather, config))
                    && (const {
                        private::HookQuery::<
                            __L,
                            dyn GatewayHooks,
                        >::implementation::<
                            __P,
                            __B,
                        >(<dyn GatewayHooks>::__on_configured_hook) == private::NONE
                    } || __B::on_configured::<__P, __G>(set, gather, config))
            }
        }
    }
};
const _: () = {
    trait __Method2 {
        fn check_basic(&self, argument1: &str) -> Option<User>;
    }
    impl __Method2 for Auth {
        fn check_basic(&self, token: &str) -> Option<User> {
            self.basic(token)
        }
    }
    impl GatewayHooks for Auth {
        type __WriteHookimplAboveThisImpl = private::HookimplAttribute;
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
                2 => __Method2::check_basic(self, argument1),
                _ => {
                    private::ignore((argument1,));
                    private::not_implemented("authenticate")
                }
            }
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
                        "check_basic",
                        private::Precedence::Normal,
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
                                __Method2::check_basic(&*self.0, argument1)
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
