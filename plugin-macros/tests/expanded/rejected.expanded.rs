// Written by `cargo xtask bless`. `private` is the hidden module. Code for a feature is
// shown without the macro that drops it if the feature is off.

pub trait GatewayHooks: private::Send + private::Sync + 'static {
    #[doc(hidden)]
    type __WriteHookimplAboveThisImpl: private::WrittenByHookimpl
    where
        Self: private::Sized;
    ///
    ///A call returns `()`. A wrapper takes `next: &dyn Fn()`.
    fn fine(&self) {
        private::not_implemented("GatewayHooks::fine")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __fine_wrapper(&self, next: &dyn private::Fn()) {
        next()
    }
    #[allow(unused)]
    fn without_receiver(port: u16) -> bool
    where
        Self: private::Sized,
    {
        loop {}
    }
}
///Calls the hooks of [`GatewayHooks`]: one method per hook. The field of the same name gives access to the hookimpls and to other ways to call the hook.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksRelay {
    ///The caller of the hook [`fine`](GatewayHooks::fine).
    pub fine: GatewayHooksFineCaller,
}
///The caller of the hook [`fine`](GatewayHooks::fine): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(private::Debug)]
pub struct GatewayHooksFineCaller(private::HookCaller<dyn GatewayHooks>);
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
        ///Calls the hook [`GatewayHooks::fine`].
        #[inline]
        pub fn fine(&self) {
            match self.fine.0.direct() {
                private::Some(hookimpls) => {
                    private::call::every(
                        hookimpls,
                        |hookimpl| GatewayHooks::fine(hookimpl),
                    )
                }
                private::None => {
                    match self.fine.0.chain() {
                        private::Some(chain) => {
                            GatewayHooksFineCaller::__around::<()>(chain)
                        }
                        private::None => self.fine.__extra::<()>(&[]),
                    }
                }
            }
        }
    }
    impl private::Deref for GatewayHooksFineCaller {
        type Target = private::HookCaller<dyn GatewayHooks>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    impl GatewayHooksFineCaller {
        ///Calls the hook with extra implementations for this call only. They run after the hookimpls that are `tryfirst` and before all others, the last one first. See [`GatewayHooks::fine`].
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
                    GatewayHooks::__fine_wrapper(
                        private::ImplRef::get(outer),
                        &|| Self::__within::<__L>(inner),
                    )
                }
                private::Chain::HookImpls(hookimpls) => {
                    private::call::outlined(|| private::call::every(
                        <[_]>::iter(hookimpls),
                        |hookimpl| {
                            let hookimpl = private::ImplRef::get(hookimpl);
                            GatewayHooks::fine(hookimpl)
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
                                    GatewayHooks::__fine_wrapper(
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
                                        GatewayHooks::fine(hookimpl)
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
            &[private::new_hook("GatewayHooks", "fine", &[], false, false)],
        );
        fn relay(mut callers: private::Callers<'_, Self>) -> GatewayHooksRelay {
            GatewayHooksRelay {
                fine: GatewayHooksFineCaller(callers.next_caller()),
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
    fine,
}
#[allow(dead_code, deprecated, non_upper_case_globals)]
impl dyn GatewayHooks {
    #[doc(hidden)]
    pub const __fine_hook: usize = __GatewayHooksHook::fine as usize;
}
::core::compile_error! {
    "hook `without_receiver` must take `&self`: all calls share the plugin"
}
