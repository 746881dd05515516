// Written by `cargo xtask bless`. `private` is the hidden module. Code for a feature is
// shown without the macro that drops it if the feature is off.

pub trait GatewayHooks: private::Send + private::Sync + 'static {
    #[doc(hidden)]
    type __WriteHookimplAboveThisImpl: private::WrittenByHookimpl
    where
        Self: private::Sized;
    /// Every plugin is called; the results are collected.
    ///
    ///A call returns `Vec<Response>`. A wrapper takes `next: &dyn Fn(&Request) -> Vec<Response>`.
    fn process_request(&self, request: &Request) -> Option<Response> {
        private::ignore((request,));
        private::not_implemented("GatewayHooks::process_request")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __process_request_wrapper(
        &self,
        request: &Request,
        next: &dyn private::Fn(&Request) -> private::Vec<Response>,
    ) -> private::Vec<Response> {
        next(request)
    }
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
    ///
    ///A call returns `()`. A wrapper takes `next: &dyn Fn()`.
    fn on_startup(&self) {
        private::not_implemented("GatewayHooks::on_startup")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __on_startup_wrapper(&self, next: &dyn private::Fn()) {
        next()
    }
    /// Plugins that are registered later receive earlier calls too.
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
}
///Calls the hooks of [`GatewayHooks`]: one method per hook. The field of the same name gives access to the hookimpls and to other ways to call the hook.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksRelay {
    ///The caller of the hook [`process_request`](GatewayHooks::process_request).
    pub process_request: GatewayHooksProcessRequestCaller,
    ///The caller of the hook [`authenticate`](GatewayHooks::authenticate).
    pub authenticate: GatewayHooksAuthenticateCaller,
    ///The caller of the hook [`on_startup`](GatewayHooks::on_startup).
    pub on_startup: GatewayHooksOnStartupCaller,
    ///The caller of the hook [`on_configured`](GatewayHooks::on_configured).
    pub on_configured: GatewayHooksOnConfiguredCaller,
}
///The caller of the hook [`process_request`](GatewayHooks::process_request): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksProcessRequestCaller(private::HookCaller<dyn GatewayHooks>);
///The caller of the hook [`authenticate`](GatewayHooks::authenticate): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksAuthenticateCaller(private::HookCaller<dyn GatewayHooks>);
///The caller of the hook [`on_startup`](GatewayHooks::on_startup): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksOnStartupCaller(private::HookCaller<dyn GatewayHooks>);
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
        /// Every plugin is called; the results are collected.
        #[inline]
        pub fn process_request(&self, request: &Request) -> private::Vec<Response> {
            match self.process_request.0.direct() {
                private::Some(hookimpls) => {
                    private::call::collect_some(
                        hookimpls,
                        |hookimpl| GatewayHooks::process_request(hookimpl, request),
                    )
                }
                private::None => {
                    match self.process_request.0.chain() {
                        private::Some(chain) => {
                            GatewayHooksProcessRequestCaller::__around::<
                                (),
                            >(chain, request)
                        }
                        private::None => self.process_request.__extra::<()>(&[], request),
                    }
                }
            }
        }
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
        ///Calls the hook [`GatewayHooks::on_startup`].
        #[inline]
        pub fn on_startup(&self) {
            match self.on_startup.0.direct() {
                private::Some(hookimpls) => {
                    private::call::every(
                        hookimpls,
                        |hookimpl| GatewayHooks::on_startup(hookimpl),
                    )
                }
                private::None => {
                    match self.on_startup.0.chain() {
                        private::Some(chain) => {
                            GatewayHooksOnStartupCaller::__around::<()>(chain)
                        }
                        private::None => self.on_startup.__extra::<()>(&[]),
                    }
                }
            }
        }
        /// Plugins that are registered later receive earlier calls too.
        #[inline]
        pub fn on_configured(&self, config: &Config) {
            self.on_configured.__call::<()>(config)
        }
    }
    impl private::Deref for GatewayHooksProcessRequestCaller {
        type Target = private::HookCaller<dyn GatewayHooks>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    impl GatewayHooksProcessRequestCaller {
        ///Calls the hook with extra implementations for this call only. They run after the hookimpls that are `tryfirst` and before all others, the last one first. See [`GatewayHooks::process_request`].
        #[inline]
        pub fn call_extra(
            &self,
            extras: &[&dyn private::Fn(&Request) -> Option<Response>],
            request: &Request,
        ) -> private::Vec<Response> {
            self.__extra::<()>(extras, request)
        }
        #[inline(never)]
        fn __extra<__L>(
            &self,
            extras: &[&dyn private::Fn(&Request) -> Option<Response>],
            request: &Request,
        ) -> private::Vec<Response> {
            private::observed!(
                self.0.observe(extras.len()), ["request" request], plain, self.__call:: <
                __L > (0, extras, request)
            )
        }
        #[inline(never)]
        fn __around<__L>(
            chain: &private::Chain<dyn GatewayHooks>,
            request: &Request,
        ) -> private::Vec<Response> {
            Self::__within::<__L>(chain, request)
        }
        fn __within<__L>(
            chain: &private::Chain<dyn GatewayHooks>,
            request: &Request,
        ) -> private::Vec<Response> {
            match chain {
                private::Chain::Wrapper(wrapper) => {
                    let (outer, inner) = &**wrapper;
                    GatewayHooks::__process_request_wrapper(
                        private::ImplRef::get(outer),
                        request,
                        &|request| Self::__within::<__L>(inner, request),
                    )
                }
                private::Chain::HookImpls(hookimpls) => {
                    private::call::outlined(|| private::call::collect_some(
                        <[_]>::iter(hookimpls),
                        |hookimpl| {
                            let hookimpl = private::ImplRef::get(hookimpl);
                            GatewayHooks::process_request(hookimpl, request)
                        },
                    ))
                }
            }
        }
        fn __call<__L>(
            &self,
            depth: usize,
            extras: &[&dyn private::Fn(&Request) -> Option<Response>],
            request: &Request,
        ) -> private::Vec<Response> {
            match self.0.wrapper(depth) {
                private::Some(wrapper) => {
                    self.0
                        .wrap(
                            wrapper,
                            &mut |step| match step {
                                private::Step::Wrapper(wrapper, keeper) => {
                                    GatewayHooks::__process_request_wrapper(
                                        wrapper,
                                        request,
                                        &|request| {
                                            private::kept!(
                                                keeper, self.__call:: < __L > (depth + 1, extras, request)
                                            )
                                        },
                                    )
                                }
                                private::Step::Next => {
                                    self.__call::<__L>(depth + 1, extras, request)
                                }
                            },
                            |it| private::observed!(@ plain it),
                        )
                }
                private::None => {
                    private::call::collect_some(
                        self
                            .0
                            .results(
                                extras.len(),
                                &mut |target| match target {
                                    private::Target::HookImpl(hookimpl) => {
                                        GatewayHooks::process_request(hookimpl, request)
                                    }
                                    private::Target::Extra(extra) => extras[extra](request),
                                },
                                |it| private::observed!(@ plain it),
                            ),
                        private::identity,
                    )
                }
            }
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
    impl private::Deref for GatewayHooksOnStartupCaller {
        type Target = private::HookCaller<dyn GatewayHooks>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    impl GatewayHooksOnStartupCaller {
        ///Calls the hook with extra implementations for this call only. They run after the hookimpls that are `tryfirst` and before all others, the last one first. See [`GatewayHooks::on_startup`].
        #[inline]
        pub fn call_extra(&self, extras: &[&dyn private::Fn()]) {
            self.__extra::<()>(extras)
        }
        #[inline(never)]
        fn __extra<__L>(&self, extras: &[&dyn private::Fn()]) {
            private::observed!(
                self.0.observe(extras.len()), [], plain, self.__call:: < __L > (0,
                extras,)
            )
        }
        #[inline(never)]
        fn __around<__L>(chain: &private::Chain<dyn GatewayHooks>) {
            Self::__within::<__L>(chain)
        }
        fn __within<__L>(chain: &private::Chain<dyn GatewayHooks>) {
            match chain {
                private::Chain::Wrapper(wrapper) => {
                    let (outer, inner) = &**wrapper;
                    GatewayHooks::__on_startup_wrapper(
                        private::ImplRef::get(outer),
                        &|| Self::__within::<__L>(inner),
                    )
                }
                private::Chain::HookImpls(hookimpls) => {
                    private::call::outlined(|| private::call::every(
                        <[_]>::iter(hookimpls),
                        |hookimpl| {
                            let hookimpl = private::ImplRef::get(hookimpl);
                            GatewayHooks::on_startup(hookimpl)
                        },
                    ))
                }
            }
        }
        fn __call<__L>(&self, depth: usize, extras: &[&dyn private::Fn()]) {
            match self.0.wrapper(depth) {
                private::Some(wrapper) => {
                    self.0
                        .wrap(
                            wrapper,
                            &mut |step| match step {
                                private::Step::Wrapper(wrapper, keeper) => {
                                    GatewayHooks::__on_startup_wrapper(
                                        wrapper,
                                        &|| {
                                            private::kept!(
                                                keeper, self.__call:: < __L > (depth + 1, extras,)
                                            )
                                        },
                                    )
                                }
                                private::Step::Next => self.__call::<__L>(depth + 1, extras),
                            },
                            |it| private::observed!(@ plain it),
                        )
                }
                private::None => {
                    private::call::every(
                        self
                            .0
                            .results(
                                extras.len(),
                                &mut |target| match target {
                                    private::Target::HookImpl(hookimpl) => {
                                        GatewayHooks::on_startup(hookimpl)
                                    }
                                    private::Target::Extra(extra) => extras[extra](),
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
                    "process_request",
                    &["request"],
                    false,
                    false,
                ),
                private::new_hook(
                    "GatewayHooks",
                    "authenticate",
                    &["token"],
                    true,
                    false,
                ),
                private::new_hook("GatewayHooks", "on_startup", &[], false, false),
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
                process_request: GatewayHooksProcessRequestCaller(callers.next_caller()),
                authenticate: GatewayHooksAuthenticateCaller(callers.next_caller()),
                on_startup: GatewayHooksOnStartupCaller(callers.next_caller()),
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
    process_request,
    authenticate,
    on_startup,
    on_configured,
}
#[allow(dead_code, deprecated, non_upper_case_globals)]
impl dyn GatewayHooks {
    #[doc(hidden)]
    pub const __process_request_hook: usize = __GatewayHooksHook::process_request
        as usize;
    #[doc(hidden)]
    pub const __authenticate_hook: usize = __GatewayHooksHook::authenticate as usize;
    #[doc(hidden)]
    pub const __on_startup_hook: usize = __GatewayHooksHook::on_startup as usize;
    #[doc(hidden)]
    pub const __on_configured_hook: usize = __GatewayHooksHook::on_configured as usize;
    #[doc(hidden)]
    pub const fn __on_configured_takes_wrappers() -> private::Historic {
        private::Historic
    }
}
