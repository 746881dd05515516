// Written by `cargo xtask bless`. `private` stands for the hidden module.

pub trait GatewayHooks: private::Send + private::Sync + 'static + private::Implemented<
        GatewayHooksRelay,
    > {
    /// Every plugin is asked; the answers are collected.
    ///
    ///Hook, a call returns `Vec<Response>`, a wrapper takes `next: &dyn Fn(&Request) -> Vec<Response>`.
    fn process_request(&self, request: &Request) -> Option<Response> {
        private::ignore((request,));
        private::not_implemented("GatewayHooks::process_request")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[doc(hidden)]
    fn __process_request_wrapper(
        &self,
        request: &Request,
        next: &dyn private::Fn(&Request) -> private::Vec<Response>,
    ) -> private::Vec<Response> {
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
    #[doc(hidden)]
    fn __authenticate_wrapper(
        &self,
        token: &str,
        next: &dyn private::Fn(&str) -> Option<User>,
    ) -> Option<User> {
        next(token)
    }
    ///
    ///Hook, a call returns `()`, a wrapper takes `next: &dyn Fn()`.
    fn on_startup(&self) {
        private::not_implemented("GatewayHooks::on_startup")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[doc(hidden)]
    fn __on_startup_wrapper(&self, next: &dyn private::Fn()) {
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
    #[doc(hidden)]
    fn __on_configured_wrapper(&self, config: &Config, next: &dyn private::Fn(&Config)) {
        next(config)
    }
}
///The hooks of [`GatewayHooks`], to be called: one method per hook. What stands behind a hook is in the field of the same name.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
impl GatewayHooksRelay {
    /// Every plugin is asked; the answers are collected.
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
    #[inline]
    pub fn on_configured(&self, config: &Config) {
        self.on_configured.__call(config)
    }
}
///What stands behind the hook [`process_request`](GatewayHooks::process_request): its name and options, and its hookimpls in call order.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[derive(private::Debug)]
pub struct GatewayHooksProcessRequestCaller(private::HookCaller<dyn GatewayHooks>);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl private::Deref for GatewayHooksProcessRequestCaller {
    type Target = private::HookCaller<dyn GatewayHooks>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
            private::Chain::Hookimpls(hookimpls) => {
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
                                private::Target::Hookimpl(hookimpl) => {
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
#[derive(private::Debug)]
pub struct GatewayHooksAuthenticateCaller(private::HookCaller<dyn GatewayHooks>);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl private::Deref for GatewayHooksAuthenticateCaller {
    type Target = private::HookCaller<dyn GatewayHooks>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
            private::Chain::Hookimpls(hookimpls) => {
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
                                private::Target::Hookimpl(hookimpl) => {
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
#[derive(private::Debug)]
pub struct GatewayHooksOnStartupCaller(private::HookCaller<dyn GatewayHooks>);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl private::Deref for GatewayHooksOnStartupCaller {
    type Target = private::HookCaller<dyn GatewayHooks>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
            private::Chain::Hookimpls(hookimpls) => {
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
                                private::Target::Hookimpl(hookimpl) => {
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
#[derive(private::Debug)]
pub struct GatewayHooksOnConfiguredCaller(private::HookCaller<dyn GatewayHooks>);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl private::Deref for GatewayHooksOnConfiguredCaller {
    type Target = private::HookCaller<dyn GatewayHooks>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
impl dyn GatewayHooks {
    #[doc(hidden)]
    pub const fn __on_configured_takes_wrappers() -> private::Historic {
        private::Historic
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl private::Hookspec for dyn GatewayHooks {
    const INFO: &'static private::HookspecInfo = &private::new_hookspec(
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
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
const _: () = {
    #[private::linkme::distributed_slice(private::CATALOGUE)]
    #[linkme(crate = private::linkme)]
    static HOOKSPEC: private::Entry = private::Entry::Hookspec(
        <dyn GatewayHooks as private::Hookspec>::INFO,
    );
};
///A plugin made of closures, for tests: it implements those hooks of [`GatewayHooks`] for which it is given one. `plugin_core::testing::fake` makes one.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
impl private::Plugin for GatewayHooksFake {
    fn info() -> &'static private::PluginInfo {
        const INFO: &private::PluginInfo = &private::new_plugin(
            "gateway-hooks-fake",
            "GatewayHooksFake",
            private::None,
            "",
            private::package!(),
            private::location!(),
            true,
        );
        INFO
    }
    fn listed() -> private::Vec<private::HookimplsEntry> {
        <private::Vec<
            _,
        > as private::From<
            _,
        >>::from([private::HookimplsEntry::of::<Self, dyn GatewayHooks>()])
    }
    fn leaves_out(&self, __hook: &str) -> bool {
        match __hook {
            "process_request" => private::Option::is_none(&self.process_request),
            "authenticate" => private::Option::is_none(&self.authenticate),
            "on_startup" => private::Option::is_none(&self.on_startup),
            "on_configured" => private::Option::is_none(&self.on_configured),
            _ => true,
        }
    }
}
impl private::Implemented<GatewayHooksRelay> for GatewayHooksFake {}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl GatewayHooks for GatewayHooksFake {
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    fn process_request(&self, request: &Request) -> Option<Response> {
        match &self.process_request {
            private::Some(fake) => fake(request),
            private::None => private::not_implemented("GatewayHooks::process_request"),
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    fn authenticate(&self, token: &str) -> Option<User> {
        match &self.authenticate {
            private::Some(fake) => fake(token),
            private::None => private::not_implemented("GatewayHooks::authenticate"),
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    fn on_startup(&self) {
        match &self.on_startup {
            private::Some(fake) => fake(),
            private::None => private::not_implemented("GatewayHooks::on_startup"),
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    fn on_configured(&self, config: &Config) {
        match &self.on_configured {
            private::Some(fake) => fake(config),
            private::None => private::not_implemented("GatewayHooks::on_configured"),
        }
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl private::Hookimpls<dyn GatewayHooks> for GatewayHooksFake {
    const TABLE: &'static [private::Decl<Self, dyn GatewayHooks>] = &[
        private::Decl {
            info: private::new_hookimpl(
                "process_request",
                "process_request",
                private::Precedence::Plain,
                private::Kind::Plain,
                private::location!(),
            ),
            implementor: |plugin| plugin,
        },
        private::Decl {
            info: private::new_hookimpl(
                "authenticate",
                "authenticate",
                private::Precedence::Plain,
                private::Kind::Plain,
                private::location!(),
            ),
            implementor: |plugin| plugin,
        },
        private::Decl {
            info: private::new_hookimpl(
                "on_startup",
                "on_startup",
                private::Precedence::Plain,
                private::Kind::Plain,
                private::location!(),
            ),
            implementor: |plugin| plugin,
        },
        private::Decl {
            info: private::new_hookimpl(
                "on_configured",
                "on_configured",
                private::Precedence::Plain,
                private::Kind::Plain,
                private::location!(),
            ),
            implementor: |plugin| plugin,
        },
    ];
}
