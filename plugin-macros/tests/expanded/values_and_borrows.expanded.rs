// Written by `cargo xtask bless`. `private` is the hidden module. Code for a feature is
// shown without the macro that drops it if the feature is off.

pub(crate) trait Library: facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + 'static {
    #[doc(hidden)]
    type __WriteHookimplAboveThisImpl: facade::plugins::__private_0_1_0::WrittenByHookimpl
    where
        Self: facade::plugins::__private_0_1_0::Sized;
    /// A value: each plugin gets a clone.
    ///
    ///A call returns `Result<Vec<u32>, Error>`. A wrapper takes `next: &dyn Fn(String, &mut Vec<Tag>) -> Result<Vec<u32>, Error>`.
    fn add(&self, title: String, tags: &mut Vec<Tag>) -> Result<u32, Error> {
        facade::plugins::__private_0_1_0::ignore((title, tags));
        facade::plugins::__private_0_1_0::not_implemented("Library::add")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __add_wrapper(
        &self,
        title: String,
        tags: &mut Vec<Tag>,
        next: &dyn facade::plugins::__private_0_1_0::Fn(
            String,
            &mut Vec<Tag>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error>,
    ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
        next(title, tags)
    }
    /// Borrowed from the plugins.
    ///
    ///A call returns `Vec<&str>`. A wrapper takes `next: &dyn Fn(&str) -> Vec<&str>`.
    fn titles(&self, shelf: &str) -> Option<&str> {
        facade::plugins::__private_0_1_0::ignore((shelf,));
        facade::plugins::__private_0_1_0::not_implemented("Library::titles")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __titles_wrapper<'__plugin>(
        &'__plugin self,
        shelf: &str,
        next: &dyn facade::plugins::__private_0_1_0::Fn(
            &str,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str>,
    ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
        next(shelf)
    }
    #[cfg(feature = "loans")]
    #[deprecated(note = "use `lend`")]
    ///
    ///A call returns `()`. A wrapper takes `next: &dyn Fn(u32)`.
    fn loan(&self, id: u32) {
        facade::plugins::__private_0_1_0::ignore((id,));
        facade::plugins::__private_0_1_0::not_implemented("Library::loan")
    }
    #[cfg(feature = "loans")]
    #[allow(deprecated, dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __loan_wrapper(
        &self,
        id: u32,
        next: &dyn facade::plugins::__private_0_1_0::Fn(u32),
    ) {
        next(id)
    }
    ///
    ///This hook is `historic`. A call returns `Result<Vec<Greeting>, Error>`. It cannot be wrapped.
    fn on_opened(&self, name: &str) -> Result<Option<Greeting>, Error> {
        facade::plugins::__private_0_1_0::ignore((name,));
        facade::plugins::__private_0_1_0::not_implemented("Library::on_opened")
    }
    #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
    #[doc(hidden)]
    fn __on_opened_wrapper(
        &self,
        name: &str,
        next: &dyn facade::plugins::__private_0_1_0::Fn(
            &str,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<Greeting>, Error>,
    ) -> Result<facade::plugins::__private_0_1_0::Vec<Greeting>, Error> {
        next(name)
    }
}
///Calls the hooks of [`Library`]: one method per hook. The field of the same name gives access to the hookimpls and to other ways to call the hook.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryRelay {
    ///The caller of the hook [`add`](Library::add).
    pub(crate) add: LibraryAddCaller,
    ///The caller of the hook [`titles`](Library::titles).
    pub(crate) titles: LibraryTitlesCaller,
    #[cfg(feature = "loans")]
    ///The caller of the hook [`loan`](Library::loan).
    pub(crate) loan: LibraryLoanCaller,
    ///The caller of the hook [`on_opened`](Library::on_opened).
    pub(crate) on_opened: LibraryOnOpenedCaller,
}
///The caller of the hook [`add`](Library::add): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryAddCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
///The caller of the hook [`titles`](Library::titles): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryTitlesCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
#[cfg(feature = "loans")]
///The caller of the hook [`loan`](Library::loan): its name, its options and its hookimpls in call order.
#[allow(deprecated, dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryLoanCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
///The caller of the hook [`on_opened`](Library::on_opened): its name, its options and its hookimpls in call order.
#[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryOnOpenedCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
#[allow(
    deprecated,
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
    use facade::plugins::__private_0_1_0::{
        AsDebug as _, AsDebugFallback as _, TryClone as _, TryCloneFallback as _,
    };
    impl LibraryRelay {
        /// A value: each plugin gets a clone.
        #[inline]
        pub(crate) fn add(
            &self,
            title: String,
            tags: &mut Vec<Tag>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
            match self.add.0.direct() {
                facade::plugins::__private_0_1_0::Some(hookimpls) => {
                    facade::plugins::__private_0_1_0::call::try_collect(
                        hookimpls,
                        |hookimpl| Library::add(
                            hookimpl,
                            facade::plugins::__private_0_1_0::Duplicable::copy(&title),
                            &mut *tags,
                        ),
                    )
                }
                facade::plugins::__private_0_1_0::None => {
                    match self.add.0.chain() {
                        facade::plugins::__private_0_1_0::Some(chain) => {
                            LibraryAddCaller::__around::<()>(chain, title, tags)
                        }
                        facade::plugins::__private_0_1_0::None => {
                            self.add.__extra::<()>(&[], title, tags)
                        }
                    }
                }
            }
        }
        /// Borrowed from the plugins.
        #[inline]
        pub(crate) fn titles(
            &self,
            shelf: &str,
        ) -> facade::plugins::__private_0_1_0::Vec<&str> {
            match self.titles.0.direct() {
                facade::plugins::__private_0_1_0::Some(hookimpls) => {
                    facade::plugins::__private_0_1_0::call::collect_some(
                        hookimpls,
                        |hookimpl| Library::titles(hookimpl, shelf),
                    )
                }
                facade::plugins::__private_0_1_0::None => {
                    match self.titles.0.chain() {
                        facade::plugins::__private_0_1_0::Some(chain) => {
                            LibraryTitlesCaller::__around::<()>(chain, shelf)
                        }
                        facade::plugins::__private_0_1_0::None => {
                            self.titles.__extra::<()>(&[], shelf)
                        }
                    }
                }
            }
        }
        ///Calls the hook [`Library::loan`].
        #[cfg(feature = "loans")]
        #[deprecated(note = "use `lend`")]
        #[inline]
        pub(crate) fn loan(&self, id: u32) {
            match self.loan.0.direct() {
                facade::plugins::__private_0_1_0::Some(hookimpls) => {
                    facade::plugins::__private_0_1_0::call::every(
                        hookimpls,
                        |hookimpl| Library::loan(
                            hookimpl,
                            facade::plugins::__private_0_1_0::Duplicable::copy(&id),
                        ),
                    )
                }
                facade::plugins::__private_0_1_0::None => {
                    match self.loan.0.chain() {
                        facade::plugins::__private_0_1_0::Some(chain) => {
                            LibraryLoanCaller::__around::<()>(chain, id)
                        }
                        facade::plugins::__private_0_1_0::None => {
                            self.loan.__extra::<()>(&[], id)
                        }
                    }
                }
            }
        }
        ///Calls the hook [`Library::on_opened`].
        #[inline]
        pub(crate) fn on_opened(
            &self,
            name: &str,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<Greeting>, Error> {
            self.on_opened.__call::<()>(facade::plugins::__private_0_1_0::None, name)
        }
    }
    impl facade::plugins::__private_0_1_0::Deref for LibraryAddCaller {
        type Target = facade::plugins::__private_0_1_0::HookCaller<dyn Library>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    impl LibraryAddCaller {
        ///Calls the hook with extra implementations for this call only. They run after the hookimpls that are `tryfirst` and before all others, the last one first. See [`Library::add`].
        #[inline]
        pub(crate) fn call_extra(
            &self,
            extras: &[&dyn facade::plugins::__private_0_1_0::Fn(
                String,
                &mut Vec<Tag>,
            ) -> Result<u32, Error>],
            title: String,
            tags: &mut Vec<Tag>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
            self.__extra::<()>(extras, title, tags)
        }
        #[inline(never)]
        fn __extra<__L>(
            &self,
            extras: &[&dyn facade::plugins::__private_0_1_0::Fn(
                String,
                &mut Vec<Tag>,
            ) -> Result<u32, Error>],
            title: String,
            tags: &mut Vec<Tag>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
            facade::plugins::__private_0_1_0::observed!(
                self.0.observe(extras.len()), ["title" title, "tags" tags], fallible,
                self.__call:: < __L > (0, extras, title, tags)
            )
        }
        #[inline(never)]
        fn __around<__L>(
            chain: &facade::plugins::__private_0_1_0::Chain<dyn Library>,
            title: String,
            tags: &mut Vec<Tag>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
            Self::__within::<__L>(chain, title, tags)
        }
        fn __within<__L>(
            chain: &facade::plugins::__private_0_1_0::Chain<dyn Library>,
            title: String,
            tags: &mut Vec<Tag>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
            match chain {
                facade::plugins::__private_0_1_0::Chain::Wrapper(wrapper) => {
                    let (outer, inner) = &**wrapper;
                    Library::__add_wrapper(
                        facade::plugins::__private_0_1_0::ImplRef::get(outer),
                        title,
                        tags,
                        &|title, tags| Self::__within::<__L>(inner, title, tags),
                    )
                }
                facade::plugins::__private_0_1_0::Chain::HookImpls(hookimpls) => {
                    facade::plugins::__private_0_1_0::call::outlined(|| facade::plugins::__private_0_1_0::call::try_collect(
                        <[_]>::iter(hookimpls),
                        |hookimpl| {
                            let hookimpl = facade::plugins::__private_0_1_0::ImplRef::get(
                                hookimpl,
                            );
                            Library::add(
                                hookimpl,
                                facade::plugins::__private_0_1_0::Duplicable::copy(&title),
                                &mut *tags,
                            )
                        },
                    ))
                }
            }
        }
        fn __call<__L>(
            &self,
            depth: usize,
            extras: &[&dyn facade::plugins::__private_0_1_0::Fn(
                String,
                &mut Vec<Tag>,
            ) -> Result<u32, Error>],
            title: String,
            tags: &mut Vec<Tag>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
            match self.0.wrapper(depth) {
                facade::plugins::__private_0_1_0::Some(wrapper) => {
                    self.0
                        .wrap(
                            wrapper,
                            &mut |step| match step {
                                facade::plugins::__private_0_1_0::Step::Wrapper(
                                    wrapper,
                                    keeper,
                                ) => {
                                    Library::__add_wrapper(
                                        wrapper,
                                        facade::plugins::__private_0_1_0::Duplicable::copy(&title),
                                        &mut *tags,
                                        &|title, tags| {
                                            facade::plugins::__private_0_1_0::kept!(
                                                keeper, self.__call:: < __L > (depth + 1, extras, title,
                                                tags)
                                            )
                                        },
                                    )
                                }
                                facade::plugins::__private_0_1_0::Step::Next => {
                                    self.__call::<
                                            __L,
                                        >(
                                        depth + 1,
                                        extras,
                                        facade::plugins::__private_0_1_0::Duplicable::copy(&title),
                                        &mut *tags,
                                    )
                                }
                            },
                            |it| {
                                facade::plugins::__private_0_1_0::observed!(@ fallible it)
                            },
                        )
                }
                facade::plugins::__private_0_1_0::None => {
                    facade::plugins::__private_0_1_0::call::try_collect(
                        self
                            .0
                            .results(
                                extras.len(),
                                &mut |target| match target {
                                    facade::plugins::__private_0_1_0::Target::HookImpl(
                                        hookimpl,
                                    ) => {
                                        Library::add(
                                            hookimpl,
                                            facade::plugins::__private_0_1_0::Duplicable::copy(&title),
                                            &mut *tags,
                                        )
                                    }
                                    facade::plugins::__private_0_1_0::Target::Extra(extra) => {
                                        extras[extra](
                                            facade::plugins::__private_0_1_0::Duplicable::copy(&title),
                                            &mut *tags,
                                        )
                                    }
                                },
                                |it| {
                                    facade::plugins::__private_0_1_0::observed!(@ fallible it)
                                },
                            ),
                        facade::plugins::__private_0_1_0::identity,
                    )
                }
            }
        }
    }
    impl facade::plugins::__private_0_1_0::Deref for LibraryTitlesCaller {
        type Target = facade::plugins::__private_0_1_0::HookCaller<dyn Library>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    impl LibraryTitlesCaller {
        ///Calls the hook with extra implementations for this call only. They run after the hookimpls that are `tryfirst` and before all others, the last one first. See [`Library::titles`].
        #[inline]
        pub(crate) fn call_extra<'__plugin>(
            &'__plugin self,
            extras: &'__plugin [&'__plugin dyn facade::plugins::__private_0_1_0::Fn(
                &str,
            ) -> Option<&'__plugin str>],
            shelf: &str,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
            self.__extra::<()>(extras, shelf)
        }
        #[inline(never)]
        fn __extra<'__plugin, __L>(
            &'__plugin self,
            extras: &'__plugin [&'__plugin dyn facade::plugins::__private_0_1_0::Fn(
                &str,
            ) -> Option<&'__plugin str>],
            shelf: &str,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
            facade::plugins::__private_0_1_0::observed!(
                self.0.observe(extras.len()), ["shelf" shelf], plain, self.__call:: < __L
                > (0, extras, shelf)
            )
        }
        #[inline(never)]
        fn __around<'__plugin, __L>(
            chain: &'__plugin facade::plugins::__private_0_1_0::Chain<dyn Library>,
            shelf: &str,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
            Self::__within::<__L>(chain, shelf)
        }
        fn __within<'__plugin, __L>(
            chain: &'__plugin facade::plugins::__private_0_1_0::Chain<dyn Library>,
            shelf: &str,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
            match chain {
                facade::plugins::__private_0_1_0::Chain::Wrapper(wrapper) => {
                    let (outer, inner) = &**wrapper;
                    Library::__titles_wrapper(
                        facade::plugins::__private_0_1_0::ImplRef::get(outer),
                        shelf,
                        &|shelf| Self::__within::<__L>(inner, shelf),
                    )
                }
                facade::plugins::__private_0_1_0::Chain::HookImpls(hookimpls) => {
                    facade::plugins::__private_0_1_0::call::outlined(|| facade::plugins::__private_0_1_0::call::collect_some(
                        <[_]>::iter(hookimpls),
                        |hookimpl| {
                            let hookimpl = facade::plugins::__private_0_1_0::ImplRef::get(
                                hookimpl,
                            );
                            Library::titles(hookimpl, shelf)
                        },
                    ))
                }
            }
        }
        fn __call<'__plugin, __L>(
            &'__plugin self,
            depth: usize,
            extras: &'__plugin [&'__plugin dyn facade::plugins::__private_0_1_0::Fn(
                &str,
            ) -> Option<&'__plugin str>],
            shelf: &str,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
            match self.0.wrapper(depth) {
                facade::plugins::__private_0_1_0::Some(wrapper) => {
                    self.0
                        .wrap(
                            wrapper,
                            &mut |step| match step {
                                facade::plugins::__private_0_1_0::Step::Wrapper(
                                    wrapper,
                                    keeper,
                                ) => {
                                    Library::__titles_wrapper(
                                        wrapper,
                                        shelf,
                                        &|shelf| {
                                            facade::plugins::__private_0_1_0::kept!(
                                                keeper, self.__call:: < __L > (depth + 1, extras, shelf)
                                            )
                                        },
                                    )
                                }
                                facade::plugins::__private_0_1_0::Step::Next => {
                                    self.__call::<__L>(depth + 1, extras, shelf)
                                }
                            },
                            |it| facade::plugins::__private_0_1_0::observed!(@ plain it),
                        )
                }
                facade::plugins::__private_0_1_0::None => {
                    facade::plugins::__private_0_1_0::call::collect_some(
                        self
                            .0
                            .results(
                                extras.len(),
                                &mut |target| match target {
                                    facade::plugins::__private_0_1_0::Target::HookImpl(
                                        hookimpl,
                                    ) => Library::titles(hookimpl, shelf),
                                    facade::plugins::__private_0_1_0::Target::Extra(extra) => {
                                        extras[extra](shelf)
                                    }
                                },
                                |it| facade::plugins::__private_0_1_0::observed!(@ plain it),
                            ),
                        facade::plugins::__private_0_1_0::identity,
                    )
                }
            }
        }
    }
    #[cfg(feature = "loans")]
    impl facade::plugins::__private_0_1_0::Deref for LibraryLoanCaller {
        type Target = facade::plugins::__private_0_1_0::HookCaller<dyn Library>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    #[cfg(feature = "loans")]
    impl LibraryLoanCaller {
        ///Calls the hook with extra implementations for this call only. They run after the hookimpls that are `tryfirst` and before all others, the last one first. See [`Library::loan`].
        #[deprecated(note = "use `lend`")]
        #[inline]
        pub(crate) fn call_extra(
            &self,
            extras: &[&dyn facade::plugins::__private_0_1_0::Fn(u32)],
            id: u32,
        ) {
            self.__extra::<()>(extras, id)
        }
        #[inline(never)]
        fn __extra<__L>(
            &self,
            extras: &[&dyn facade::plugins::__private_0_1_0::Fn(u32)],
            id: u32,
        ) {
            facade::plugins::__private_0_1_0::observed!(
                self.0.observe(extras.len()), ["id" id], plain, self.__call:: < __L > (0,
                extras, id)
            )
        }
        #[inline(never)]
        fn __around<__L>(
            chain: &facade::plugins::__private_0_1_0::Chain<dyn Library>,
            id: u32,
        ) {
            Self::__within::<__L>(chain, id)
        }
        fn __within<__L>(
            chain: &facade::plugins::__private_0_1_0::Chain<dyn Library>,
            id: u32,
        ) {
            match chain {
                facade::plugins::__private_0_1_0::Chain::Wrapper(wrapper) => {
                    let (outer, inner) = &**wrapper;
                    Library::__loan_wrapper(
                        facade::plugins::__private_0_1_0::ImplRef::get(outer),
                        id,
                        &|id| Self::__within::<__L>(inner, id),
                    )
                }
                facade::plugins::__private_0_1_0::Chain::HookImpls(hookimpls) => {
                    facade::plugins::__private_0_1_0::call::outlined(|| facade::plugins::__private_0_1_0::call::every(
                        <[_]>::iter(hookimpls),
                        |hookimpl| {
                            let hookimpl = facade::plugins::__private_0_1_0::ImplRef::get(
                                hookimpl,
                            );
                            Library::loan(
                                hookimpl,
                                facade::plugins::__private_0_1_0::Duplicable::copy(&id),
                            )
                        },
                    ))
                }
            }
        }
        fn __call<__L>(
            &self,
            depth: usize,
            extras: &[&dyn facade::plugins::__private_0_1_0::Fn(u32)],
            id: u32,
        ) {
            match self.0.wrapper(depth) {
                facade::plugins::__private_0_1_0::Some(wrapper) => {
                    self.0
                        .wrap(
                            wrapper,
                            &mut |step| match step {
                                facade::plugins::__private_0_1_0::Step::Wrapper(
                                    wrapper,
                                    keeper,
                                ) => {
                                    Library::__loan_wrapper(
                                        wrapper,
                                        facade::plugins::__private_0_1_0::Duplicable::copy(&id),
                                        &|id| {
                                            facade::plugins::__private_0_1_0::kept!(
                                                keeper, self.__call:: < __L > (depth + 1, extras, id)
                                            )
                                        },
                                    )
                                }
                                facade::plugins::__private_0_1_0::Step::Next => {
                                    self.__call::<
                                            __L,
                                        >(
                                        depth + 1,
                                        extras,
                                        facade::plugins::__private_0_1_0::Duplicable::copy(&id),
                                    )
                                }
                            },
                            |it| facade::plugins::__private_0_1_0::observed!(@ plain it),
                        )
                }
                facade::plugins::__private_0_1_0::None => {
                    facade::plugins::__private_0_1_0::call::every(
                        self
                            .0
                            .results(
                                extras.len(),
                                &mut |target| match target {
                                    facade::plugins::__private_0_1_0::Target::HookImpl(
                                        hookimpl,
                                    ) => {
                                        Library::loan(
                                            hookimpl,
                                            facade::plugins::__private_0_1_0::Duplicable::copy(&id),
                                        )
                                    }
                                    facade::plugins::__private_0_1_0::Target::Extra(extra) => {
                                        extras[extra](
                                            facade::plugins::__private_0_1_0::Duplicable::copy(&id),
                                        )
                                    }
                                },
                                |it| facade::plugins::__private_0_1_0::observed!(@ plain it),
                            ),
                        facade::plugins::__private_0_1_0::identity,
                    )
                }
            }
        }
    }
    impl facade::plugins::__private_0_1_0::Deref for LibraryOnOpenedCaller {
        type Target = facade::plugins::__private_0_1_0::HookCaller<dyn Library>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    impl LibraryOnOpenedCaller {
        ///Calls the hook and passes each result to `callback`: results of registered plugins after all of them have returned, results of later plugins when they are registered. See [`Library::on_opened`].
        #[inline]
        pub(crate) fn call_historic(
            &self,
            callback: impl facade::plugins::__private_0_1_0::Fn(
                Greeting,
            ) + facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + 'static,
            name: &str,
        ) -> Result<(), Error> {
            let callback: facade::plugins::__private_0_1_0::Arc<
                dyn facade::plugins::__private_0_1_0::Fn(
                    Greeting,
                ) + facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync,
            > = facade::plugins::__private_0_1_0::Arc::new(callback);
            let now = facade::plugins::__private_0_1_0::Clone::clone(&callback);
            for result in self
                .__call::<()>(facade::plugins::__private_0_1_0::Some(callback), name)?
            {
                now(result);
            }
            facade::plugins::__private_0_1_0::Ok(())
        }
        #[inline(never)]
        fn __call<__L>(
            &self,
            callback: facade::plugins::__private_0_1_0::Option<
                facade::plugins::__private_0_1_0::Arc<
                    dyn facade::plugins::__private_0_1_0::Fn(
                        Greeting,
                    ) + facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync,
                >,
            >,
            name: &str,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<Greeting>, Error> {
            let live = {
                let name = facade::plugins::__private_0_1_0::keep::<str>(name);
                self.0
                    .remember(move |hookimpl, observation| {
                        let name: &str = facade::plugins::__private_0_1_0::Borrow::borrow(
                            &name,
                        );
                        let result = facade::plugins::__private_0_1_0::observed!(
                            observation, ["name" name], fallible,
                            Library::on_opened(hookimpl, name)
                        );
                        facade::plugins::__private_0_1_0::replayed::try_collect_some(
                            result,
                            callback.as_deref(),
                        )
                    })
            };
            facade::plugins::__private_0_1_0::observed!(
                self.0.observe_live(& live), ["name" name], fallible,
                facade::plugins::__private_0_1_0::call::try_collect_some(self.0
                .live_results(& live, & mut | hookimpl | Library::on_opened(hookimpl,
                name), | it | facade::plugins::__private_0_1_0::observed!(@ fallible
                it),), facade::plugins::__private_0_1_0::identity,)
            )
        }
    }
    impl facade::plugins::__private_0_1_0::HasRelay for dyn Library + '_ {
        type Relay = LibraryRelay;
    }
    impl facade::plugins::__private_0_1_0::HookSpec for dyn Library {
        const INFO: &'static facade::plugins::__private_0_1_0::HookSpecInfo = &facade::plugins::__private_0_1_0::new_hookspec(
            "Library",
            facade::plugins::__private_0_1_0::Some("library"),
            facade::plugins::__private_0_1_0::package!(),
            facade::plugins::__private_0_1_0::location!(),
            &[
                facade::plugins::__private_0_1_0::new_hook(
                    "Library",
                    "add",
                    &["title", "tags"],
                    false,
                    false,
                ),
                facade::plugins::__private_0_1_0::new_hook(
                    "Library",
                    "titles",
                    &["shelf"],
                    false,
                    false,
                ),
                #[cfg(feature = "loans")]
                facade::plugins::__private_0_1_0::new_hook(
                    "Library",
                    "loan",
                    &["id"],
                    false,
                    false,
                ),
                facade::plugins::__private_0_1_0::new_hook(
                    "Library",
                    "on_opened",
                    &["name"],
                    false,
                    true,
                ),
            ],
        );
        fn relay(
            mut callers: facade::plugins::__private_0_1_0::Callers<'_, Self>,
        ) -> LibraryRelay {
            LibraryRelay {
                add: LibraryAddCaller(callers.next_caller()),
                titles: LibraryTitlesCaller(callers.next_caller()),
                #[cfg(feature = "loans")]
                loan: LibraryLoanCaller(callers.next_caller()),
                on_opened: LibraryOnOpenedCaller(callers.next_caller()),
            }
        }
        #[inline(never)]
        fn __hookspec_writes_this() -> facade::plugins::__private_0_1_0::Erased {
            facade::plugins::__private_0_1_0::erased::<Self>()
        }
    }
    facade::plugins::__private_0_1_0::register!(
        __HOOKSPEC, facade::plugins::__private_0_1_0::Entry::HookSpec(< dyn Library as
        facade::plugins::__private_0_1_0::HookSpec > ::INFO)
    );
};
#[allow(dead_code, non_camel_case_types)]
enum __LibraryHook {
    add,
    titles,
    #[cfg(feature = "loans")]
    loan,
    on_opened,
}
#[allow(dead_code, deprecated, non_upper_case_globals)]
impl dyn Library {
    #[doc(hidden)]
    pub(crate) const __add_hook: usize = __LibraryHook::add as usize;
    #[doc(hidden)]
    pub(crate) const __titles_hook: usize = __LibraryHook::titles as usize;
    #[cfg(feature = "loans")]
    #[deprecated(note = "use `lend`")]
    #[doc(hidden)]
    pub(crate) const __loan_hook: usize = __LibraryHook::loan as usize;
    #[doc(hidden)]
    pub(crate) const __on_opened_hook: usize = __LibraryHook::on_opened as usize;
    #[doc(hidden)]
    pub(crate) const fn __on_opened_takes_wrappers() -> facade::plugins::__private_0_1_0::Historic {
        facade::plugins::__private_0_1_0::Historic
    }
}
