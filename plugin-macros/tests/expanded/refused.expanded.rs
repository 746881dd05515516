// Written by `cargo xtask bless`. `private` stands for the hidden module.

pub trait GatewayHooks: private::Send + private::Sync + 'static + private::Implemented<
        GatewayHooksRelay,
    > {
    ///
    ///Hook, a call returns `()`, a wrapper takes `next: &dyn Fn()`.
    fn fine(&self) {
        private::not_implemented("GatewayHooks::fine")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
///The hooks of [`GatewayHooks`], to be called: one method per hook. What stands behind a hook is in the field of the same name.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[derive(private::Debug)]
pub struct GatewayHooksRelay {
    ///What stands behind the hook [`fine`](GatewayHooks::fine).
    pub fine: GatewayHooksFineCaller,
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl GatewayHooksRelay {
    ///Calls the hook [`GatewayHooks::fine`].
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[inline]
    pub fn fine(&self) {
        match self.fine.0.direct() {
            private::Some(hookimpls) => {
                private::call::every(hookimpls, |hookimpl| GatewayHooks::fine(hookimpl))
            }
            private::None => {
                match self.fine.0.chain() {
                    private::Some(chain) => GatewayHooksFineCaller::__around(chain),
                    private::None => self.fine.call_extra(&[]),
                }
            }
        }
    }
}
///What stands behind the hook [`fine`](GatewayHooks::fine): its name and options, and its hookimpls in call order.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[derive(private::Debug)]
pub struct GatewayHooksFineCaller(private::HookCaller<dyn GatewayHooks>);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl private::Deref for GatewayHooksFineCaller {
    type Target = private::HookCaller<dyn GatewayHooks>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl GatewayHooksFineCaller {
    ///Calls the hook with more implementations, for this call only: after those that are `tryfirst`, before all others, the last one given first. See [`GatewayHooks::fine`].
    pub fn call_extra(&self, extras: &[&dyn private::Fn()]) {
        private::observed!(
            self.0.observe(extras.len()), [], plain, self.__call(0, extras,)
        )
    }
    fn __around(chain: &private::Chain<dyn GatewayHooks>) {
        match chain {
            private::Chain::Wrapper(wrapper) => {
                let (outer, inner) = &**wrapper;
                GatewayHooks::__fine_wrapper(
                    private::Direct::get(outer),
                    &|| Self::__around(inner),
                )
            }
            private::Chain::Hookimpls(hookimpls) => {
                private::call::apart(|| private::call::every(
                    <[_]>::iter(hookimpls),
                    |hookimpl| {
                        let hookimpl = private::Direct::get(hookimpl);
                        GatewayHooks::fine(hookimpl)
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
                                GatewayHooks::__fine_wrapper(
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
                                    GatewayHooks::fine(hookimpl)
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
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl private::Hookspec for dyn GatewayHooks {
    const INFO: &'static private::HookspecInfo = &private::new_hookspec(
        "GatewayHooks",
        private::None,
        private::package!(),
        private::location!(),
        &[private::new_hook("GatewayHooks", "fine", &[], false, false)],
    );
    type Relay = GatewayHooksRelay;
    type Fake = private::NoFake;
    fn relay(mut callers: private::Callers<'_, Self>) -> GatewayHooksRelay {
        GatewayHooksRelay {
            fine: GatewayHooksFineCaller(callers.next_caller()),
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
::core::compile_error! {
    "hook `without_receiver` must take `&self`: all plugins are shared"
}
