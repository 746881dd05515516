//! How plugins are constructed: by `Default`, or by the function that the option `init` names.

#![allow(missing_docs, clippy::missing_errors_doc, reason = "named by generated code only")]

use std::marker::PhantomData;
use std::sync::Arc;

use super::entry::PluginEntry;
use crate::config::Config;
use crate::context::Context;
use crate::plugin::Plugin;
use crate::registered::Instance;
use crate::util::BoxError;

/// A plugin that `Default` constructs.
#[diagnostic::on_unimplemented(
    message = "plugin `{Self}` cannot be constructed",
    label = "neither `Default`, nor `init`, nor `manual`",
    note = "implement `Default`, name a function with `#[plugin(init = path)]`, or let the host \
            construct the plugin with `#[plugin(manual)]`"
)]
pub trait Constructible: Plugin {
    fn construct() -> Self;
}

impl<P: Plugin + Default> Constructible for P {
    fn construct() -> Self {
        P::default()
    }
}

/// Returns the registry entry of a plugin that `Default` constructs.
#[must_use]
pub fn constructible<P: Constructible>() -> PluginEntry {
    PluginEntry::constructed::<P>(|_, _| Ok(Arc::new(P::construct())))
}

/// The return types that `init` may have: the plugin, or a `Result` of it.
#[diagnostic::on_unimplemented(
    message = "`init` of plugin `{P}` returns `{Self}`",
    label = "must return `{P}` or `Result<{P}, E>`",
    note = "`E` may be any error, or a string: `E: Into<Box<dyn Error + Send + Sync>>`"
)]
pub trait Initialized<P> {
    fn into_result(self) -> Result<P, BoxError>;
}

impl<P: Plugin> Initialized<P> for P {
    fn into_result(self) -> Result<P, BoxError> {
        Ok(self)
    }
}

impl<P: Plugin, E: Into<BoxError>> Initialized<P> for Result<P, E> {
    fn into_result(self) -> Result<P, BoxError> {
        self.map_err(Into::into)
    }
}

pub fn init<P: Plugin, F: Init<P, M>, M>(init: F, context: &Context) -> Result<Instance, BoxError>
where
    F::Returns: Initialized<P>,
{
    Ok(Arc::new(init.call(context).into_result()?))
}

/// # Panics
///
/// Panics if the type of the configuration is not `C`.
pub fn init_configured<P: Plugin, C: 'static, F: InitConfigured<P, C, M>, M>(
    init: F,
    context: &Context,
    config: Config,
) -> Result<Instance, BoxError>
where
    F::Returns: Initialized<P>,
{
    let config = config.downcast().expect("a configuration is read as the type that `init` takes");
    Ok(Arc::new(init.call(context, *config).into_result()?))
}

/// A function that `init` may name. `M` is a marker for the parameters that it takes.
#[diagnostic::on_unimplemented(
    message = "`init` of plugin `{P}` cannot be called",
    label = "must take no argument, or `&Context`",
    note = "write `fn() -> {P}` or `fn(&plugin_core::Context) -> {P}`; either may return \
            `Result<{P}, E>`; with `#[plugin(config = Config)]`, the last parameter is a `Config`"
)]
pub trait Init<P, M> {
    type Returns;

    fn call(self, context: &Context) -> Self::Returns;
}

/// A function that `init` of a plugin with the configuration `C` may name.
#[diagnostic::on_unimplemented(
    message = "`init` of plugin `{P}` cannot be called with its configuration",
    label = "must take `{C}`, or `&Context` and `{C}`",
    note = "write `fn({C}) -> {P}` or `fn(&plugin_core::Context, {C}) -> {P}`; either may return \
            `Result<{P}, E>`"
)]
pub trait InitConfigured<P, C, M> {
    type Returns;

    fn call(self, context: &Context, config: C) -> Self::Returns;
}

/// Marks an `init` that takes the context.
#[derive(Debug)]
pub struct TakesContext<R>(PhantomData<R>);

/// Marks an `init` that does not take the context.
#[derive(Debug)]
pub struct TakesNoContext<R>(PhantomData<R>);

impl<P, R, F: FnOnce() -> R> Init<P, TakesNoContext<R>> for F {
    type Returns = R;

    fn call(self, _: &Context) -> R {
        self()
    }
}

impl<P, R, F: FnOnce(&Context) -> R> Init<P, TakesContext<R>> for F {
    type Returns = R;

    fn call(self, context: &Context) -> R {
        self(context)
    }
}

impl<P, C, R, F: FnOnce(C) -> R> InitConfigured<P, C, TakesNoContext<R>> for F {
    type Returns = R;

    fn call(self, _: &Context, config: C) -> R {
        self(config)
    }
}

impl<P, C, R, F: FnOnce(&Context, C) -> R> InitConfigured<P, C, TakesContext<R>> for F {
    type Returns = R;

    fn call(self, context: &Context, config: C) -> R {
        self(context, config)
    }
}

/// The marker of an `init` that can receive the values which the plugin needs.
#[diagnostic::on_unimplemented(
    message = "`init` of plugin `{P}` takes no `&Context`, but the plugin has `needs`",
    label = "must take `&Context`",
    note = "a plugin gets the values that it needs from `plugin_core::Context`: make `&Context` the \
            first parameter of `init`, or remove `needs(..)`"
)]
pub trait ReceivesContext<P> {}

impl<P, R> ReceivesContext<P> for TakesContext<R> {}

pub fn assert_takes_context<P, F: Init<P, M>, M: ReceivesContext<P>>(init: F) -> F {
    init
}

pub fn assert_takes_context_configured<P, C, F: InitConfigured<P, C, M>, M: ReceivesContext<P>>(
    init: F,
) -> F {
    init
}
