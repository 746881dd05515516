// Written by `cargo xtask bless`. `private` stands for the hidden module.

pub(crate) trait Library: facade::plugins::__private_0_1_0::Send + facade::plugins::__private_0_1_0::Sync + 'static + facade::plugins::__private_0_1_0::Implemented<
        LibraryRelay,
    > {
    /// A value: each plugin gets a clone.
    ///
    ///Hook, a call returns `Result<Vec<u32>, Error>`, a wrapper takes `next: &dyn Fn(String, &mut Vec<Tag>) -> Result<Vec<u32>, Error>`.
    fn add(&self, title: String, tags: &mut Vec<Tag>) -> Result<u32, Error> {
        facade::plugins::__private_0_1_0::ignore((title, tags));
        facade::plugins::__private_0_1_0::not_implemented("Library::add")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
    ///Hook, a call returns `Vec<&str>`, a wrapper takes `next: &dyn Fn(&str) -> Vec<&str>`.
    fn titles(&self, shelf: &str) -> Option<&str> {
        facade::plugins::__private_0_1_0::ignore((shelf,));
        facade::plugins::__private_0_1_0::not_implemented("Library::titles")
    }
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
    ///Hook, a call returns `()`, a wrapper takes `next: &dyn Fn(u32)`.
    fn loan(&self, id: u32) {
        facade::plugins::__private_0_1_0::ignore((id,));
        facade::plugins::__private_0_1_0::not_implemented("Library::loan")
    }
    #[cfg(feature = "loans")]
    #[allow(deprecated)]
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
    #[doc(hidden)]
    fn __loan_wrapper(
        &self,
        id: u32,
        next: &dyn facade::plugins::__private_0_1_0::Fn(u32),
    ) {
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
///The hooks of [`Library`], to be called: one method per hook. What stands behind a hook is in the field of the same name.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
impl LibraryRelay {
    /// A value: each plugin gets a clone.
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryAddCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl facade::plugins::__private_0_1_0::Deref for LibraryAddCaller {
    type Target = facade::plugins::__private_0_1_0::HookCaller<dyn Library>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
            facade::plugins::__private_0_1_0::Chain::Hookimpls(hookimpls) => {
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
                                facade::plugins::__private_0_1_0::Target::Hookimpl(
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
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryTitlesCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl facade::plugins::__private_0_1_0::Deref for LibraryTitlesCaller {
    type Target = facade::plugins::__private_0_1_0::HookCaller<dyn Library>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
            facade::plugins::__private_0_1_0::Chain::Hookimpls(hookimpls) => {
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
                                facade::plugins::__private_0_1_0::Target::Hookimpl(
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
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryLoanCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
#[cfg(feature = "loans")]
#[allow(deprecated)]
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
            facade::plugins::__private_0_1_0::Chain::Hookimpls(hookimpls) => {
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
                                facade::plugins::__private_0_1_0::Target::Hookimpl(
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
#[derive(facade::plugins::__private_0_1_0::Debug)]
pub(crate) struct LibraryOnOpenedCaller(
    facade::plugins::__private_0_1_0::HookCaller<dyn Library>,
);
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl facade::plugins::__private_0_1_0::Deref for LibraryOnOpenedCaller {
    type Target = facade::plugins::__private_0_1_0::HookCaller<dyn Library>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
impl facade::plugins::__private_0_1_0::Hookspec for dyn Library {
    const INFO: &'static facade::plugins::__private_0_1_0::HookspecInfo = &facade::plugins::__private_0_1_0::new_hookspec(
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
}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
const _: () = {
    #[facade::plugins::__private_0_1_0::linkme::distributed_slice(
        facade::plugins::__private_0_1_0::CATALOGUE
    )]
    #[linkme(crate = facade::plugins::__private_0_1_0::linkme)]
    static HOOKSPEC: facade::plugins::__private_0_1_0::Entry = facade::plugins::__private_0_1_0::Entry::Hookspec(
        <dyn Library as facade::plugins::__private_0_1_0::Hookspec>::INFO,
    );
};
///A plugin made of closures, for tests: it implements those hooks of [`Library`] for which it is given one. `plugin_core::testing::fake` makes one.
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
impl facade::plugins::__private_0_1_0::Plugin for LibraryFake {
    fn info() -> &'static facade::plugins::__private_0_1_0::PluginInfo {
        const INFO: &facade::plugins::__private_0_1_0::PluginInfo = &facade::plugins::__private_0_1_0::new_plugin(
            "library-fake",
            "LibraryFake",
            facade::plugins::__private_0_1_0::None,
            "",
            facade::plugins::__private_0_1_0::package!(),
            facade::plugins::__private_0_1_0::location!(),
            true,
        );
        INFO
    }
    fn listed() -> facade::plugins::__private_0_1_0::Vec<
        facade::plugins::__private_0_1_0::HookimplsEntry,
    > {
        <facade::plugins::__private_0_1_0::Vec<
            _,
        > as facade::plugins::__private_0_1_0::From<
            _,
        >>::from([
            facade::plugins::__private_0_1_0::HookimplsEntry::of::<Self, dyn Library>(),
        ])
    }
    fn leaves_out(&self, __hook: &str) -> bool {
        match __hook {
            "add" => facade::plugins::__private_0_1_0::Option::is_none(&self.add),
            "titles" => facade::plugins::__private_0_1_0::Option::is_none(&self.titles),
            #[cfg(feature = "loans")]
            "loan" => facade::plugins::__private_0_1_0::Option::is_none(&self.loan),
            "on_opened" => {
                facade::plugins::__private_0_1_0::Option::is_none(&self.on_opened)
            }
            _ => true,
        }
    }
}
impl facade::plugins::__private_0_1_0::Implemented<LibraryRelay> for LibraryFake {}
#[allow(dead_code)]
#[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
impl Library for LibraryFake {
    #[allow(dead_code)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
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
impl facade::plugins::__private_0_1_0::Hookimpls<dyn Library> for LibraryFake {
    const TABLE: &'static [facade::plugins::__private_0_1_0::Decl<Self, dyn Library>] = &[
        facade::plugins::__private_0_1_0::Decl {
            info: facade::plugins::__private_0_1_0::new_hookimpl(
                "add",
                "add",
                facade::plugins::__private_0_1_0::Precedence::Plain,
                facade::plugins::__private_0_1_0::Kind::Plain,
                facade::plugins::__private_0_1_0::location!(),
            ),
            implementor: |plugin| plugin,
        },
        facade::plugins::__private_0_1_0::Decl {
            info: facade::plugins::__private_0_1_0::new_hookimpl(
                "titles",
                "titles",
                facade::plugins::__private_0_1_0::Precedence::Plain,
                facade::plugins::__private_0_1_0::Kind::Plain,
                facade::plugins::__private_0_1_0::location!(),
            ),
            implementor: |plugin| plugin,
        },
        #[cfg(feature = "loans")]
        facade::plugins::__private_0_1_0::Decl {
            info: facade::plugins::__private_0_1_0::new_hookimpl(
                "loan",
                "loan",
                facade::plugins::__private_0_1_0::Precedence::Plain,
                facade::plugins::__private_0_1_0::Kind::Plain,
                facade::plugins::__private_0_1_0::location!(),
            ),
            implementor: |plugin| plugin,
        },
        facade::plugins::__private_0_1_0::Decl {
            info: facade::plugins::__private_0_1_0::new_hookimpl(
                "on_opened",
                "on_opened",
                facade::plugins::__private_0_1_0::Precedence::Plain,
                facade::plugins::__private_0_1_0::Kind::Plain,
                facade::plugins::__private_0_1_0::location!(),
            ),
            implementor: |plugin| plugin,
        },
    ];
}
