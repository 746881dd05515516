// Written by `cargo xtask bless`. `private` stands for the hidden module.

pub trait GatewayHooks: private::Send + private::Sync + 'static {
    #[doc(hidden)]
    fn __write_hookimpl_above_this_impl()
    where
        Self: private::Sized;
    ///
    ///Hook, a call returns `()`, a wrapper takes `next: &dyn Fn()`.
    fn fine(&self) {
        private::not_implemented("GatewayHooks::fine")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __fine_wrapper(&self, next: &dyn private::Fn()) {
        next()
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __fine_under_specname(&self, number: usize)
    where
        Self: private::Sized,
    {
        private::ignore((number,));
        private::not_implemented("GatewayHooks::fine")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __fine_wrapper_under_specname(&self, number: usize, next: &dyn private::Fn())
    where
        Self: private::Sized,
    {
        private::ignore(number);
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
#[allow(clippy::iter_not_returning_iterator)]
#[derive(private::Debug)]
pub struct GatewayHooksRelay {
    ///What stands behind the hook [`fine`](GatewayHooks::fine).
    pub fine: GatewayHooksFineCaller,
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl GatewayHooksRelay {
    ///Calls the hook [`GatewayHooks::fine`].
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
#[allow(clippy::iter_not_returning_iterator)]
#[derive(private::Debug)]
pub struct GatewayHooksFineCaller(private::HookCaller<dyn GatewayHooks>);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl private::Deref for GatewayHooksFineCaller {
    type Target = private::HookCaller<dyn GatewayHooks>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
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
            private::Chain::HookImpls(hookimpls) => {
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
                                private::Target::HookImpl(hookimpl) => {
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
#[allow(clippy::iter_not_returning_iterator)]
impl private::HookSpec for dyn GatewayHooks {
    const INFO: &'static private::HookSpecInfo = &private::new_hookspec(
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
        ///Calls the hook [`GatewayHooks::fine`].
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline]
        pub fn fine(&self) {
            __fine_around::<
                __L,
                <__L as private::Holds<dyn GatewayHooks>>::Wrappers,
            >(self.0)
        }
    }
    const __fine_place: usize = private::place_of(
        <dyn GatewayHooks as private::HookSpec>::INFO,
        "fine",
    );
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __fine_around<__L, __W: private::Number>(set: &__L)
    where
        __L: private::Holds<dyn GatewayHooks>,
        <__L as private::Holds<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::Ask::<__L, dyn GatewayHooks>::has_wrapper::<__W>(__fine_place)
        } {
            return <__L as private::Holds<
                dyn GatewayHooks,
            >>::Tree::__fine_wrapper::<
                __W,
            >(set, &|| __fine_around::<__L, __W::Less>(set));
        }
        let mut gather = <private::gather::Every as private::Gather<
            (),
        >>::new(const { private::Ask::<__L, dyn GatewayHooks>::room(__fine_place) });
        __fine_passes::<
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
    fn __fine_passes<__L, __P: private::Number, __G: private::Gather<()>>(
        set: &__L,
        gather: &mut __G,
    ) -> bool
    where
        __L: private::Holds<dyn GatewayHooks>,
        <__L as private::Holds<dyn GatewayHooks>>::Tree: __Walk<__L>,
    {
        if const {
            private::Ask::<__L, dyn GatewayHooks>::has_pass::<__P>(__fine_place)
        } {
            <__L as private::Holds<
                dyn GatewayHooks,
            >>::Tree::fine::<__P, __G>(set, gather)
                && __fine_passes::<__L, __P::Less, __G>(set, gather)
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
        fn fine<__P: private::Number, __G: private::Gather<()>>(
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
        fn __fine_wrapper<__W: private::Number>(set: &__L, next: &dyn private::Fn()) {
            private::ignore(set);
            next()
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
        fn fine<__P: private::Number, __G: private::Gather<()>>(
            set: &__L,
            gather: &mut __G,
        ) -> bool {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::Ask::<__L, dyn GatewayHooks>::answers::<__P, Self>(__fine_place)
            } {
                private::NONE => true,
                0 => {
                    private::leaves_out::<_, dyn GatewayHooks>(plugin, "fine")
                        || private::Gather::take(gather, GatewayHooks::fine(plugin))
                }
                number => {
                    private::Gather::take(
                        gather,
                        GatewayHooks::__fine_under_specname(plugin, number),
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
        fn __fine_wrapper<__W: private::Number>(set: &__L, next: &dyn private::Fn()) {
            let plugin = private::Field::<__N>::field(set);
            match const {
                private::Ask::<__L, dyn GatewayHooks>::wraps::<__W, Self>(__fine_place)
            } {
                0 => GatewayHooks::__fine_wrapper(plugin, next),
                number => {
                    GatewayHooks::__fine_wrapper_under_specname(plugin, number, next)
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
        fn fine<__P: private::Number, __G: private::Gather<()>>(
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
                    >::answers::<__P, __B>(__fine_place) == private::NONE
                } || __B::fine::<__P, __G>(set, gather))
                    && (const {
                        private::Ask::<
                            __L,
                            dyn GatewayHooks,
                        >::answers::<__P, __A>(__fine_place) == private::NONE
                    } || __A::fine::<__P, __G>(set, gather))
            } else {
                (const {
                    private::Ask::<
                        __L,
                        dyn GatewayHooks,
                    >::answers::<__P, __A>(__fine_place) == private::NONE
                } || __A::fine::<__P, __G>(set, gather))
                    && (const {
                        private::Ask::<
                            __L,
                            dyn GatewayHooks,
                        >::answers::<__P, __B>(__fine_place) == private::NONE
                    } || __B::fine::<__P, __G>(set, gather))
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
        fn __fine_wrapper<__W: private::Number>(set: &__L, next: &dyn private::Fn()) {
            if const {
                private::Ask::<__L, dyn GatewayHooks>::wraps::<__W, __A>(__fine_place)
                    == private::NONE
            } {
                __B::__fine_wrapper::<__W>(set, next)
            } else {
                __A::__fine_wrapper::<__W>(set, next)
            }
        }
    }
};
::core::compile_error! {
    "hook `without_receiver` must take `&self`: all plugins are shared"
}
