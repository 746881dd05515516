// Written by `cargo xtask bless`. `private` stands for the hidden module.

pub trait GatewayHooks: private::Send + private::Sync + 'static {
    #[doc(hidden)]
    fn __write_hookimpl_above_this_impl()
    where
        Self: private::Sized;
    /// Every plugin is asked; the answers are collected.
    ///
    ///Hook, a call returns `Vec<Response>`, a wrapper takes `next: &dyn Fn(&Request) -> Vec<Response>`.
    fn process_request(&self, request: &Request) -> Option<Response> {
        private::ignore((request,));
        private::not_implemented("GatewayHooks::process_request")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __process_request_wrapper(
        &self,
        request: &Request,
        next: &dyn private::Fn(&Request) -> private::Vec<Response>,
    ) -> private::Vec<Response> {
        next(request)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __process_request_under_specname(
        &self,
        number: usize,
        request: &Request,
    ) -> Option<Response>
    where
        Self: private::Sized,
    {
        private::ignore((number, request));
        private::not_implemented("GatewayHooks::process_request")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __process_request_wrapper_under_specname(
        &self,
        number: usize,
        request: &Request,
        next: &dyn private::Fn(&Request) -> private::Vec<Response>,
    ) -> private::Vec<Response>
    where
        Self: private::Sized,
    {
        private::ignore(number);
        next(request)
    }
    /// The first plugin with an answer wins.
    ///
    ///Hook, `firstresult`: a call returns `Option<User>`, a wrapper takes `next: &dyn Fn(&str) -> Option<User>`.
    fn authenticate(&self, token: &str) -> Option<User> {
        private::ignore((token,));
        private::not_implemented("GatewayHooks::authenticate")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __authenticate_wrapper(
        &self,
        token: &str,
        next: &dyn private::Fn(&str) -> Option<User>,
    ) -> Option<User> {
        next(token)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __authenticate_under_specname(&self, number: usize, token: &str) -> Option<User>
    where
        Self: private::Sized,
    {
        private::ignore((number, token));
        private::not_implemented("GatewayHooks::authenticate")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
    ///Hook, a call returns `()`, a wrapper takes `next: &dyn Fn()`.
    fn on_startup(&self) {
        private::not_implemented("GatewayHooks::on_startup")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __on_startup_wrapper(&self, next: &dyn private::Fn()) {
        next()
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __on_startup_under_specname(&self, number: usize)
    where
        Self: private::Sized,
    {
        private::ignore((number,));
        private::not_implemented("GatewayHooks::on_startup")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __on_startup_wrapper_under_specname(
        &self,
        number: usize,
        next: &dyn private::Fn(),
    )
    where
        Self: private::Sized,
    {
        private::ignore(number);
        next()
    }
    /// Plugins that come later get the earlier calls too.
    ///
    ///Hook, `historic`: a call returns `()`, it takes no wrapper.
    fn on_configured(&self, config: &Config) {
        private::ignore((config,));
        private::not_implemented("GatewayHooks::on_configured")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __on_configured_wrapper(&self, config: &Config, next: &dyn private::Fn(&Config)) {
        next(config)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __on_configured_under_specname(&self, number: usize, config: &Config)
    where
        Self: private::Sized,
    {
        private::ignore((number, config));
        private::not_implemented("GatewayHooks::on_configured")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
///The hooks of [`GatewayHooks`], to be called: one method per hook. What stands behind a hook is in the field of the same name.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[derive(private::Debug)]
pub struct GatewayHooksRelay {
    ///What stands behind the hook [`process_request`](GatewayHooks::process_request).
    pub process_request: GatewayHooksProcessRequestCaller,
    ///What stands behind the hook [`authenticate`](GatewayHooks::authenticate).
    pub authenticate: GatewayHooksAuthenticateCaller,
    ///What stands behind the hook [`on_startup`](GatewayHooks::on_startup).
    pub on_startup: GatewayHooksOnStartupCaller,
    ///What stands behind the hook [`on_configured`](GatewayHooks::on_configured).
    pub on_configured: GatewayHooksOnConfiguredCaller,
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl GatewayHooksRelay {
    /// Every plugin is asked; the answers are collected.
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
                        GatewayHooksProcessRequestCaller::__around(chain, request)
                    }
                    private::None => self.process_request.call_extra(&[], request),
                }
            }
        }
    }
    /// The first plugin with an answer wins.
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
                        GatewayHooksAuthenticateCaller::__around(chain, token)
                    }
                    private::None => self.authenticate.call_extra(&[], token),
                }
            }
        }
    }
    ///Calls the hook [`GatewayHooks::on_startup`].
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
                    private::Some(chain) => GatewayHooksOnStartupCaller::__around(chain),
                    private::None => self.on_startup.call_extra(&[]),
                }
            }
        }
    }
    /// Plugins that come later get the earlier calls too.
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline]
    pub fn on_configured(&self, config: &Config) {
        self.on_configured.__call(config)
    }
}
///What stands behind the hook [`process_request`](GatewayHooks::process_request): its name and options, and its hookimpls in call order.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[derive(private::Debug)]
pub struct GatewayHooksProcessRequestCaller(private::HookCaller<dyn GatewayHooks>);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl private::Deref for GatewayHooksProcessRequestCaller {
    type Target = private::HookCaller<dyn GatewayHooks>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl GatewayHooksProcessRequestCaller {
    ///Calls the hook with more implementations, for this call only: after those that are `tryfirst`, before all others, the last one given first. See [`GatewayHooks::process_request`].
    pub fn call_extra(
        &self,
        extras: &[&dyn private::Fn(&Request) -> Option<Response>],
        request: &Request,
    ) -> private::Vec<Response> {
        private::observed!(
            self.0.observe(extras.len()), ["request" request], plain, self.__call(0,
            extras, request)
        )
    }
    fn __around(
        chain: &private::Chain<dyn GatewayHooks>,
        request: &Request,
    ) -> private::Vec<Response> {
        match chain {
            private::Chain::Wrapper(wrapper) => {
                let (outer, inner) = &**wrapper;
                GatewayHooks::__process_request_wrapper(
                    private::Direct::get(outer),
                    request,
                    &|request| Self::__around(inner, request),
                )
            }
            private::Chain::HookImpls(hookimpls) => {
                private::call::apart(|| private::call::collect_some(
                    <[_]>::iter(hookimpls),
                    |hookimpl| {
                        let hookimpl = private::Direct::get(hookimpl);
                        GatewayHooks::process_request(hookimpl, request)
                    },
                ))
            }
        }
    }
    fn __call(
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
                        |step| match step {
                            private::Step::Wrapper(wrapper, keeper) => {
                                GatewayHooks::__process_request_wrapper(
                                    wrapper,
                                    request,
                                    &|request| {
                                        private::kept!(
                                            keeper, self.__call(depth + 1, extras, request)
                                        )
                                    },
                                )
                            }
                            private::Step::Next => {
                                self.__call(depth + 1, extras, request)
                            }
                        },
                        |it| private::observed!(@ plain it),
                    )
            }
            private::None => {
                private::call::collect_some(
                    self
                        .0
                        .answers(
                            extras,
                            |target| match target {
                                private::Target::HookImpl(hookimpl) => {
                                    GatewayHooks::process_request(hookimpl, request)
                                }
                                private::Target::Extra(extra) => extra(request),
                            },
                            |it| private::observed!(@ plain it),
                        ),
                    |answer| answer,
                )
            }
        }
    }
}
///What stands behind the hook [`authenticate`](GatewayHooks::authenticate): its name and options, and its hookimpls in call order.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[derive(private::Debug)]
pub struct GatewayHooksAuthenticateCaller(private::HookCaller<dyn GatewayHooks>);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl private::Deref for GatewayHooksAuthenticateCaller {
    type Target = private::HookCaller<dyn GatewayHooks>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl GatewayHooksAuthenticateCaller {
    ///Calls the hook with more implementations, for this call only: after those that are `tryfirst`, before all others, the last one given first. See [`GatewayHooks::authenticate`].
    pub fn call_extra(
        &self,
        extras: &[&dyn private::Fn(&str) -> Option<User>],
        token: &str,
    ) -> Option<User> {
        private::observed!(
            self.0.observe(extras.len()), ["token" token], plain, self.__call(0, extras,
            token)
        )
    }
    fn __around(chain: &private::Chain<dyn GatewayHooks>, token: &str) -> Option<User> {
        match chain {
            private::Chain::Wrapper(wrapper) => {
                let (outer, inner) = &**wrapper;
                GatewayHooks::__authenticate_wrapper(
                    private::Direct::get(outer),
                    token,
                    &|token| Self::__around(inner, token),
                )
            }
            private::Chain::HookImpls(hookimpls) => {
                private::call::apart(|| private::call::first(
                    <[_]>::iter(hookimpls),
                    |hookimpl| {
                        let hookimpl = private::Direct::get(hookimpl);
                        GatewayHooks::authenticate(hookimpl, token)
                    },
                ))
            }
        }
    }
    fn __call(
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
                        |step| match step {
                            private::Step::Wrapper(wrapper, keeper) => {
                                GatewayHooks::__authenticate_wrapper(
                                    wrapper,
                                    token,
                                    &|token| {
                                        private::kept!(
                                            keeper, self.__call(depth + 1, extras, token)
                                        )
                                    },
                                )
                            }
                            private::Step::Next => self.__call(depth + 1, extras, token),
                        },
                        |it| private::observed!(@ plain it),
                    )
            }
            private::None => {
                private::call::first(
                    self
                        .0
                        .answers(
                            extras,
                            |target| match target {
                                private::Target::HookImpl(hookimpl) => {
                                    GatewayHooks::authenticate(hookimpl, token)
                                }
                                private::Target::Extra(extra) => extra(token),
                            },
                            |it| private::observed!(@ plain it),
                        ),
                    |answer| answer,
                )
            }
        }
    }
}
///What stands behind the hook [`on_startup`](GatewayHooks::on_startup): its name and options, and its hookimpls in call order.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[derive(private::Debug)]
pub struct GatewayHooksOnStartupCaller(private::HookCaller<dyn GatewayHooks>);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl private::Deref for GatewayHooksOnStartupCaller {
    type Target = private::HookCaller<dyn GatewayHooks>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl GatewayHooksOnStartupCaller {
    ///Calls the hook with more implementations, for this call only: after those that are `tryfirst`, before all others, the last one given first. See [`GatewayHooks::on_startup`].
    pub fn call_extra(&self, extras: &[&dyn private::Fn()]) {
        private::observed!(
            self.0.observe(extras.len()), [], plain, self.__call(0, extras,)
        )
    }
    fn __around(chain: &private::Chain<dyn GatewayHooks>) {
        match chain {
            private::Chain::Wrapper(wrapper) => {
                let (outer, inner) = &**wrapper;
                GatewayHooks::__on_startup_wrapper(
                    private::Direct::get(outer),
                    &|| Self::__around(inner),
                )
            }
            private::Chain::HookImpls(hookimpls) => {
                private::call::apart(|| private::call::every(
                    <[_]>::iter(hookimpls),
                    |hookimpl| {
                        let hookimpl = private::Direct::get(hookimpl);
                        GatewayHooks::on_startup(hookimpl)
                    },
                ))
            }
        }
    }
    fn __call(&self, depth: usize, extras: &[&dyn private::Fn()]) {
        match self.0.wrapper(depth) {
            private::Some(wrapper) => {
                self.0
                    .wrap(
                        wrapper,
                        |step| match step {
                            private::Step::Wrapper(wrapper, keeper) => {
                                GatewayHooks::__on_startup_wrapper(
                                    wrapper,
                                    &|| private::kept!(keeper, self.__call(depth + 1, extras,)),
                                )
                            }
                            private::Step::Next => self.__call(depth + 1, extras),
                        },
                        |it| private::observed!(@ plain it),
                    )
            }
            private::None => {
                private::call::every(
                    self
                        .0
                        .answers(
                            extras,
                            |target| match target {
                                private::Target::HookImpl(hookimpl) => {
                                    GatewayHooks::on_startup(hookimpl)
                                }
                                private::Target::Extra(extra) => extra(),
                            },
                            |it| private::observed!(@ plain it),
                        ),
                    |answer| answer,
                )
            }
        }
    }
}
///What stands behind the hook [`on_configured`](GatewayHooks::on_configured): its name and options, and its hookimpls in call order.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[derive(private::Debug)]
pub struct GatewayHooksOnConfiguredCaller(private::HookCaller<dyn GatewayHooks>);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl private::Deref for GatewayHooksOnConfiguredCaller {
    type Target = private::HookCaller<dyn GatewayHooks>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl GatewayHooksOnConfiguredCaller {
    fn __call(&self, config: &Config) {
        let live = {
            let config = private::keep::<Config>(config);
            self.0
                .remember(move |hookimpl, observation| {
                    let config: &Config = private::Borrow::borrow(&config);
                    let answer = private::observed!(
                        observation, ["config" config], plain,
                        GatewayHooks::on_configured(hookimpl, config)
                    );
                    private::replayed::every(answer)
                })
        };
        private::observed!(
            self.0.observe_live(& live), ["config" config], plain,
            private::call::every(self.0.live_answers(& live, | hookimpl |
            GatewayHooks::on_configured(hookimpl, config), | it | private::observed!(@
            plain it),), | answer | answer,)
        )
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl dyn GatewayHooks {
    #[doc(hidden)]
    pub const fn __on_configured_takes_wrappers() -> private::Historic {
        private::Historic
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
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
            private::new_hook("GatewayHooks", "authenticate", &["token"], true, false),
            private::new_hook("GatewayHooks", "on_startup", &[], false, false),
            private::new_hook("GatewayHooks", "on_configured", &["config"], false, true),
        ],
    );
    type Relay = GatewayHooksRelay;
    type Fake = GatewayHooksFake;
    fn relay(mut callers: private::Callers<'_, Self>) -> GatewayHooksRelay {
        GatewayHooksRelay {
            process_request: GatewayHooksProcessRequestCaller(callers.next_caller()),
            authenticate: GatewayHooksAuthenticateCaller(callers.next_caller()),
            on_startup: GatewayHooksOnStartupCaller(callers.next_caller()),
            on_configured: GatewayHooksOnConfiguredCaller(callers.next_caller()),
        }
    }
    type StaticHooks<'set, __L: 'set> = GatewayHooksStaticHooks<'set, __L>;
    #[inline]
    fn fused<__L>(set: &__L) -> GatewayHooksStaticHooks<'_, __L> {
        GatewayHooksStaticHooks(set)
    }
    #[inline(never)]
    fn erased() -> private::Erased {
        private::erased::<Self>()
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
const _: () = {
    private::register!(
        HOOKSPEC, private::Entry::HookSpec(< dyn GatewayHooks as private::HookSpec >
        ::INFO)
    );
};
///A plugin made of closures, for tests: it implements those hooks of [`GatewayHooks`] for which it is given one. `plugin_core::testing::fake` makes one.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[allow(missing_debug_implementations)]
#[derive(private::Default)]
pub struct GatewayHooksFake {
    process_request: private::Option<
        private::Box<
            dyn private::Send + private::Sync + private::Fn(&Request) -> Option<Response>,
        >,
    >,
    authenticate: private::Option<
        private::Box<
            dyn private::Send + private::Sync + private::Fn(&str) -> Option<User>,
        >,
    >,
    on_startup: private::Option<
        private::Box<dyn private::Send + private::Sync + private::Fn()>,
    >,
    on_configured: private::Option<
        private::Box<dyn private::Send + private::Sync + private::Fn(&Config)>,
    >,
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl GatewayHooksFake {
    ///Implements the hook [`process_request`](GatewayHooks::process_request).
    #[must_use]
    pub fn process_request(
        mut self,
        fake: impl private::Send + private::Sync + 'static + private::Fn(
            &Request,
        ) -> Option<Response>,
    ) -> Self {
        self.process_request = private::Some(private::Box::new(fake));
        self
    }
    ///Implements the hook [`authenticate`](GatewayHooks::authenticate).
    #[must_use]
    pub fn authenticate(
        mut self,
        fake: impl private::Send + private::Sync + 'static + private::Fn(
            &str,
        ) -> Option<User>,
    ) -> Self {
        self.authenticate = private::Some(private::Box::new(fake));
        self
    }
    ///Implements the hook [`on_startup`](GatewayHooks::on_startup).
    #[must_use]
    pub fn on_startup(
        mut self,
        fake: impl private::Send + private::Sync + 'static + private::Fn(),
    ) -> Self {
        self.on_startup = private::Some(private::Box::new(fake));
        self
    }
    ///Implements the hook [`on_configured`](GatewayHooks::on_configured).
    #[must_use]
    pub fn on_configured(
        mut self,
        fake: impl private::Send + private::Sync + 'static + private::Fn(&Config),
    ) -> Self {
        self.on_configured = private::Some(private::Box::new(fake));
        self
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl private::Plugin for GatewayHooksFake {
    const INFO: &'static private::PluginInfo = &private::new_plugin(
        "gateway-hooks-fake",
        "GatewayHooksFake",
        private::None,
        "",
        private::package!(),
        private::location!(),
        true,
    );
    fn listed() -> private::Vec<private::HookImplsEntry> {
        <private::Vec<
            _,
        > as private::From<
            _,
        >>::from([private::HookImplsEntry::of::<Self, dyn GatewayHooks>()])
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl GatewayHooks for GatewayHooksFake {
    fn __write_hookimpl_above_this_impl() {}
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn process_request(&self, request: &Request) -> Option<Response> {
        match &self.process_request {
            private::Some(fake) => fake(request),
            private::None => private::not_implemented("GatewayHooks::process_request"),
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn authenticate(&self, token: &str) -> Option<User> {
        match &self.authenticate {
            private::Some(fake) => fake(token),
            private::None => private::not_implemented("GatewayHooks::authenticate"),
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn on_startup(&self) {
        match &self.on_startup {
            private::Some(fake) => fake(),
            private::None => private::not_implemented("GatewayHooks::on_startup"),
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn on_configured(&self, config: &Config) {
        match &self.on_configured {
            private::Some(fake) => fake(config),
            private::None => private::not_implemented("GatewayHooks::on_configured"),
        }
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl private::HookImpls<dyn GatewayHooks> for GatewayHooksFake {
    const TABLE: &'static [private::Decl<dyn GatewayHooks>] = {
        fn __own(instance: &private::Instance) -> private::Arc<dyn GatewayHooks> {
            private::plugin::<GatewayHooksFake>(instance)
        }
        let here = private::location!();
        &[
            private::Decl {
                info: private::new_hookimpl(
                    "process_request",
                    "process_request",
                    private::Precedence::Normal,
                    private::Kind::Plain,
                    here,
                ),
                number: 0,
                implementation: __own,
            },
            private::Decl {
                info: private::new_hookimpl(
                    "authenticate",
                    "authenticate",
                    private::Precedence::Normal,
                    private::Kind::Plain,
                    here,
                ),
                number: 0,
                implementation: __own,
            },
            private::Decl {
                info: private::new_hookimpl(
                    "on_startup",
                    "on_startup",
                    private::Precedence::Normal,
                    private::Kind::Plain,
                    here,
                ),
                number: 0,
                implementation: __own,
            },
            private::Decl {
                info: private::new_hookimpl(
                    "on_configured",
                    "on_configured",
                    private::Precedence::Normal,
                    private::Kind::Plain,
                    here,
                ),
                number: 0,
                implementation: __own,
            },
        ]
    };
    const LEAVES_OUT: private::Option<private::LeavesOut> = private::Some(|
        __fake,
        __hook|
    {
        let __fake = private::typed::<Self>(__fake);
        match __hook {
            "process_request" => private::Option::is_none(&__fake.process_request),
            "authenticate" => private::Option::is_none(&__fake.authenticate),
            "on_startup" => private::Option::is_none(&__fake.on_startup),
            "on_configured" => private::Option::is_none(&__fake.on_configured),
            _ => true,
        }
    });
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[allow(deprecated)]
impl<__P: GatewayHooks> GatewayHooks for private::View<__P> {
    fn __write_hookimpl_above_this_impl() {}
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn process_request(&self, request: &Request) -> Option<Response> {
        __P::__process_request_under_specname(&self.plugin, self.number, request)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn __process_request_wrapper(
        &self,
        request: &Request,
        next: &dyn private::Fn(&Request) -> private::Vec<Response>,
    ) -> private::Vec<Response> {
        __P::__process_request_wrapper_under_specname(
            &self.plugin,
            self.number,
            request,
            next,
        )
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn authenticate(&self, token: &str) -> Option<User> {
        __P::__authenticate_under_specname(&self.plugin, self.number, token)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn __authenticate_wrapper(
        &self,
        token: &str,
        next: &dyn private::Fn(&str) -> Option<User>,
    ) -> Option<User> {
        __P::__authenticate_wrapper_under_specname(
            &self.plugin,
            self.number,
            token,
            next,
        )
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn on_startup(&self) {
        __P::__on_startup_under_specname(&self.plugin, self.number)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn __on_startup_wrapper(&self, next: &dyn private::Fn()) {
        __P::__on_startup_wrapper_under_specname(&self.plugin, self.number, next)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn on_configured(&self, config: &Config) {
        __P::__on_configured_under_specname(&self.plugin, self.number, config)
    }
}
///The hooks of [`GatewayHooks`] on a set of plugins that is known at compile time, to be called: one method per hook.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
pub struct GatewayHooksStaticHooks<'set, __L>(&'set __L);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[allow(deprecated, non_upper_case_globals, clippy::inline_always)]
#[allow(clippy::ptr_arg, clippy::ref_option, clippy::ref_option_ref)]
const _: () = {
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
        __L: private::Holds<dyn GatewayHooks>,
        <__L as private::Holds<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        /// Every plugin is asked; the answers are collected.
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline]
        pub fn process_request(&self, request: &Request) -> private::Vec<Response> {
            __process_request_around::<
                __L,
                <__L as private::Holds<dyn GatewayHooks>>::Wrappers,
            >(self.0, request)
        }
        /// The first plugin with an answer wins.
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline]
        pub fn authenticate(&self, token: &str) -> Option<User> {
            __authenticate_around::<
                __L,
                <__L as private::Holds<dyn GatewayHooks>>::Wrappers,
            >(self.0, token)
        }
        ///Calls the hook [`GatewayHooks::on_startup`].
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline]
        pub fn on_startup(&self) {
            __on_startup_around::<
                __L,
                <__L as private::Holds<dyn GatewayHooks>>::Wrappers,
            >(self.0)
        }
        /// Plugins that come later get the earlier calls too.
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline]
        pub fn on_configured(&self, config: &Config) {
            __on_configured_around::<
                __L,
                <__L as private::Holds<dyn GatewayHooks>>::Wrappers,
            >(self.0, config)
        }
    }
    const __process_request_place: usize = private::place_of(
        <dyn GatewayHooks as private::HookSpec>::INFO,
        "process_request",
    );
    const __authenticate_place: usize = private::place_of(
        <dyn GatewayHooks as private::HookSpec>::INFO,
        "authenticate",
    );
    const __on_startup_place: usize = private::place_of(
        <dyn GatewayHooks as private::HookSpec>::INFO,
        "on_startup",
    );
    const __on_configured_place: usize = private::place_of(
        <dyn GatewayHooks as private::HookSpec>::INFO,
        "on_configured",
    );
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __process_request_around<__L, __W: private::Number>(
        set: &__L,
        request: &Request,
    ) -> private::Vec<Response>
    where
        __L: private::Holds<dyn GatewayHooks>,
        <__L as private::Holds<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::Ask::<
                __L,
                dyn GatewayHooks,
            >::has_wrapper::<__W>(__process_request_place)
        } {
            return <__L as private::Holds<
                dyn GatewayHooks,
            >>::Tree::__process_request_wrapper::<
                __W,
            >(
                set,
                request,
                &|request| __process_request_around::<__L, __W::Less>(set, request),
            );
        }
        let mut gather = <private::gather::CollectSome<
            _,
        > as private::Gather<
            Option<Response>,
        >>::new(const {
            private::Ask::<__L, dyn GatewayHooks>::room(__process_request_place)
        });
        __process_request_passes::<
            __L,
            <__L as private::Holds<dyn GatewayHooks>>::Passes,
            _,
        >(set, &mut gather, request);
        private::Gather::outcome(gather)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __process_request_passes<
        __L,
        __P: private::Number,
        __G: private::Gather<Option<Response>>,
    >(set: &__L, gather: &mut __G, request: &Request) -> bool
    where
        __L: private::Holds<dyn GatewayHooks>,
        <__L as private::Holds<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::Ask::<
                __L,
                dyn GatewayHooks,
            >::has_pass::<__P>(__process_request_place)
        } {
            <__L as private::Holds<
                dyn GatewayHooks,
            >>::Tree::process_request::<__P, __G>(set, gather, request)
                && __process_request_passes::<__L, __P::Less, __G>(set, gather, request)
        } else {
            true
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __authenticate_around<__L, __W: private::Number>(
        set: &__L,
        token: &str,
    ) -> Option<User>
    where
        __L: private::Holds<dyn GatewayHooks>,
        <__L as private::Holds<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::Ask::<
                __L,
                dyn GatewayHooks,
            >::has_wrapper::<__W>(__authenticate_place)
        } {
            return <__L as private::Holds<
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
            private::Ask::<__L, dyn GatewayHooks>::room(__authenticate_place)
        });
        __authenticate_passes::<
            __L,
            <__L as private::Holds<dyn GatewayHooks>>::Passes,
            _,
        >(set, &mut gather, token);
        private::Gather::outcome(gather)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __authenticate_passes<
        __L,
        __P: private::Number,
        __G: private::Gather<Option<User>>,
    >(set: &__L, gather: &mut __G, token: &str) -> bool
    where
        __L: private::Holds<dyn GatewayHooks>,
        <__L as private::Holds<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::Ask::<__L, dyn GatewayHooks>::has_pass::<__P>(__authenticate_place)
        } {
            <__L as private::Holds<
                dyn GatewayHooks,
            >>::Tree::authenticate::<__P, __G>(set, gather, token)
                && __authenticate_passes::<__L, __P::Less, __G>(set, gather, token)
        } else {
            true
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __on_startup_around<__L, __W: private::Number>(set: &__L)
    where
        __L: private::Holds<dyn GatewayHooks>,
        <__L as private::Holds<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::Ask::<__L, dyn GatewayHooks>::has_wrapper::<__W>(__on_startup_place)
        } {
            return <__L as private::Holds<
                dyn GatewayHooks,
            >>::Tree::__on_startup_wrapper::<
                __W,
            >(set, &|| __on_startup_around::<__L, __W::Less>(set));
        }
        let mut gather = <private::gather::Every as private::Gather<
            (),
        >>::new(const {
            private::Ask::<__L, dyn GatewayHooks>::room(__on_startup_place)
        });
        __on_startup_passes::<
            __L,
            <__L as private::Holds<dyn GatewayHooks>>::Passes,
            _,
        >(set, &mut gather);
        private::Gather::outcome(gather)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __on_startup_passes<__L, __P: private::Number, __G: private::Gather<()>>(
        set: &__L,
        gather: &mut __G,
    ) -> bool
    where
        __L: private::Holds<dyn GatewayHooks>,
        <__L as private::Holds<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::Ask::<__L, dyn GatewayHooks>::has_pass::<__P>(__on_startup_place)
        } {
            <__L as private::Holds<
                dyn GatewayHooks,
            >>::Tree::on_startup::<__P, __G>(set, gather)
                && __on_startup_passes::<__L, __P::Less, __G>(set, gather)
        } else {
            true
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __on_configured_around<__L, __W: private::Number>(set: &__L, config: &Config)
    where
        __L: private::Holds<dyn GatewayHooks>,
        <__L as private::Holds<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        let mut gather = <private::gather::Every as private::Gather<
            (),
        >>::new(const {
            private::Ask::<__L, dyn GatewayHooks>::room(__on_configured_place)
        });
        __on_configured_passes::<
            __L,
            <__L as private::Holds<dyn GatewayHooks>>::Passes,
            _,
        >(set, &mut gather, config);
        private::Gather::outcome(gather)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __on_configured_passes<__L, __P: private::Number, __G: private::Gather<()>>(
        set: &__L,
        gather: &mut __G,
        config: &Config,
    ) -> bool
    where
        __L: private::Holds<dyn GatewayHooks>,
        <__L as private::Holds<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::Ask::<__L, dyn GatewayHooks>::has_pass::<__P>(__on_configured_place)
        } {
            <__L as private::Holds<
                dyn GatewayHooks,
            >>::Tree::on_configured::<__P, __G>(set, gather, config)
                && __on_configured_passes::<__L, __P::Less, __G>(set, gather, config)
        } else {
            true
        }
    }
    pub trait __Walk<__L: private::Holds<dyn GatewayHooks>> {
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn process_request<__P: private::Number, __G: private::Gather<Option<Response>>>(
            set: &__L,
            gather: &mut __G,
            request: &Request,
        ) -> bool {
            private::ignore((set, gather, request));
            true
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __process_request_wrapper<__W: private::Number>(
            set: &__L,
            request: &Request,
            next: &dyn private::Fn(&Request) -> private::Vec<Response>,
        ) -> private::Vec<Response> {
            private::ignore(set);
            next(request)
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn authenticate<__P: private::Number, __G: private::Gather<Option<User>>>(
            set: &__L,
            gather: &mut __G,
            token: &str,
        ) -> bool {
            private::ignore((set, gather, token));
            true
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __authenticate_wrapper<__W: private::Number>(
            set: &__L,
            token: &str,
            next: &dyn private::Fn(&str) -> Option<User>,
        ) -> Option<User> {
            private::ignore(set);
            next(token)
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn on_startup<__P: private::Number, __G: private::Gather<()>>(
            set: &__L,
            gather: &mut __G,
        ) -> bool {
            private::ignore((set, gather));
            true
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __on_startup_wrapper<__W: private::Number>(
            set: &__L,
            next: &dyn private::Fn(),
        ) {
            private::ignore(set);
            next()
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
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
    impl<__L: private::Holds<dyn GatewayHooks>, const __N: usize> __Walk<__L>
    for private::NoMember<__N> {}
    impl<__L, const __N: usize> __Walk<__L> for private::Member<__N>
    where
        __L: private::Holds<dyn GatewayHooks> + private::Field<__N>,
        <__L as private::Field<
            __N,
        >>::Plugin: GatewayHooks + private::HookImpls<dyn GatewayHooks>,
    {
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn process_request<__P: private::Number, __G: private::Gather<Option<Response>>>(
            set: &__L,
            gather: &mut __G,
            request: &Request,
        ) -> bool {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::Ask::<
                    __L,
                    dyn GatewayHooks,
                >::answers::<__P, Self>(__process_request_place)
            } {
                private::NONE => true,
                0 => {
                    private::leaves_out::<_, dyn GatewayHooks>(plugin, "process_request")
                        || private::Gather::take(
                            gather,
                            GatewayHooks::process_request(plugin, request),
                        )
                }
                number => {
                    private::Gather::take(
                        gather,
                        GatewayHooks::__process_request_under_specname(
                            plugin,
                            number,
                            request,
                        ),
                    )
                }
            }
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __process_request_wrapper<__W: private::Number>(
            set: &__L,
            request: &Request,
            next: &dyn private::Fn(&Request) -> private::Vec<Response>,
        ) -> private::Vec<Response> {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::Ask::<
                    __L,
                    dyn GatewayHooks,
                >::wraps::<__W, Self>(__process_request_place)
            } {
                0 => GatewayHooks::__process_request_wrapper(plugin, request, next),
                number => {
                    GatewayHooks::__process_request_wrapper_under_specname(
                        plugin,
                        number,
                        request,
                        next,
                    )
                }
            }
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn authenticate<__P: private::Number, __G: private::Gather<Option<User>>>(
            set: &__L,
            gather: &mut __G,
            token: &str,
        ) -> bool {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::Ask::<
                    __L,
                    dyn GatewayHooks,
                >::answers::<__P, Self>(__authenticate_place)
            } {
                private::NONE => true,
                0 => {
                    private::leaves_out::<_, dyn GatewayHooks>(plugin, "authenticate")
                        || private::Gather::take(
                            gather,
                            GatewayHooks::authenticate(plugin, token),
                        )
                }
                number => {
                    private::Gather::take(
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
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __authenticate_wrapper<__W: private::Number>(
            set: &__L,
            token: &str,
            next: &dyn private::Fn(&str) -> Option<User>,
        ) -> Option<User> {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::Ask::<
                    __L,
                    dyn GatewayHooks,
                >::wraps::<__W, Self>(__authenticate_place)
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
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn on_startup<__P: private::Number, __G: private::Gather<()>>(
            set: &__L,
            gather: &mut __G,
        ) -> bool {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::Ask::<
                    __L,
                    dyn GatewayHooks,
                >::answers::<__P, Self>(__on_startup_place)
            } {
                private::NONE => true,
                0 => {
                    private::leaves_out::<_, dyn GatewayHooks>(plugin, "on_startup")
                        || private::Gather::take(
                            gather,
                            GatewayHooks::on_startup(plugin),
                        )
                }
                number => {
                    private::Gather::take(
                        gather,
                        GatewayHooks::__on_startup_under_specname(plugin, number),
                    )
                }
            }
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __on_startup_wrapper<__W: private::Number>(
            set: &__L,
            next: &dyn private::Fn(),
        ) {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::Ask::<
                    __L,
                    dyn GatewayHooks,
                >::wraps::<__W, Self>(__on_startup_place)
            } {
                0 => GatewayHooks::__on_startup_wrapper(plugin, next),
                number => {
                    GatewayHooks::__on_startup_wrapper_under_specname(
                        plugin,
                        number,
                        next,
                    )
                }
            }
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn on_configured<__P: private::Number, __G: private::Gather<()>>(
            set: &__L,
            gather: &mut __G,
            config: &Config,
        ) -> bool {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::Ask::<
                    __L,
                    dyn GatewayHooks,
                >::answers::<__P, Self>(__on_configured_place)
            } {
                private::NONE => true,
                0 => {
                    private::leaves_out::<_, dyn GatewayHooks>(plugin, "on_configured")
                        || private::Gather::take(
                            gather,
                            GatewayHooks::on_configured(plugin, config),
                        )
                }
                number => {
                    private::Gather::take(
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
        __L: private::Holds<dyn GatewayHooks>,
        __A: private::Span + __Walk<__L>,
        __B: private::Span + __Walk<__L>,
    {
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn process_request<__P: private::Number, __G: private::Gather<Option<Response>>>(
            set: &__L,
            gather: &mut __G,
            request: &Request,
        ) -> bool {
            if const {
                private::Ask::<__L, dyn GatewayHooks>::is_newest_first::<__P>()
            } {
                (const {
                    private::Ask::<
                        __L,
                        dyn GatewayHooks,
                    >::answers::<__P, __B>(__process_request_place) == private::NONE
                } || __B::process_request::<__P, __G>(set, gather, request))
                    && (const {
                        private::Ask::<
                            __L,
                            dyn GatewayHooks,
                        >::answers::<__P, __A>(__process_request_place) == private::NONE
                    } || __A::process_request::<__P, __G>(set, gather, request))
            } else {
                (const {
                    private::Ask::<
                        __L,
                        dyn GatewayHooks,
                    >::answers::<__P, __A>(__process_request_place) == private::NONE
                } || __A::process_request::<__P, __G>(set, gather, request))
                    && (const {
                        private::Ask::<
                            __L,
                            dyn GatewayHooks,
                        >::answers::<__P, __B>(__process_request_place) == private::NONE
                    } || __B::process_request::<__P, __G>(set, gather, request))
            }
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __process_request_wrapper<__W: private::Number>(
            set: &__L,
            request: &Request,
            next: &dyn private::Fn(&Request) -> private::Vec<Response>,
        ) -> private::Vec<Response> {
            if const {
                private::Ask::<
                    __L,
                    dyn GatewayHooks,
                >::wraps::<__W, __A>(__process_request_place) == private::NONE
            } {
                __B::__process_request_wrapper::<__W>(set, request, next)
            } else {
                __A::__process_request_wrapper::<__W>(set, request, next)
            }
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn authenticate<__P: private::Number, __G: private::Gather<Option<User>>>(
            set: &__L,
            gather: &mut __G,
            token: &str,
        ) -> bool {
            if const {
                private::Ask::<__L, dyn GatewayHooks>::is_newest_first::<__P>()
            } {
                (const {
                    private::Ask::<
                        __L,
                        dyn GatewayHooks,
                    >::answers::<__P, __B>(__authenticate_place) == private::NONE
                } || __B::authenticate::<__P, __G>(set, gather, token))
                    && (const {
                        private::Ask::<
                            __L,
                            dyn GatewayHooks,
                        >::answers::<__P, __A>(__authenticate_place) == private::NONE
                    } || __A::authenticate::<__P, __G>(set, gather, token))
            } else {
                (const {
                    private::Ask::<
                        __L,
                        dyn GatewayHooks,
                    >::answers::<__P, __A>(__authenticate_place) == private::NONE
                } || __A::authenticate::<__P, __G>(set, gather, token))
                    && (const {
                        private::Ask::<
                            __L,
                            dyn GatewayHooks,
                        >::answers::<__P, __B>(__authenticate_place) == private::NONE
                    } || __B::authenticate::<__P, __G>(set, gather, token))
            }
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __authenticate_wrapper<__W: private::Number>(
            set: &__L,
            token: &str,
            next: &dyn private::Fn(&str) -> Option<User>,
        ) -> Option<User> {
            if const {
                private::Ask::<
                    __L,
                    dyn GatewayHooks,
                >::wraps::<__W, __A>(__authenticate_place) == private::NONE
            } {
                __B::__authenticate_wrapper::<__W>(set, token, next)
            } else {
                __A::__authenticate_wrapper::<__W>(set, token, next)
            }
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn on_startup<__P: private::Number, __G: private::Gather<()>>(
            set: &__L,
            gather: &mut __G,
        ) -> bool {
            if const {
                private::Ask::<__L, dyn GatewayHooks>::is_newest_first::<__P>()
            } {
                (const {
                    private::Ask::<
                        __L,
                        dyn GatewayHooks,
                    >::answers::<__P, __B>(__on_startup_place) == private::NONE
                } || __B::on_startup::<__P, __G>(set, gather))
                    && (const {
                        private::Ask::<
                            __L,
                            dyn GatewayHooks,
                        >::answers::<__P, __A>(__on_startup_place) == private::NONE
                    } || __A::on_startup::<__P, __G>(set, gather))
            } else {
                (const {
                    private::Ask::<
                        __L,
                        dyn GatewayHooks,
                    >::answers::<__P, __A>(__on_startup_place) == private::NONE
                } || __A::on_startup::<__P, __G>(set, gather))
                    && (const {
                        private::Ask::<
                            __L,
                            dyn GatewayHooks,
                        >::answers::<__P, __B>(__on_startup_place) == private::NONE
                    } || __B::on_startup::<__P, __G>(set, gather))
            }
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __on_startup_wrapper<__W: private::Number>(
            set: &__L,
            next: &dyn private::Fn(),
        ) {
            if const {
                private::Ask::<
                    __L,
                    dyn GatewayHooks,
                >::wraps::<__W, __A>(__on_startup_place) == private::NONE
            } {
                __B::__on_startup_wrapper::<__W>(set, next)
            } else {
                __A::__on_startup_wrapper::<__W>(set, next)
            }
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn on_configured<__P: private::Number, __G: private::Gather<()>>(
            set: &__L,
            gather: &mut __G,
            config: &Config,
        ) -> bool {
            if const {
                private::Ask::<__L, dyn GatewayHooks>::is_newest_first::<__P>()
            } {
                (const {
                    private::Ask::<
                        __L,
                        dyn GatewayHooks,
                    >::answers::<__P, __B>(__on_configured_place) == private::NONE
                } || __B::on_configured::<__P, __G>(set, gather, config))
                    && (const {
                        private::Ask::<
                            __L,
                            dyn GatewayHooks,
                        >::answers::<__P, __A>(__on_configured_place) == private::NONE
                    } || __A::on_configured::<__P, __G>(set, gather, config))
            } else {
                (const {
                    private::Ask::<
                        __L,
                        dyn GatewayHooks,
                    >::answers::<__P, __A>(__on_configured_place) == private::NONE
                } || __A::on_configured::<__P, __G>(set, gather, config))
                    && (const {
                        private::Ask::<
                            __L,
                            dyn GatewayHooks,
                        >::answers::<__P, __B>(__on_configured_place) == private::NONE
                    } || __B::on_configured::<__P, __G>(set, gather, config))
            }
        }
    }
};
