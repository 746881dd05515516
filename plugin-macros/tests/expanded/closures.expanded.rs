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
}
///Calls the hooks of [`GatewayHooks`]: one method per hook. The field of the same name gives access to the hookimpls and to other ways to call the hook.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksRelay {
    ///The caller of the hook [`authenticate`](GatewayHooks::authenticate).
    pub authenticate: GatewayHooksAuthenticateCaller,
    ///The caller of the hook [`on_startup`](GatewayHooks::on_startup).
    pub on_startup: GatewayHooksOnStartupCaller,
}
///The caller of the hook [`authenticate`](GatewayHooks::authenticate): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksAuthenticateCaller(private::HookCaller<dyn GatewayHooks>);
///The caller of the hook [`on_startup`](GatewayHooks::on_startup): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksOnStartupCaller(private::HookCaller<dyn GatewayHooks>);
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
                private::new_hook("GatewayHooks", "on_startup", &[], false, false),
            ],
        );
        fn relay(mut callers: private::Callers<'_, Self>) -> GatewayHooksRelay {
            GatewayHooksRelay {
                authenticate: GatewayHooksAuthenticateCaller(callers.next_caller()),
                on_startup: GatewayHooksOnStartupCaller(callers.next_caller()),
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
    on_startup,
}
#[allow(dead_code, deprecated, non_upper_case_globals)]
impl dyn GatewayHooks {
    #[doc(hidden)]
    pub const __authenticate_hook: usize = __GatewayHooksHook::authenticate as usize;
    #[doc(hidden)]
    pub const __on_startup_hook: usize = __GatewayHooksHook::on_startup as usize;
}
///A plugin made of closures, for tests. It implements the hooks of [`GatewayHooks`] that it has a closure for. `plugin_core::testing::fake` constructs one.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[allow(missing_debug_implementations)]
#[derive(private::Default)]
pub struct GatewayHooksFake {
    authenticate: private::Option<
        private::Box<
            dyn private::Send + private::Sync + private::Fn(&str) -> Option<User>,
        >,
    >,
    on_startup: private::Option<
        private::Box<dyn private::Send + private::Sync + private::Fn()>,
    >,
}
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
    impl private::FakeHookSpec for dyn GatewayHooks {
        type Fake = GatewayHooksFake;
    }
    impl GatewayHooksFake {
        ///Implements the hook [`authenticate`](GatewayHooks::authenticate) with a closure.
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
        ///Implements the hook [`on_startup`](GatewayHooks::on_startup) with a closure.
        #[must_use]
        pub fn on_startup(
            mut self,
            fake: impl private::Send + private::Sync + 'static + private::Fn(),
        ) -> Self {
            self.on_startup = private::Some(private::Box::new(fake));
            self
        }
    }
    impl private::Plugin for GatewayHooksFake {
        const __DERIVE_PLUGIN_WRITES_THIS: &'static private::PluginInfo = &private::new_plugin(
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
            >>::from([private::hookimpls::<Self, dyn GatewayHooks>()])
        }
    }
    impl GatewayHooks for GatewayHooksFake {
        type __WriteHookimplAboveThisImpl = private::HookimplAttribute;
        fn authenticate(&self, token: &str) -> Option<User> {
            match &self.authenticate {
                private::Some(fake) => fake(token),
                private::None => private::not_implemented("GatewayHooks::authenticate"),
            }
        }
        fn on_startup(&self) {
            match &self.on_startup {
                private::Some(fake) => fake(),
                private::None => private::not_implemented("GatewayHooks::on_startup"),
            }
        }
    }
    impl private::HookImpls<dyn GatewayHooks> for GatewayHooksFake {
        const TABLE: &'static [private::Decl<dyn GatewayHooks>] = {
            fn __own(instance: &private::Instance) -> private::Arc<dyn GatewayHooks> {
                private::plugin::<GatewayHooksFake>(instance)
            }
            let here = private::location!();
            &[
                private::Decl {
                    info: private::new_hookimpl(
                        "authenticate",
                        <dyn GatewayHooks>::__authenticate_hook,
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
                        <dyn GatewayHooks>::__on_startup_hook,
                        "on_startup",
                        private::Precedence::Normal,
                        private::Kind::Plain,
                        here,
                    ),
                    number: 0,
                    implementation: __own,
                },
            ]
        };
        const OMITS_HOOK: private::Option<private::OmitsHook> = private::Some(|
            __fake,
            __hook|
        {
            let __fake = private::typed::<Self>(__fake);
            match __hook {
                <dyn GatewayHooks>::__authenticate_hook => {
                    private::Option::is_none(&__fake.authenticate)
                }
                <dyn GatewayHooks>::__on_startup_hook => {
                    private::Option::is_none(&__fake.on_startup)
                }
                _ => true,
            }
        });
    }
};
