// Written by `cargo xtask bless`. `private` stands for the hidden module.

pub(crate) trait Library: facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + 'static {
    #[doc(hidden)]
    fn __write_hookimpl_above_this_impl()
    where
        Self: facade::plugins::__private_0_1_0::Sized;
    /// A value: each plugin gets a clone.
    ///
    ///Hook, a call returns `Result<Vec<u32>, Error>`, a wrapper takes `next: &dyn Fn(String, &mut Vec<Tag>) -> Result<Vec<u32>, Error>`.
    fn add(&self, title: String, tags: &mut Vec<Tag>) -> Result<u32, Error> {
        facade::plugins::__private_0_1_0::ignore((title, tags));
        facade::plugins::__private_0_1_0::not_implemented("Library::add")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __add_under_specname(
        &self,
        number: usize,
        title: String,
        tags: &mut Vec<Tag>,
    ) -> Result<u32, Error>
    where
        Self: facade::plugins::__private_0_1_0::Sized,
    {
        facade::plugins::__private_0_1_0::ignore((number, title, tags));
        facade::plugins::__private_0_1_0::not_implemented("Library::add")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __add_wrapper_under_specname(
        &self,
        number: usize,
        title: String,
        tags: &mut Vec<Tag>,
        next: &dyn facade::plugins::__private_0_1_0::Fn(
            String,
            &mut Vec<Tag>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error>,
    ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error>
    where
        Self: facade::plugins::__private_0_1_0::Sized,
    {
        facade::plugins::__private_0_1_0::ignore(number);
        next(title, tags)
    }
    /// Borrowed from the plugins.
    ///
    ///Hook, a call returns `Vec<&str>`, a wrapper takes `next: &dyn Fn(&str) -> Vec<&str>`.
    fn titles(&self, shelf: &str) -> Option<&str> {
        facade::plugins::__private_0_1_0::ignore((shelf,));
        facade::plugins::__private_0_1_0::not_implemented("Library::titles")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __titles_under_specname<'__plugin>(
        &'__plugin self,
        number: usize,
        shelf: &str,
    ) -> Option<&'__plugin str>
    where
        Self: facade::plugins::__private_0_1_0::Sized,
    {
        facade::plugins::__private_0_1_0::ignore((number, shelf));
        facade::plugins::__private_0_1_0::not_implemented("Library::titles")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __titles_wrapper_under_specname<'__plugin>(
        &'__plugin self,
        number: usize,
        shelf: &str,
        next: &dyn facade::plugins::__private_0_1_0::Fn(
            &str,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str>,
    ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str>
    where
        Self: facade::plugins::__private_0_1_0::Sized,
    {
        facade::plugins::__private_0_1_0::ignore(number);
        next(shelf)
    }
    #[cfg(feature = "loans")]
    #[deprecated(note = "use `lend`")]
    ///
    ///Hook, a call returns `()`, a wrapper takes `next: &dyn Fn(u32)`.
    fn loan(&self, id: u32) {
        facade::plugins::__private_0_1_0::ignore((id,));
        facade::plugins::__private_0_1_0::not_implemented("Library::loan")
    }
    #[cfg(feature = "loans")]
    #[allow(deprecated)]
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __loan_wrapper(
        &self,
        id: u32,
        next: &dyn facade::plugins::__private_0_1_0::Fn(u32),
    ) {
        next(id)
    }
    #[cfg(feature = "loans")]
    #[allow(deprecated)]
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __loan_under_specname(&self, number: usize, id: u32)
    where
        Self: facade::plugins::__private_0_1_0::Sized,
    {
        facade::plugins::__private_0_1_0::ignore((number, id));
        facade::plugins::__private_0_1_0::not_implemented("Library::loan")
    }
    #[cfg(feature = "loans")]
    #[allow(deprecated)]
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __loan_wrapper_under_specname(
        &self,
        number: usize,
        id: u32,
        next: &dyn facade::plugins::__private_0_1_0::Fn(u32),
    )
    where
        Self: facade::plugins::__private_0_1_0::Sized,
    {
        facade::plugins::__private_0_1_0::ignore(number);
        next(id)
    }
    ///
    ///Hook, `historic`: a call returns `Result<Vec<Greeting>, Error>`, it takes no wrapper.
    fn on_opened(&self, name: &str) -> Result<Option<Greeting>, Error> {
        facade::plugins::__private_0_1_0::ignore((name,));
        facade::plugins::__private_0_1_0::not_implemented("Library::on_opened")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __on_opened_under_specname(
        &self,
        number: usize,
        name: &str,
    ) -> Result<Option<Greeting>, Error>
    where
        Self: facade::plugins::__private_0_1_0::Sized,
    {
        facade::plugins::__private_0_1_0::ignore((number, name));
        facade::plugins::__private_0_1_0::not_implemented("Library::on_opened")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[doc(hidden)]
    fn __on_opened_wrapper_under_specname(
        &self,
        number: usize,
        name: &str,
        next: &dyn facade::plugins::__private_0_1_0::Fn(
            &str,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<Greeting>, Error>,
    ) -> Result<facade::plugins::__private_0_1_0::Vec<Greeting>, Error>
    where
        Self: facade::plugins::__private_0_1_0::Sized,
    {
        facade::plugins::__private_0_1_0::ignore(number);
        next(name)
    }
}
///The hooks of [`Library`], to be called: one method per hook. What stands behind a hook is in the field of the same name.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryRelay {
    ///What stands behind the hook [`add`](Library::add).
    pub(crate) add: LibraryAddCaller,
    ///What stands behind the hook [`titles`](Library::titles).
    pub(crate) titles: LibraryTitlesCaller,
    #[cfg(feature = "loans")]
    ///What stands behind the hook [`loan`](Library::loan).
    pub(crate) loan: LibraryLoanCaller,
    ///What stands behind the hook [`on_opened`](Library::on_opened).
    pub(crate) on_opened: LibraryOnOpenedCaller,
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl LibraryRelay {
    /// A value: each plugin gets a clone.
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
                        LibraryAddCaller::__around(chain, title, tags)
                    }
                    facade::plugins::__private_0_1_0::None => {
                        self.add.call_extra(&[], title, tags)
                    }
                }
            }
        }
    }
    /// Borrowed from the plugins.
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
                        LibraryTitlesCaller::__around(chain, shelf)
                    }
                    facade::plugins::__private_0_1_0::None => {
                        self.titles.call_extra(&[], shelf)
                    }
                }
            }
        }
    }
    ///Calls the hook [`Library::loan`].
    #[cfg(feature = "loans")]
    #[deprecated(note = "use `lend`")]
    #[allow(deprecated)]
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
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
                        LibraryLoanCaller::__around(chain, id)
                    }
                    facade::plugins::__private_0_1_0::None => {
                        self.loan.call_extra(&[], id)
                    }
                }
            }
        }
    }
    ///Calls the hook [`Library::on_opened`].
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline]
    pub(crate) fn on_opened(
        &self,
        name: &str,
    ) -> Result<facade::plugins::__private_0_1_0::Vec<Greeting>, Error> {
        self.on_opened.__call(facade::plugins::__private_0_1_0::None, name)
    }
}
///What stands behind the hook [`add`](Library::add): its name and options, and its hookimpls in call order.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryAddCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl facade::plugins::__private_0_1_0::Deref for LibraryAddCaller {
    type Target = facade::plugins::__private_0_1_0::HookCaller<dyn Library>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl LibraryAddCaller {
    ///Calls the hook with more implementations, for this call only: after those that are `tryfirst`, before all others, the last one given first. See [`Library::add`].
    pub(crate) fn call_extra(
        &self,
        extras: &[&dyn facade::plugins::__private_0_1_0::Fn(
            String,
            &mut Vec<Tag>,
        ) -> Result<u32, Error>],
        title: String,
        tags: &mut Vec<Tag>,
    ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
        facade::plugins::__private_0_1_0::observed!(
            self.0.observe(extras.len()), ["title" title, "tags" tags], fallible, self
            .__call(0, extras, title, tags)
        )
    }
    fn __around(
        chain: &facade::plugins::__private_0_1_0::Chain<dyn Library>,
        title: String,
        tags: &mut Vec<Tag>,
    ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
        match chain {
            facade::plugins::__private_0_1_0::Chain::Wrapper(wrapper) => {
                let (outer, inner) = &**wrapper;
                Library::__add_wrapper(
                    facade::plugins::__private_0_1_0::Direct::get(outer),
                    title,
                    tags,
                    &|title, tags| Self::__around(inner, title, tags),
                )
            }
            facade::plugins::__private_0_1_0::Chain::HookImpls(hookimpls) => {
                facade::plugins::__private_0_1_0::call::apart(|| facade::plugins::__private_0_1_0::call::try_collect(
                    <[_]>::iter(hookimpls),
                    |hookimpl| {
                        let hookimpl = facade::plugins::__private_0_1_0::Direct::get(
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
    fn __call(
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
                        |step| match step {
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
                                            keeper, self.__call(depth + 1, extras, title, tags)
                                        )
                                    },
                                )
                            }
                            facade::plugins::__private_0_1_0::Step::Next => {
                                self.__call(
                                    depth + 1,
                                    extras,
                                    facade::plugins::__private_0_1_0::Duplicable::copy(&title),
                                    &mut *tags,
                                )
                            }
                        },
                        |it| facade::plugins::__private_0_1_0::observed!(@ fallible it),
                    )
            }
            facade::plugins::__private_0_1_0::None => {
                facade::plugins::__private_0_1_0::call::try_collect(
                    self
                        .0
                        .answers(
                            extras,
                            |target| match target {
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
                                    extra(
                                        facade::plugins::__private_0_1_0::Duplicable::copy(&title),
                                        &mut *tags,
                                    )
                                }
                            },
                            |it| {
                                facade::plugins::__private_0_1_0::observed!(@ fallible it)
                            },
                        ),
                    |answer| answer,
                )
            }
        }
    }
}
///What stands behind the hook [`titles`](Library::titles): its name and options, and its hookimpls in call order.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryTitlesCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl facade::plugins::__private_0_1_0::Deref for LibraryTitlesCaller {
    type Target = facade::plugins::__private_0_1_0::HookCaller<dyn Library>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl LibraryTitlesCaller {
    ///Calls the hook with more implementations, for this call only: after those that are `tryfirst`, before all others, the last one given first. See [`Library::titles`].
    pub(crate) fn call_extra<'__plugin>(
        &'__plugin self,
        extras: &'__plugin [&'__plugin dyn facade::plugins::__private_0_1_0::Fn(
            &str,
        ) -> Option<&'__plugin str>],
        shelf: &str,
    ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
        facade::plugins::__private_0_1_0::observed!(
            self.0.observe(extras.len()), ["shelf" shelf], plain, self.__call(0, extras,
            shelf)
        )
    }
    fn __around<'__plugin>(
        chain: &'__plugin facade::plugins::__private_0_1_0::Chain<dyn Library>,
        shelf: &str,
    ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
        match chain {
            facade::plugins::__private_0_1_0::Chain::Wrapper(wrapper) => {
                let (outer, inner) = &**wrapper;
                Library::__titles_wrapper(
                    facade::plugins::__private_0_1_0::Direct::get(outer),
                    shelf,
                    &|shelf| Self::__around(inner, shelf),
                )
            }
            facade::plugins::__private_0_1_0::Chain::HookImpls(hookimpls) => {
                facade::plugins::__private_0_1_0::call::apart(|| facade::plugins::__private_0_1_0::call::collect_some(
                    <[_]>::iter(hookimpls),
                    |hookimpl| {
                        let hookimpl = facade::plugins::__private_0_1_0::Direct::get(
                            hookimpl,
                        );
                        Library::titles(hookimpl, shelf)
                    },
                ))
            }
        }
    }
    fn __call<'__plugin>(
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
                        |step| match step {
                            facade::plugins::__private_0_1_0::Step::Wrapper(
                                wrapper,
                                keeper,
                            ) => {
                                Library::__titles_wrapper(
                                    wrapper,
                                    shelf,
                                    &|shelf| {
                                        facade::plugins::__private_0_1_0::kept!(
                                            keeper, self.__call(depth + 1, extras, shelf)
                                        )
                                    },
                                )
                            }
                            facade::plugins::__private_0_1_0::Step::Next => {
                                self.__call(depth + 1, extras, shelf)
                            }
                        },
                        |it| facade::plugins::__private_0_1_0::observed!(@ plain it),
                    )
            }
            facade::plugins::__private_0_1_0::None => {
                facade::plugins::__private_0_1_0::call::collect_some(
                    self
                        .0
                        .answers(
                            extras,
                            |target| match target {
                                facade::plugins::__private_0_1_0::Target::HookImpl(
                                    hookimpl,
                                ) => Library::titles(hookimpl, shelf),
                                facade::plugins::__private_0_1_0::Target::Extra(extra) => {
                                    extra(shelf)
                                }
                            },
                            |it| facade::plugins::__private_0_1_0::observed!(@ plain it),
                        ),
                    |answer| answer,
                )
            }
        }
    }
}
#[cfg(feature = "loans")]
///What stands behind the hook [`loan`](Library::loan): its name and options, and its hookimpls in call order.
#[allow(deprecated)]
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryLoanCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
#[cfg(feature = "loans")]
#[allow(deprecated)]
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl facade::plugins::__private_0_1_0::Deref for LibraryLoanCaller {
    type Target = facade::plugins::__private_0_1_0::HookCaller<dyn Library>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[cfg(feature = "loans")]
#[allow(deprecated)]
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl LibraryLoanCaller {
    ///Calls the hook with more implementations, for this call only: after those that are `tryfirst`, before all others, the last one given first. See [`Library::loan`].
    #[deprecated(note = "use `lend`")]
    pub(crate) fn call_extra(
        &self,
        extras: &[&dyn facade::plugins::__private_0_1_0::Fn(u32)],
        id: u32,
    ) {
        facade::plugins::__private_0_1_0::observed!(
            self.0.observe(extras.len()), ["id" id], plain, self.__call(0, extras, id)
        )
    }
    #[deprecated(note = "use `lend`")]
    fn __around(chain: &facade::plugins::__private_0_1_0::Chain<dyn Library>, id: u32) {
        match chain {
            facade::plugins::__private_0_1_0::Chain::Wrapper(wrapper) => {
                let (outer, inner) = &**wrapper;
                Library::__loan_wrapper(
                    facade::plugins::__private_0_1_0::Direct::get(outer),
                    id,
                    &|id| Self::__around(inner, id),
                )
            }
            facade::plugins::__private_0_1_0::Chain::HookImpls(hookimpls) => {
                facade::plugins::__private_0_1_0::call::apart(|| facade::plugins::__private_0_1_0::call::every(
                    <[_]>::iter(hookimpls),
                    |hookimpl| {
                        let hookimpl = facade::plugins::__private_0_1_0::Direct::get(
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
    #[deprecated(note = "use `lend`")]
    fn __call(
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
                        |step| match step {
                            facade::plugins::__private_0_1_0::Step::Wrapper(
                                wrapper,
                                keeper,
                            ) => {
                                Library::__loan_wrapper(
                                    wrapper,
                                    facade::plugins::__private_0_1_0::Duplicable::copy(&id),
                                    &|id| {
                                        facade::plugins::__private_0_1_0::kept!(
                                            keeper, self.__call(depth + 1, extras, id)
                                        )
                                    },
                                )
                            }
                            facade::plugins::__private_0_1_0::Step::Next => {
                                self.__call(
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
                        .answers(
                            extras,
                            |target| match target {
                                facade::plugins::__private_0_1_0::Target::HookImpl(
                                    hookimpl,
                                ) => {
                                    Library::loan(
                                        hookimpl,
                                        facade::plugins::__private_0_1_0::Duplicable::copy(&id),
                                    )
                                }
                                facade::plugins::__private_0_1_0::Target::Extra(extra) => {
                                    extra(
                                        facade::plugins::__private_0_1_0::Duplicable::copy(&id),
                                    )
                                }
                            },
                            |it| facade::plugins::__private_0_1_0::observed!(@ plain it),
                        ),
                    |answer| answer,
                )
            }
        }
    }
}
///What stands behind the hook [`on_opened`](Library::on_opened): its name and options, and its hookimpls in call order.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryOnOpenedCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl facade::plugins::__private_0_1_0::Deref for LibraryOnOpenedCaller {
    type Target = facade::plugins::__private_0_1_0::HookCaller<dyn Library>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl LibraryOnOpenedCaller {
    ///Calls the hook and hands each answer to `callback`: those of the plugins of this moment after all of them were asked, those of later plugins when they come. See [`Library::on_opened`].
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
        for answer in self
            .__call(facade::plugins::__private_0_1_0::Some(callback), name)?
        {
            now(answer);
        }
        facade::plugins::__private_0_1_0::Ok(())
    }
    fn __call(
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
                    let answer = facade::plugins::__private_0_1_0::observed!(
                        observation, ["name" name], fallible,
                        Library::on_opened(hookimpl, name)
                    );
                    facade::plugins::__private_0_1_0::replayed::try_collect_some(
                        answer,
                        callback.as_deref(),
                    )
                })
        };
        facade::plugins::__private_0_1_0::observed!(
            self.0.observe_live(& live), ["name" name], fallible,
            facade::plugins::__private_0_1_0::call::try_collect_some(self.0
            .live_answers(& live, | hookimpl | Library::on_opened(hookimpl, name), | it |
            facade::plugins::__private_0_1_0::observed!(@ fallible it),), | answer |
            answer,)
        )
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl dyn Library {
    #[cfg(feature = "loans")]
    #[deprecated(note = "use `lend`")]
    #[doc(hidden)]
    pub(crate) const fn __loan_hook() {}
    #[doc(hidden)]
    pub(crate) const fn __on_opened_takes_wrappers() -> facade::plugins::__private_0_1_0::Historic {
        facade::plugins::__private_0_1_0::Historic
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
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
    type Relay = LibraryRelay;
    type Fake = LibraryFake;
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
    type StaticHooks<'set, __L: 'set> = LibraryStaticHooks<'set, __L>;
    #[inline]
    fn fused<__L>(set: &__L) -> LibraryStaticHooks<'_, __L> {
        LibraryStaticHooks(set)
    }
    #[inline(never)]
    fn erased() -> facade::plugins::__private_0_1_0::Erased {
        facade::plugins::__private_0_1_0::erased::<Self>()
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
const _: () = {
    facade::plugins::__private_0_1_0::register!(
        HOOKSPEC, facade::plugins::__private_0_1_0::Entry::HookSpec(< dyn Library as
        facade::plugins::__private_0_1_0::HookSpec > ::INFO)
    );
};
///A plugin made of closures, for tests: it implements those hooks of [`Library`] for which it is given one. `plugin_core::testing::fake` makes one.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[allow(missing_debug_implementations)]
#[derive(facade::plugins::__private_0_1_0::Default)]
pub(crate) struct LibraryFake {
    add: facade::plugins::__private_0_1_0::Option<
        facade::plugins::__private_0_1_0::Box<
            dyn facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + facade::plugins::__private_0_1_0::Fn(
                String,
                &mut Vec<Tag>,
            ) -> Result<u32, Error>,
        >,
    >,
    titles: facade::plugins::__private_0_1_0::Option<
        facade::plugins::__private_0_1_0::Box<
            dyn facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + facade::plugins::__private_0_1_0::Fn(
                &str,
            ) -> Option<&'static str>,
        >,
    >,
    #[cfg(feature = "loans")]
    loan: facade::plugins::__private_0_1_0::Option<
        facade::plugins::__private_0_1_0::Box<
            dyn facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + facade::plugins::__private_0_1_0::Fn(
                u32,
            ),
        >,
    >,
    on_opened: facade::plugins::__private_0_1_0::Option<
        facade::plugins::__private_0_1_0::Box<
            dyn facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + facade::plugins::__private_0_1_0::Fn(
                &str,
            ) -> Result<Option<Greeting>, Error>,
        >,
    >,
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl LibraryFake {
    ///Implements the hook [`add`](Library::add).
    #[must_use]
    pub(crate) fn add(
        mut self,
        fake: impl facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + 'static + facade::plugins::__private_0_1_0::Fn(
            String,
            &mut Vec<Tag>,
        ) -> Result<u32, Error>,
    ) -> Self {
        self.add = facade::plugins::__private_0_1_0::Some(
            facade::plugins::__private_0_1_0::Box::new(fake),
        );
        self
    }
    ///Implements the hook [`titles`](Library::titles).
    #[must_use]
    pub(crate) fn titles(
        mut self,
        fake: impl facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + 'static + facade::plugins::__private_0_1_0::Fn(
            &str,
        ) -> Option<&'static str>,
    ) -> Self {
        self.titles = facade::plugins::__private_0_1_0::Some(
            facade::plugins::__private_0_1_0::Box::new(fake),
        );
        self
    }
    #[cfg(feature = "loans")]
    ///Implements the hook [`loan`](Library::loan).
    #[must_use]
    pub(crate) fn loan(
        mut self,
        fake: impl facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + 'static + facade::plugins::__private_0_1_0::Fn(
            u32,
        ),
    ) -> Self {
        self.loan = facade::plugins::__private_0_1_0::Some(
            facade::plugins::__private_0_1_0::Box::new(fake),
        );
        self
    }
    ///Implements the hook [`on_opened`](Library::on_opened).
    #[must_use]
    pub(crate) fn on_opened(
        mut self,
        fake: impl facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + 'static + facade::plugins::__private_0_1_0::Fn(
            &str,
        ) -> Result<Option<Greeting>, Error>,
    ) -> Self {
        self.on_opened = facade::plugins::__private_0_1_0::Some(
            facade::plugins::__private_0_1_0::Box::new(fake),
        );
        self
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl facade::plugins::__private_0_1_0::Plugin for LibraryFake {
    const INFO: &'static facade::plugins::__private_0_1_0::PluginInfo = &facade::plugins::__private_0_1_0::new_plugin(
        "library-fake",
        "LibraryFake",
        facade::plugins::__private_0_1_0::None,
        "",
        facade::plugins::__private_0_1_0::package!(),
        facade::plugins::__private_0_1_0::location!(),
        true,
    );
    fn listed() -> facade::plugins::__private_0_1_0::Vec<
        facade::plugins::__private_0_1_0::HookImplsEntry,
    > {
        <facade::plugins::__private_0_1_0::Vec<
            _,
        > as facade::plugins::__private_0_1_0::From<
            _,
        >>::from([
            facade::plugins::__private_0_1_0::HookImplsEntry::of::<Self, dyn Library>(),
        ])
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl Library for LibraryFake {
    fn __write_hookimpl_above_this_impl() {}
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn add(&self, title: String, tags: &mut Vec<Tag>) -> Result<u32, Error> {
        match &self.add {
            facade::plugins::__private_0_1_0::Some(fake) => fake(title, tags),
            facade::plugins::__private_0_1_0::None => {
                facade::plugins::__private_0_1_0::not_implemented("Library::add")
            }
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn titles(&self, shelf: &str) -> Option<&str> {
        match &self.titles {
            facade::plugins::__private_0_1_0::Some(fake) => fake(shelf),
            facade::plugins::__private_0_1_0::None => {
                facade::plugins::__private_0_1_0::not_implemented("Library::titles")
            }
        }
    }
    #[cfg(feature = "loans")]
    #[allow(deprecated)]
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn loan(&self, id: u32) {
        match &self.loan {
            facade::plugins::__private_0_1_0::Some(fake) => fake(id),
            facade::plugins::__private_0_1_0::None => {
                facade::plugins::__private_0_1_0::not_implemented("Library::loan")
            }
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn on_opened(&self, name: &str) -> Result<Option<Greeting>, Error> {
        match &self.on_opened {
            facade::plugins::__private_0_1_0::Some(fake) => fake(name),
            facade::plugins::__private_0_1_0::None => {
                facade::plugins::__private_0_1_0::not_implemented("Library::on_opened")
            }
        }
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
impl facade::plugins::__private_0_1_0::HookImpls<dyn Library> for LibraryFake {
    const TABLE: &'static [facade::plugins::__private_0_1_0::Decl<dyn Library>] = {
        fn __own(
            instance: &facade::plugins::__private_0_1_0::Instance,
        ) -> facade::plugins::__private_0_1_0::Arc<dyn Library> {
            facade::plugins::__private_0_1_0::plugin::<LibraryFake>(instance)
        }
        let here = facade::plugins::__private_0_1_0::location!();
        &[
            facade::plugins::__private_0_1_0::Decl {
                info: facade::plugins::__private_0_1_0::new_hookimpl(
                    "add",
                    "add",
                    facade::plugins::__private_0_1_0::Precedence::Normal,
                    facade::plugins::__private_0_1_0::Kind::Plain,
                    here,
                ),
                number: 0,
                implementation: __own,
            },
            facade::plugins::__private_0_1_0::Decl {
                info: facade::plugins::__private_0_1_0::new_hookimpl(
                    "titles",
                    "titles",
                    facade::plugins::__private_0_1_0::Precedence::Normal,
                    facade::plugins::__private_0_1_0::Kind::Plain,
                    here,
                ),
                number: 0,
                implementation: __own,
            },
            #[cfg(feature = "loans")]
            facade::plugins::__private_0_1_0::Decl {
                info: facade::plugins::__private_0_1_0::new_hookimpl(
                    "loan",
                    "loan",
                    facade::plugins::__private_0_1_0::Precedence::Normal,
                    facade::plugins::__private_0_1_0::Kind::Plain,
                    here,
                ),
                number: 0,
                implementation: __own,
            },
            facade::plugins::__private_0_1_0::Decl {
                info: facade::plugins::__private_0_1_0::new_hookimpl(
                    "on_opened",
                    "on_opened",
                    facade::plugins::__private_0_1_0::Precedence::Normal,
                    facade::plugins::__private_0_1_0::Kind::Plain,
                    here,
                ),
                number: 0,
                implementation: __own,
            },
        ]
    };
    const LEAVES_OUT: facade::plugins::__private_0_1_0::Option<
        facade::plugins::__private_0_1_0::LeavesOut,
    > = facade::plugins::__private_0_1_0::Some(|__fake, __hook| {
        let __fake = facade::plugins::__private_0_1_0::typed::<Self>(__fake);
        match __hook {
            "add" => facade::plugins::__private_0_1_0::Option::is_none(&__fake.add),
            "titles" => facade::plugins::__private_0_1_0::Option::is_none(&__fake.titles),
            #[cfg(feature = "loans")]
            "loan" => facade::plugins::__private_0_1_0::Option::is_none(&__fake.loan),
            "on_opened" => {
                facade::plugins::__private_0_1_0::Option::is_none(&__fake.on_opened)
            }
            _ => true,
        }
    });
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[allow(deprecated)]
impl<__P: Library> Library for facade::plugins::__private_0_1_0::View<__P> {
    fn __write_hookimpl_above_this_impl() {}
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn add(&self, title: String, tags: &mut Vec<Tag>) -> Result<u32, Error> {
        __P::__add_under_specname(&self.plugin, self.number, title, tags)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn __add_wrapper(
        &self,
        title: String,
        tags: &mut Vec<Tag>,
        next: &dyn facade::plugins::__private_0_1_0::Fn(
            String,
            &mut Vec<Tag>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error>,
    ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
        __P::__add_wrapper_under_specname(&self.plugin, self.number, title, tags, next)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn titles(&self, shelf: &str) -> Option<&str> {
        __P::__titles_under_specname(&self.plugin, self.number, shelf)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn __titles_wrapper<'__plugin>(
        &'__plugin self,
        shelf: &str,
        next: &dyn facade::plugins::__private_0_1_0::Fn(
            &str,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str>,
    ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
        __P::__titles_wrapper_under_specname(&self.plugin, self.number, shelf, next)
    }
    #[cfg(feature = "loans")]
    #[allow(deprecated)]
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn loan(&self, id: u32) {
        __P::__loan_under_specname(&self.plugin, self.number, id)
    }
    #[cfg(feature = "loans")]
    #[allow(deprecated)]
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn __loan_wrapper(
        &self,
        id: u32,
        next: &dyn facade::plugins::__private_0_1_0::Fn(u32),
    ) {
        __P::__loan_wrapper_under_specname(&self.plugin, self.number, id, next)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    fn on_opened(&self, name: &str) -> Result<Option<Greeting>, Error> {
        __P::__on_opened_under_specname(&self.plugin, self.number, name)
    }
}
///The hooks of [`Library`] on a set of plugins that is known at compile time, to be called: one method per hook.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
pub(crate) struct LibraryStaticHooks<'set, __L>(&'set __L);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
#[allow(clippy::iter_not_returning_iterator)]
#[allow(deprecated, non_upper_case_globals, clippy::inline_always)]
#[allow(clippy::ptr_arg, clippy::ref_option, clippy::ref_option_ref)]
const _: () = {
    impl<__L> facade::plugins::__private_0_1_0::Debug for LibraryStaticHooks<'_, __L> {
        fn fmt(
            &self,
            f: &mut facade::plugins::__private_0_1_0::Formatter<'_>,
        ) -> facade::plugins::__private_0_1_0::fmt::Result {
            facade::plugins::__private_0_1_0::Formatter::write_str(f, "Library")
        }
    }
    impl<__L> facade::plugins::__private_0_1_0::Clone for LibraryStaticHooks<'_, __L> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl<__L> facade::plugins::__private_0_1_0::Copy for LibraryStaticHooks<'_, __L> {}
    impl<'__plugin, __L> LibraryStaticHooks<'__plugin, __L>
    where
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>,
        <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Tree: __Walk<__L>,
    {
        /// A value: each plugin gets a clone.
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline]
        pub(crate) fn add(
            &self,
            title: String,
            tags: &mut Vec<Tag>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
            __add_around::<
                __L,
                <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Wrappers,
            >(self.0, title, tags)
        }
        /// Borrowed from the plugins.
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline]
        pub(crate) fn titles(
            &self,
            shelf: &str,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
            __titles_around::<
                __L,
                <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Wrappers,
            >(self.0, shelf)
        }
        ///Calls the hook [`Library::loan`].
        #[cfg(feature = "loans")]
        #[deprecated(note = "use `lend`")]
        #[allow(deprecated)]
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline]
        pub(crate) fn loan(&self, id: u32) {
            __loan_around::<
                __L,
                <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Wrappers,
            >(self.0, id)
        }
        ///Calls the hook [`Library::on_opened`].
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline]
        pub(crate) fn on_opened(
            &self,
            name: &str,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<Greeting>, Error> {
            __on_opened_around::<
                __L,
                <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Wrappers,
            >(self.0, name)
        }
    }
    const __add_place: usize = facade::plugins::__private_0_1_0::place_of(
        <dyn Library as facade::plugins::__private_0_1_0::HookSpec>::INFO,
        "add",
    );
    const __titles_place: usize = facade::plugins::__private_0_1_0::place_of(
        <dyn Library as facade::plugins::__private_0_1_0::HookSpec>::INFO,
        "titles",
    );
    #[cfg(feature = "loans")]
    const __loan_place: usize = facade::plugins::__private_0_1_0::place_of(
        <dyn Library as facade::plugins::__private_0_1_0::HookSpec>::INFO,
        "loan",
    );
    const __on_opened_place: usize = facade::plugins::__private_0_1_0::place_of(
        <dyn Library as facade::plugins::__private_0_1_0::HookSpec>::INFO,
        "on_opened",
    );
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __add_around<__L, __W: facade::plugins::__private_0_1_0::Number>(
        set: &__L,
        title: String,
        tags: &mut Vec<Tag>,
    ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error>
    where
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>,
        <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Tree: __Walk<__L>,
    {
        if const {
            facade::plugins::__private_0_1_0::Ask::<
                __L,
                dyn Library,
            >::has_wrapper::<__W>(__add_place)
        } {
            return <__L as facade::plugins::__private_0_1_0::Holds<
                dyn Library,
            >>::Tree::__add_wrapper::<
                __W,
            >(
                set,
                title,
                tags,
                &|title, tags| __add_around::<__L, __W::Less>(set, title, tags),
            );
        }
        let mut gather = <facade::plugins::__private_0_1_0::gather::Try<
            facade::plugins::__private_0_1_0::gather::Collect<_>,
            _,
            _,
        > as facade::plugins::__private_0_1_0::Gather<
            Result<u32, Error>,
        >>::new(const {
            facade::plugins::__private_0_1_0::Ask::<__L, dyn Library>::room(__add_place)
        });
        __add_passes::<
            __L,
            <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Passes,
            _,
        >(set, &mut gather, &title, tags);
        facade::plugins::__private_0_1_0::Gather::outcome(gather)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __add_passes<
        __L,
        __P: facade::plugins::__private_0_1_0::Number,
        __G: facade::plugins::__private_0_1_0::Gather<Result<u32, Error>>,
    >(set: &__L, gather: &mut __G, title: &String, tags: &mut Vec<Tag>) -> bool
    where
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>,
        <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Tree: __Walk<__L>,
    {
        if const {
            facade::plugins::__private_0_1_0::Ask::<
                __L,
                dyn Library,
            >::has_pass::<__P>(__add_place)
        } {
            <__L as facade::plugins::__private_0_1_0::Holds<
                dyn Library,
            >>::Tree::add::<__P, __G>(set, gather, title, &mut *tags)
                && __add_passes::<__L, __P::Less, __G>(set, gather, title, &mut *tags)
        } else {
            true
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __titles_around<'__plugin, __L, __W: facade::plugins::__private_0_1_0::Number>(
        set: &'__plugin __L,
        shelf: &str,
    ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str>
    where
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>,
        <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Tree: __Walk<__L>,
    {
        if const {
            facade::plugins::__private_0_1_0::Ask::<
                __L,
                dyn Library,
            >::has_wrapper::<__W>(__titles_place)
        } {
            return <__L as facade::plugins::__private_0_1_0::Holds<
                dyn Library,
            >>::Tree::__titles_wrapper::<
                __W,
            >(set, shelf, &|shelf| __titles_around::<__L, __W::Less>(set, shelf));
        }
        let mut gather = <facade::plugins::__private_0_1_0::gather::CollectSome<
            _,
        > as facade::plugins::__private_0_1_0::Gather<
            Option<&'__plugin str>,
        >>::new(const {
            facade::plugins::__private_0_1_0::Ask::<
                __L,
                dyn Library,
            >::room(__titles_place)
        });
        __titles_passes::<
            __L,
            <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Passes,
            _,
        >(set, &mut gather, shelf);
        facade::plugins::__private_0_1_0::Gather::outcome(gather)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __titles_passes<
        '__plugin,
        __L,
        __P: facade::plugins::__private_0_1_0::Number,
        __G: facade::plugins::__private_0_1_0::Gather<Option<&'__plugin str>>,
    >(set: &'__plugin __L, gather: &mut __G, shelf: &str) -> bool
    where
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>,
        <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Tree: __Walk<__L>,
    {
        if const {
            facade::plugins::__private_0_1_0::Ask::<
                __L,
                dyn Library,
            >::has_pass::<__P>(__titles_place)
        } {
            <__L as facade::plugins::__private_0_1_0::Holds<
                dyn Library,
            >>::Tree::titles::<__P, __G>(set, gather, shelf)
                && __titles_passes::<__L, __P::Less, __G>(set, gather, shelf)
        } else {
            true
        }
    }
    #[cfg(feature = "loans")]
    #[allow(deprecated)]
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __loan_around<__L, __W: facade::plugins::__private_0_1_0::Number>(
        set: &__L,
        id: u32,
    )
    where
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>,
        <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Tree: __Walk<__L>,
    {
        if const {
            facade::plugins::__private_0_1_0::Ask::<
                __L,
                dyn Library,
            >::has_wrapper::<__W>(__loan_place)
        } {
            return <__L as facade::plugins::__private_0_1_0::Holds<
                dyn Library,
            >>::Tree::__loan_wrapper::<
                __W,
            >(set, id, &|id| __loan_around::<__L, __W::Less>(set, id));
        }
        let mut gather = <facade::plugins::__private_0_1_0::gather::Every as facade::plugins::__private_0_1_0::Gather<
            (),
        >>::new(const {
            facade::plugins::__private_0_1_0::Ask::<__L, dyn Library>::room(__loan_place)
        });
        __loan_passes::<
            __L,
            <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Passes,
            _,
        >(set, &mut gather, &id);
        facade::plugins::__private_0_1_0::Gather::outcome(gather)
    }
    #[cfg(feature = "loans")]
    #[allow(deprecated)]
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __loan_passes<
        __L,
        __P: facade::plugins::__private_0_1_0::Number,
        __G: facade::plugins::__private_0_1_0::Gather<()>,
    >(set: &__L, gather: &mut __G, id: &u32) -> bool
    where
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>,
        <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Tree: __Walk<__L>,
    {
        if const {
            facade::plugins::__private_0_1_0::Ask::<
                __L,
                dyn Library,
            >::has_pass::<__P>(__loan_place)
        } {
            <__L as facade::plugins::__private_0_1_0::Holds<
                dyn Library,
            >>::Tree::loan::<__P, __G>(set, gather, id)
                && __loan_passes::<__L, __P::Less, __G>(set, gather, id)
        } else {
            true
        }
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __on_opened_around<__L, __W: facade::plugins::__private_0_1_0::Number>(
        set: &__L,
        name: &str,
    ) -> Result<facade::plugins::__private_0_1_0::Vec<Greeting>, Error>
    where
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>,
        <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Tree: __Walk<__L>,
    {
        let mut gather = <facade::plugins::__private_0_1_0::gather::Try<
            facade::plugins::__private_0_1_0::gather::CollectSome<_>,
            _,
            _,
        > as facade::plugins::__private_0_1_0::Gather<
            Result<Option<Greeting>, Error>,
        >>::new(const {
            facade::plugins::__private_0_1_0::Ask::<
                __L,
                dyn Library,
            >::room(__on_opened_place)
        });
        __on_opened_passes::<
            __L,
            <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Passes,
            _,
        >(set, &mut gather, name);
        facade::plugins::__private_0_1_0::Gather::outcome(gather)
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[allow(clippy::iter_not_returning_iterator)]
    #[inline(always)]
    fn __on_opened_passes<
        __L,
        __P: facade::plugins::__private_0_1_0::Number,
        __G: facade::plugins::__private_0_1_0::Gather<Result<Option<Greeting>, Error>>,
    >(set: &__L, gather: &mut __G, name: &str) -> bool
    where
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>,
        <__L as facade::plugins::__private_0_1_0::Holds<dyn Library>>::Tree: __Walk<__L>,
    {
        if const {
            facade::plugins::__private_0_1_0::Ask::<
                __L,
                dyn Library,
            >::has_pass::<__P>(__on_opened_place)
        } {
            <__L as facade::plugins::__private_0_1_0::Holds<
                dyn Library,
            >>::Tree::on_opened::<__P, __G>(set, gather, name)
                && __on_opened_passes::<__L, __P::Less, __G>(set, gather, name)
        } else {
            true
        }
    }
    pub(crate) trait __Walk<__L: facade::plugins::__private_0_1_0::Holds<dyn Library>> {
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn add<
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<Result<u32, Error>>,
        >(set: &__L, gather: &mut __G, title: &String, tags: &mut Vec<Tag>) -> bool {
            facade::plugins::__private_0_1_0::ignore((set, gather, title, tags));
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
        fn __add_wrapper<__W: facade::plugins::__private_0_1_0::Number>(
            set: &__L,
            title: String,
            tags: &mut Vec<Tag>,
            next: &dyn facade::plugins::__private_0_1_0::Fn(
                String,
                &mut Vec<Tag>,
            ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
            facade::plugins::__private_0_1_0::ignore(set);
            next(title, tags)
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn titles<
            '__plugin,
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<Option<&'__plugin str>>,
        >(set: &'__plugin __L, gather: &mut __G, shelf: &str) -> bool {
            facade::plugins::__private_0_1_0::ignore((set, gather, shelf));
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
        fn __titles_wrapper<'__plugin, __W: facade::plugins::__private_0_1_0::Number>(
            set: &'__plugin __L,
            shelf: &str,
            next: &dyn facade::plugins::__private_0_1_0::Fn(
                &str,
            ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str>,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
            facade::plugins::__private_0_1_0::ignore(set);
            next(shelf)
        }
        #[cfg(feature = "loans")]
        #[allow(deprecated)]
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn loan<
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<()>,
        >(set: &__L, gather: &mut __G, id: &u32) -> bool {
            facade::plugins::__private_0_1_0::ignore((set, gather, id));
            true
        }
        #[cfg(feature = "loans")]
        #[allow(deprecated)]
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __loan_wrapper<__W: facade::plugins::__private_0_1_0::Number>(
            set: &__L,
            id: u32,
            next: &dyn facade::plugins::__private_0_1_0::Fn(u32),
        ) {
            facade::plugins::__private_0_1_0::ignore(set);
            next(id)
        }
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn on_opened<
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<
                    Result<Option<Greeting>, Error>,
                >,
        >(set: &__L, gather: &mut __G, name: &str) -> bool {
            facade::plugins::__private_0_1_0::ignore((set, gather, name));
            true
        }
    }
    impl<
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>,
        const __N: usize,
    > __Walk<__L> for facade::plugins::__private_0_1_0::NoMember<__N> {}
    impl<__L, const __N: usize> __Walk<__L>
    for facade::plugins::__private_0_1_0::Member<__N>
    where
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>
            + facade::plugins::__private_0_1_0::Field<__N>,
        <__L as facade::plugins::__private_0_1_0::Field<
            __N,
        >>::Plugin: Library + facade::plugins::__private_0_1_0::HookImpls<dyn Library>,
    {
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn add<
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<Result<u32, Error>>,
        >(set: &__L, gather: &mut __G, title: &String, tags: &mut Vec<Tag>) -> bool {
            let plugin = facade::plugins::__private_0_1_0::Field::<__N>::field(set);
            match const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::answers::<__P, Self>(__add_place)
            } {
                facade::plugins::__private_0_1_0::NONE => true,
                0 => {
                    facade::plugins::__private_0_1_0::leaves_out::<
                        _,
                        dyn Library,
                    >(plugin, "add")
                        || facade::plugins::__private_0_1_0::Gather::take(
                            gather,
                            Library::add(
                                plugin,
                                facade::plugins::__private_0_1_0::Duplicable::copy(&*title),
                                &mut *tags,
                            ),
                        )
                }
                number => {
                    facade::plugins::__private_0_1_0::Gather::take(
                        gather,
                        Library::__add_under_specname(
                            plugin,
                            number,
                            facade::plugins::__private_0_1_0::Duplicable::copy(&*title),
                            &mut *tags,
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
        fn __add_wrapper<__W: facade::plugins::__private_0_1_0::Number>(
            set: &__L,
            title: String,
            tags: &mut Vec<Tag>,
            next: &dyn facade::plugins::__private_0_1_0::Fn(
                String,
                &mut Vec<Tag>,
            ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
            let plugin = facade::plugins::__private_0_1_0::Field::<__N>::field(set);
            match const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::wraps::<__W, Self>(__add_place)
            } {
                0 => Library::__add_wrapper(plugin, title, tags, next),
                number => {
                    Library::__add_wrapper_under_specname(
                        plugin,
                        number,
                        title,
                        tags,
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
        fn titles<
            '__plugin,
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<Option<&'__plugin str>>,
        >(set: &'__plugin __L, gather: &mut __G, shelf: &str) -> bool {
            let plugin = facade::plugins::__private_0_1_0::Field::<__N>::field(set);
            match const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::answers::<__P, Self>(__titles_place)
            } {
                facade::plugins::__private_0_1_0::NONE => true,
                0 => {
                    facade::plugins::__private_0_1_0::leaves_out::<
                        _,
                        dyn Library,
                    >(plugin, "titles")
                        || facade::plugins::__private_0_1_0::Gather::take(
                            gather,
                            Library::titles(plugin, shelf),
                        )
                }
                number => {
                    facade::plugins::__private_0_1_0::Gather::take(
                        gather,
                        Library::__titles_under_specname(plugin, number, shelf),
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
        fn __titles_wrapper<'__plugin, __W: facade::plugins::__private_0_1_0::Number>(
            set: &'__plugin __L,
            shelf: &str,
            next: &dyn facade::plugins::__private_0_1_0::Fn(
                &str,
            ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str>,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
            let plugin = facade::plugins::__private_0_1_0::Field::<__N>::field(set);
            match const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::wraps::<__W, Self>(__titles_place)
            } {
                0 => Library::__titles_wrapper(plugin, shelf, next),
                number => {
                    Library::__titles_wrapper_under_specname(plugin, number, shelf, next)
                }
            }
        }
        #[cfg(feature = "loans")]
        #[allow(deprecated)]
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn loan<
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<()>,
        >(set: &__L, gather: &mut __G, id: &u32) -> bool {
            let plugin = facade::plugins::__private_0_1_0::Field::<__N>::field(set);
            match const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::answers::<__P, Self>(__loan_place)
            } {
                facade::plugins::__private_0_1_0::NONE => true,
                0 => {
                    facade::plugins::__private_0_1_0::leaves_out::<
                        _,
                        dyn Library,
                    >(plugin, "loan")
                        || facade::plugins::__private_0_1_0::Gather::take(
                            gather,
                            Library::loan(
                                plugin,
                                facade::plugins::__private_0_1_0::Duplicable::copy(&*id),
                            ),
                        )
                }
                number => {
                    facade::plugins::__private_0_1_0::Gather::take(
                        gather,
                        Library::__loan_under_specname(
                            plugin,
                            number,
                            facade::plugins::__private_0_1_0::Duplicable::copy(&*id),
                        ),
                    )
                }
            }
        }
        #[cfg(feature = "loans")]
        #[allow(deprecated)]
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __loan_wrapper<__W: facade::plugins::__private_0_1_0::Number>(
            set: &__L,
            id: u32,
            next: &dyn facade::plugins::__private_0_1_0::Fn(u32),
        ) {
            let plugin = facade::plugins::__private_0_1_0::Field::<__N>::field(set);
            match const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::wraps::<__W, Self>(__loan_place)
            } {
                0 => Library::__loan_wrapper(plugin, id, next),
                number => {
                    Library::__loan_wrapper_under_specname(plugin, number, id, next)
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
        fn on_opened<
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<
                    Result<Option<Greeting>, Error>,
                >,
        >(set: &__L, gather: &mut __G, name: &str) -> bool {
            let plugin = facade::plugins::__private_0_1_0::Field::<__N>::field(set);
            match const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::answers::<__P, Self>(__on_opened_place)
            } {
                facade::plugins::__private_0_1_0::NONE => true,
                0 => {
                    facade::plugins::__private_0_1_0::leaves_out::<
                        _,
                        dyn Library,
                    >(plugin, "on_opened")
                        || facade::plugins::__private_0_1_0::Gather::take(
                            gather,
                            Library::on_opened(plugin, name),
                        )
                }
                number => {
                    facade::plugins::__private_0_1_0::Gather::take(
                        gather,
                        Library::__on_opened_under_specname(plugin, number, name),
                    )
                }
            }
        }
    }
    impl<__L, __A, __B> __Walk<__L> for facade::plugins::__private_0_1_0::Pair<__A, __B>
    where
        __L: facade::plugins::__private_0_1_0::Holds<dyn Library>,
        __A: facade::plugins::__private_0_1_0::Span + __Walk<__L>,
        __B: facade::plugins::__private_0_1_0::Span + __Walk<__L>,
    {
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn add<
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<Result<u32, Error>>,
        >(set: &__L, gather: &mut __G, title: &String, tags: &mut Vec<Tag>) -> bool {
            if const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::is_newest_first::<__P>()
            } {
                (const {
                    facade::plugins::__private_0_1_0::Ask::<
                        __L,
                        dyn Library,
                    >::answers::<__P, __B>(__add_place)
                        == facade::plugins::__private_0_1_0::NONE
                } || __B::add::<__P, __G>(set, gather, title, &mut *tags))
                    && (const {
                        facade::plugins::__private_0_1_0::Ask::<
                            __L,
                            dyn Library,
                        >::answers::<__P, __A>(__add_place)
                            == facade::plugins::__private_0_1_0::NONE
                    } || __A::add::<__P, __G>(set, gather, title, &mut *tags))
            } else {
                (const {
                    facade::plugins::__private_0_1_0::Ask::<
                        __L,
                        dyn Library,
                    >::answers::<__P, __A>(__add_place)
                        == facade::plugins::__private_0_1_0::NONE
                } || __A::add::<__P, __G>(set, gather, title, &mut *tags))
                    && (const {
                        facade::plugins::__private_0_1_0::Ask::<
                            __L,
                            dyn Library,
                        >::answers::<__P, __B>(__add_place)
                            == facade::plugins::__private_0_1_0::NONE
                    } || __B::add::<__P, __G>(set, gather, title, &mut *tags))
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
        fn __add_wrapper<__W: facade::plugins::__private_0_1_0::Number>(
            set: &__L,
            title: String,
            tags: &mut Vec<Tag>,
            next: &dyn facade::plugins::__private_0_1_0::Fn(
                String,
                &mut Vec<Tag>,
            ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error>,
        ) -> Result<facade::plugins::__private_0_1_0::Vec<u32>, Error> {
            if const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::wraps::<__W, __A>(__add_place)
                    == facade::plugins::__private_0_1_0::NONE
            } {
                __B::__add_wrapper::<__W>(set, title, tags, next)
            } else {
                __A::__add_wrapper::<__W>(set, title, tags, next)
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
        fn titles<
            '__plugin,
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<Option<&'__plugin str>>,
        >(set: &'__plugin __L, gather: &mut __G, shelf: &str) -> bool {
            if const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::is_newest_first::<__P>()
            } {
                (const {
                    facade::plugins::__private_0_1_0::Ask::<
                        __L,
                        dyn Library,
                    >::answers::<__P, __B>(__titles_place)
                        == facade::plugins::__private_0_1_0::NONE
                } || __B::titles::<__P, __G>(set, gather, shelf))
                    && (const {
                        facade::plugins::__private_0_1_0::Ask::<
                            __L,
                            dyn Library,
                        >::answers::<__P, __A>(__titles_place)
                            == facade::plugins::__private_0_1_0::NONE
                    } || __A::titles::<__P, __G>(set, gather, shelf))
            } else {
                (const {
                    facade::plugins::__private_0_1_0::Ask::<
                        __L,
                        dyn Library,
                    >::answers::<__P, __A>(__titles_place)
                        == facade::plugins::__private_0_1_0::NONE
                } || __A::titles::<__P, __G>(set, gather, shelf))
                    && (const {
                        facade::plugins::__private_0_1_0::Ask::<
                            __L,
                            dyn Library,
                        >::answers::<__P, __B>(__titles_place)
                            == facade::plugins::__private_0_1_0::NONE
                    } || __B::titles::<__P, __G>(set, gather, shelf))
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
        fn __titles_wrapper<'__plugin, __W: facade::plugins::__private_0_1_0::Number>(
            set: &'__plugin __L,
            shelf: &str,
            next: &dyn facade::plugins::__private_0_1_0::Fn(
                &str,
            ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str>,
        ) -> facade::plugins::__private_0_1_0::Vec<&'__plugin str> {
            if const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::wraps::<__W, __A>(__titles_place)
                    == facade::plugins::__private_0_1_0::NONE
            } {
                __B::__titles_wrapper::<__W>(set, shelf, next)
            } else {
                __A::__titles_wrapper::<__W>(set, shelf, next)
            }
        }
        #[cfg(feature = "loans")]
        #[allow(deprecated)]
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn loan<
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<()>,
        >(set: &__L, gather: &mut __G, id: &u32) -> bool {
            if const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::is_newest_first::<__P>()
            } {
                (const {
                    facade::plugins::__private_0_1_0::Ask::<
                        __L,
                        dyn Library,
                    >::answers::<__P, __B>(__loan_place)
                        == facade::plugins::__private_0_1_0::NONE
                } || __B::loan::<__P, __G>(set, gather, id))
                    && (const {
                        facade::plugins::__private_0_1_0::Ask::<
                            __L,
                            dyn Library,
                        >::answers::<__P, __A>(__loan_place)
                            == facade::plugins::__private_0_1_0::NONE
                    } || __A::loan::<__P, __G>(set, gather, id))
            } else {
                (const {
                    facade::plugins::__private_0_1_0::Ask::<
                        __L,
                        dyn Library,
                    >::answers::<__P, __A>(__loan_place)
                        == facade::plugins::__private_0_1_0::NONE
                } || __A::loan::<__P, __G>(set, gather, id))
                    && (const {
                        facade::plugins::__private_0_1_0::Ask::<
                            __L,
                            dyn Library,
                        >::answers::<__P, __B>(__loan_place)
                            == facade::plugins::__private_0_1_0::NONE
                    } || __B::loan::<__P, __G>(set, gather, id))
            }
        }
        #[cfg(feature = "loans")]
        #[allow(deprecated)]
        #[allow(dead_code)]
        #[allow(
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::let_unit_value
        )]
        #[allow(clippy::iter_not_returning_iterator)]
        #[inline(always)]
        fn __loan_wrapper<__W: facade::plugins::__private_0_1_0::Number>(
            set: &__L,
            id: u32,
            next: &dyn facade::plugins::__private_0_1_0::Fn(u32),
        ) {
            if const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::wraps::<__W, __A>(__loan_place)
                    == facade::plugins::__private_0_1_0::NONE
            } {
                __B::__loan_wrapper::<__W>(set, id, next)
            } else {
                __A::__loan_wrapper::<__W>(set, id, next)
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
        fn on_opened<
            __P: facade::plugins::__private_0_1_0::Number,
            __G: facade::plugins::__private_0_1_0::Gather<
                    Result<Option<Greeting>, Error>,
                >,
        >(set: &__L, gather: &mut __G, name: &str) -> bool {
            if const {
                facade::plugins::__private_0_1_0::Ask::<
                    __L,
                    dyn Library,
                >::is_newest_first::<__P>()
            } {
                (const {
                    facade::plugins::__private_0_1_0::Ask::<
                        __L,
                        dyn Library,
                    >::answers::<__P, __B>(__on_opened_place)
                        == facade::plugins::__private_0_1_0::NONE
                } || __B::on_opened::<__P, __G>(set, gather, name))
                    && (const {
                        facade::plugins::__private_0_1_0::Ask::<
                            __L,
                            dyn Library,
                        >::answers::<__P, __A>(__on_opened_place)
                            == facade::plugins::__private_0_1_0::NONE
                    } || __A::on_opened::<__P, __G>(set, gather, name))
            } else {
                (const {
                    facade::plugins::__private_0_1_0::Ask::<
                        __L,
                        dyn Library,
                    >::answers::<__P, __A>(__on_opened_place)
                        == facade::plugins::__private_0_1_0::NONE
                } || __A::on_opened::<__P, __G>(set, gather, name))
                    && (const {
                        facade::plugins::__private_0_1_0::Ask::<
                            __L,
                            dyn Library,
                        >::answers::<__P, __B>(__on_opened_place)
                            == facade::plugins::__private_0_1_0::NONE
                    } || __B::on_opened::<__P, __G>(set, gather, name))
            }
        }
    }
};
