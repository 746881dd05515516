//! What generated code names, and nobody else: it may change in any release, with the version in
//! the module's name.

pub use core::{concat, env, file, line, module_path, option_env, stringify};
pub use std::any::Any;
pub use std::borrow::{Borrow, ToOwned};
pub use std::boxed::Box;
pub use std::clone::Clone;
pub use std::convert::{From, Into};
pub use std::default::Default;
pub use std::fmt::{self, Debug, Formatter};
pub use std::iter::{IntoIterator, Iterator};
pub use std::marker::{Copy, PhantomData, Send, Sized, Sync};
pub use std::ops::{Deref, Fn};
pub use std::option::Option::{self, None, Some};
pub use std::result::Result::{self, Err, Ok};
pub use std::sync::Arc;
pub use std::vec::Vec;

#[cfg(feature = "closures")]
pub use crate::closures::FakeHookSpec;
#[cfg(feature = "config")]
pub use crate::config::read::{Configuration, read};
pub use crate::config::{Config, Document};
pub use crate::context::Context;
pub use crate::hook::call;
pub use crate::hook::caller::{Callers, Chain, Direct, HookCaller, Live, Step, Target};
pub use crate::hook::erased::{Erased, HookImplsEntry};
pub use crate::hook::hookimpl::{Decl, HookImpls, LeavesOut, not_implemented};
pub use crate::hook::monitor::{Argument, Observation, Outcome};
pub use crate::hook::next::{Next, Outcomes};
pub use crate::hook::replayed::{self, Replayed, Reported};
pub use crate::hook::spec::HookSpec;
pub use crate::hook::typed::erased;
pub use crate::info::{
    Capability, HookImplInfo, HookInfo, HookSpecInfo, Kind, Location, Package, PluginInfo,
    Precedence, Relation, Requirement, TypeKey,
};
pub use crate::plugin::{Plugin, hookimpls};
pub use crate::registered::Instance;
pub use crate::registry::crates::Listed;
pub use crate::registry::entry::{Entry, PluginEntry, new_crates};
pub use crate::registry::slice::named;
#[cfg(feature = "sets")]
pub use crate::sets::{
    PluginSet, StaticHookSpec,
    gather::{self, Gather},
    number::{Added, If, Number, One, Twice, Zero},
    plan::{Ask, Field, Holds, NONE, Plan, PlanArrays, Plugins, leaves_out},
    relations::refuse_mismatch,
    tree::{Leaf, Lookup, Member, NoMember, Otherwise, Pair, Span},
};
pub use crate::util::BoxError;
pub use crate::{
    __kept as kept, __location as location, __observed as observed, __package as package,
    __plugin_set as plugin_set, __read_config as read_config, __register as register,
    __with_closures as with_closures, __with_sets as with_sets,
};

// ---- facts ------------------------------------------------------------------------------------

/// The Cargo package that is being compiled.
#[doc(hidden)]
#[macro_export]
macro_rules! __package {
    () => {{
        // Not `env!`: other build systems than Cargo do not set these.
        $crate::__private_0_1_0::package_of(
            ::core::module_path!(),
            ::core::option_env!("CARGO_PKG_NAME"),
            ::core::option_env!("CARGO_PKG_VERSION"),
            ::core::option_env!("CARGO_PKG_AUTHORS"),
            ::core::option_env!("CARGO_PKG_LICENSE"),
            ::core::option_env!("CARGO_PKG_REPOSITORY"),
        )
    }};
}

pub const fn package_of(
    module: &'static str,
    name: Option<&'static str>,
    version: Option<&'static str>,
    authors: Option<&'static str>,
    license: Option<&'static str>,
    repository: Option<&'static str>,
) -> Package {
    new_package(
        or(name, module),
        or(version, "0.0.0"),
        or(authors, ""),
        or(license, ""),
        or(repository, ""),
    )
}

const fn or(value: Option<&'static str>, default: &'static str) -> &'static str {
    match value {
        Some(value) => value,
        None => default,
    }
}

pub const fn new_package(
    name: &'static str,
    version: &'static str,
    authors: &'static str,
    license: &'static str,
    repository: &'static str,
) -> Package {
    Package { name, version, authors, license, repository }
}

/// The place of the macro call in the user's code.
#[doc(hidden)]
#[macro_export]
macro_rules! __location {
    () => {
        $crate::__private_0_1_0::new_location(
            ::core::module_path!(),
            ::core::file!(),
            ::core::line!(),
        )
    };
}

pub const fn new_location(module: &'static str, file: &'static str, line: u32) -> Location {
    Location { module, file, line }
}

/// Another place in the same file.
pub const fn at_line(location: Location, line: u32) -> Location {
    Location { line, ..location }
}

pub const fn new_hookspec(
    name: &'static str,
    project: Option<&'static str>,
    package: Package,
    location: Location,
    hooks: &'static [HookInfo],
) -> HookSpecInfo {
    let project = match project {
        Some(project) => project,
        None => package.name,
    };
    HookSpecInfo { name, project, package, location, hooks }
}

pub const fn new_hook(
    spec: &'static str,
    name: &'static str,
    parameters: &'static [&'static str],
    firstresult: bool,
    historic: bool,
) -> HookInfo {
    HookInfo { spec, name, parameters, firstresult, historic }
}

pub const fn new_plugin(
    id: &'static str,
    type_name: &'static str,
    version: Option<&'static str>,
    description: &'static str,
    package: Package,
    location: Location,
    is_generic: bool,
) -> PluginInfo {
    let version = match version {
        Some(version) => version,
        None => package.version,
    };
    let relations = &[];
    PluginInfo { id, type_name, version, description, package, location, is_generic, relations }
}

pub const fn relating(info: PluginInfo, relations: &'static [Relation]) -> PluginInfo {
    PluginInfo { relations, ..info }
}

pub const fn new_requirement(id: &'static str, version: Option<&'static str>) -> Requirement {
    Requirement { id, version }
}

pub const fn new_capability(id: &'static str, version: Option<&'static str>) -> Capability {
    Capability { id, version }
}

pub const fn new_need<T: Injectable + ?Sized + 'static>() -> TypeKey {
    TypeKey::of::<T>()
}

/// What a host can grant.
#[diagnostic::on_unimplemented(
    message = "a host cannot value `{Self}`",
    label = "cannot be granted",
    note = "what is granted must be `Sized + Send + Sync + 'static`; a service that plugins know by \
            a trait is granted as `Arc<dyn Service>`, where `Service: Send + Sync`"
)]
pub trait Injectable {}

impl<T: Send + Sync + 'static> Injectable for T {}

pub const fn new_config<C: 'static>() -> TypeKey {
    TypeKey::of::<C>()
}

/// How the configuration of a plugin is read, as a type.
#[cfg(feature = "config")]
#[doc(hidden)]
#[macro_export]
macro_rules! __read_config {
    ($config:ty) => {
        $crate::__private_0_1_0::read::<$config>
    };
}

#[cfg(not(feature = "config"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __read_config {
    ($config:ty) => {
        ::core::compile_error!(
            "option `config` needs the feature `config` of `plugin-core`: write \
             `plugin-core = { .., features = [\"config\"] }` in the manifest"
        )
    };
}

pub const fn new_hookimpl(
    hook: &'static str,
    hook_index: usize,
    method: &'static str,
    precedence: Precedence,
    kind: Kind,
    location: Location,
) -> HookImplInfo {
    HookImplInfo { hook, hook_index, method, precedence, kind, location, before: &[], after: &[] }
}

pub const fn constrained(
    mut info: HookImplInfo,
    before: &'static [&'static str],
    after: &'static [&'static str],
) -> HookImplInfo {
    info.before = before;
    info.after = after;
    info
}

/// Uses the parameters of a hook that a plugin leaves out.
pub fn ignore<T>(_: T) {}

/// What is given: in the place of a closure that does nothing, which would be another one each time.
pub fn itself<T>(it: T) -> T {
    it
}

// ---- features ---------------------------------------------------------------------------------

/// What is written for plugin sets.
#[cfg(feature = "sets")]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_sets {
    ($($written:tt)*) => { $($written)* };
}

#[cfg(not(feature = "sets"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_sets {
    ($($written:tt)*) => {};
}

/// A plugin set, and what is written for it.
#[cfg(feature = "sets")]
#[doc(hidden)]
#[macro_export]
macro_rules! __plugin_set {
    ($set:ident $($written:tt)*) => { $($written)* };
}

#[cfg(not(feature = "sets"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __plugin_set {
    ($set:ident $($written:tt)*) => {
        ::core::compile_error!(
            "`#[derive(PluginSet)]` needs the feature `sets` of `plugin-core`: write \
             `plugin-core = { .., features = [\"sets\"] }` in the manifest"
        );

        // Calls on it are no second mistake.
        #[allow(dead_code)]
        impl $set {
            fn hook<S: $crate::HookSpec + ?$crate::__private_0_1_0::Sized>(
                &self,
            ) -> $crate::Hooks<S> {
                loop {}
            }
        }
    };
}

/// What is written for plugins made of closures.
#[cfg(feature = "closures")]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_closures {
    ($($written:tt)*) => { $($written)* };
}

#[cfg(not(feature = "closures"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_closures {
    ($($written:tt)*) => {};
}

// ---- instances --------------------------------------------------------------------------------

/// The plugin behind a reference without a type.
///
/// # Panics
///
/// When it is of another type.
#[must_use]
pub fn typed<P: Plugin>(plugin: &(dyn Any + Send + Sync)) -> &P {
    plugin.downcast_ref().unwrap_or_else(|| another_type())
}

/// The plugin that an instance is.
///
/// # Panics
///
/// When the instance is of another type.
#[must_use]
pub fn plugin<P: Send + Sync + 'static>(instance: &Instance) -> Arc<P> {
    match Arc::clone(instance).downcast() {
        Ok(plugin) => plugin,
        Err(_) => another_type(),
    }
}

#[cold]
fn another_type() -> ! {
    unreachable!("hookimpls are kept by the plugin's type")
}

// ---- construction -----------------------------------------------------------------------------

/// A type that can be constructed without being told how.
#[diagnostic::on_unimplemented(
    message = "plugin `{Self}` cannot be constructed",
    label = "neither `Default`, nor `init`, nor `manual`",
    note = "implement `Default`, name a function with `#[plugin(init = path)]`, or leave it to \
            the host with `#[plugin(manual)]`"
)]
pub trait Constructible: Plugin {
    fn construct() -> Self;
}

impl<P: Plugin + Default> Constructible for P {
    fn construct() -> Self {
        P::default()
    }
}

/// The entry of a plugin that is constructed without being told how.
#[must_use]
pub fn constructible<P: Constructible>() -> PluginEntry {
    PluginEntry::constructed::<P>(|_, _| Ok(Arc::new(P::construct())))
}

/// What `init` may return: the plugin, or a `Result` of it.
#[diagnostic::on_unimplemented(
    message = "`init` of plugin `{P}` returns `{Self}`",
    label = "must return `{P}` or `Result<{P}, E>`",
    note = "`E` may be any error, or a text: `E: Into<Box<dyn Error + Send + Sync>>`"
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
/// When the configuration was read as something else than `C`.
pub fn init_configured<P: Plugin, C: 'static, F: InitConfigured<P, C, M>, M>(
    init: F,
    context: &Context,
    config: Config,
) -> Result<Instance, BoxError>
where
    F::Returns: Initialized<P>,
{
    let config = config.downcast().expect("it is read as what `init` takes");
    Ok(Arc::new(init.call(context, *config).into_result()?))
}

/// What may be `init`. `M` tells what it takes.
#[diagnostic::on_unimplemented(
    message = "`init` of plugin `{P}` cannot be called",
    label = "must take nothing, or `&Context`",
    note = "write `fn() -> {P}` or `fn(&plugin_core::Context) -> {P}`; either may return \
            `Result<{P}, E>`, and one with `#[plugin(config = Config)]` takes a `Config` as well, last"
)]
pub trait Init<P, M> {
    type Returns;

    fn call(self, context: &Context) -> Self::Returns;
}

/// What may be `init` of a plugin with the configuration `C`.
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

/// An `init` that takes the context.
#[derive(Debug)]
pub struct TakesContext<R>(PhantomData<R>);

/// An `init` that does not.
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

/// The `init` of a plugin that lists what it needs.
#[diagnostic::on_unimplemented(
    message = "`init` of plugin `{P}` takes no `&Context`, and the plugin has `needs`",
    label = "must take `&Context`",
    note = "what a plugin needs reaches it through `plugin_core::Context`: have `init` take it \
            first, or drop `needs(..)`"
)]
pub trait TakesWhatIsNeeded<P> {}

impl<P, R> TakesWhatIsNeeded<P> for TakesContext<R> {}

pub fn needing<P, F: Init<P, M>, M: TakesWhatIsNeeded<P>>(init: F) -> F {
    init
}

pub fn needing_configured<P, C, F: InitConfigured<P, C, M>, M: TakesWhatIsNeeded<P>>(init: F) -> F {
    init
}

/// A generic plugin that names `S` among its hookspecs.
#[diagnostic::on_unimplemented(
    message = "generic plugin `{Self}` does not list the hookspec `{S}`",
    label = "not among the plugin's `hookspecs(..)`",
    note = "the types that a generic plugin is used with are not known when it registers itself: \
            write `#[plugin(manual, hookspecs(..))]` with each hookspec that it implements"
)]
pub trait Lists<S: ?Sized> {}

pub const fn assert_listed<P: Lists<S>, S: ?Sized>() {}

// ---- what a hook's types must be able to do ---------------------------------------------------

/// A parameter that every hookimpl gets a copy of.
#[diagnostic::on_unimplemented(
    message = "a hook cannot hand `{Self}` to several plugins",
    label = "not `Clone`",
    note = "each plugin gets its own copy of a parameter that is passed by value: implement \
            `Clone`, or pass a reference"
)]
pub trait Duplicable: Sized {
    #[must_use]
    fn copy(&self) -> Self;
}

impl<T: Clone> Duplicable for T {
    #[inline]
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// A parameter of a historic hook, or what a reference among them refers to.
#[diagnostic::on_unimplemented(
    message = "a historic hook cannot keep `{Self}`",
    label = "cannot be kept for plugins that come later",
    note = "parameters of a historic hook are kept as owned values: the type, or what the \
            reference refers to, must be `Clone + Send + Sync + 'static`"
)]
pub trait KeptInHistory {
    type Kept: Borrow<Self> + Send + Sync + 'static;

    fn to_kept(&self) -> Self::Kept;
}

impl<T: ToOwned<Owned: Send + Sync + 'static> + ?Sized> KeptInHistory for T {
    type Kept = T::Owned;

    fn to_kept(&self) -> T::Owned {
        self.to_owned()
    }
}

pub fn keep<T: KeptInHistory + ?Sized>(value: &T) -> T::Kept {
    value.to_kept()
}

// ---- what hookimpls are checked against -------------------------------------------------------

/// What stands for the wrappers of a hook.
#[diagnostic::on_unimplemented(
    message = "a historic hook takes no wrapper",
    label = "this hook is historic",
    note = "its calls reach each plugin alone, also later: there is nothing to wrap"
)]
pub trait Wrappable {}

/// A hook that takes wrappers.
#[derive(Debug)]
pub struct Wraps;

impl Wrappable for Wraps {}

/// A historic hook.
#[derive(Debug)]
pub struct Historic;

pub fn assert_wrappable<W: Wrappable>(_: W) {}

// ---- watching ---------------------------------------------------------------------------------

/// Evaluates a call, and tells the monitors before and after if there are any.
#[doc(hidden)]
#[macro_export]
macro_rules! __observed {
    ($observation:expr, [$($name:literal $argument:ident),*], $outcome:ident, $call:expr) => {{
        let mut observation = $observation;
        if let ::core::option::Option::Some(observation) = &mut observation {
            $crate::__private_0_1_0::Observation::before(observation, &[$(
                $crate::__private_0_1_0::Argument::new(
                    $name,
                    $crate::__observed!(@debug &$argument),
                )
            ),*]);
        }
        let result = $call;
        if let ::core::option::Option::Some(observation) = observation {
            $crate::__private_0_1_0::Observation::after(
                observation,
                &$crate::__observed!(@$outcome &result),
            );
        }
        result
    }};
    // Of a reference to what was returned, what monitors see of it.
    (@plain $result:expr) => {
        $crate::__private_0_1_0::Outcome::Returned($crate::__observed!(@debug $result))
    };
    (@fallible $result:expr) => {
        match $result {
            ::core::result::Result::Ok(value) => {
                $crate::__private_0_1_0::Outcome::Returned($crate::__observed!(@debug value))
            }
            ::core::result::Result::Err(error) => {
                $crate::__private_0_1_0::Outcome::Failed($crate::__observed!(@debug error))
            }
        }
    };
    // The value as `&dyn Debug`, if its type allows: the method of `Shown` is found first, that
    // of `Hidden` one reference further. Both are in scope where hooks are called.
    (@debug $value:expr) => {
        (&$crate::__private_0_1_0::Probe($value)).__shown()
    };
}

/// Evaluates what a wrapper wraps, and keeps a copy for the case that the wrapper panics, if there is
/// something to keep it in and the type allows it.
#[doc(hidden)]
#[macro_export]
macro_rules! __kept {
    ($keeper:expr, $next:expr) => {
        $crate::__private_0_1_0::Next::keep(
            $keeper,
            || $next,
            |outcome| (&$crate::__private_0_1_0::Probe(outcome)).__copied(),
        )
    };
}

/// A value that may implement `Debug` or `Clone`.
#[derive(Debug)]
pub struct Probe<'a, T>(pub &'a T);

pub trait Shown<'a> {
    fn __shown(&self) -> Option<&'a dyn Debug>;
}

impl<'a, T: Debug> Shown<'a> for Probe<'a, T> {
    fn __shown(&self) -> Option<&'a dyn Debug> {
        Some(self.0)
    }
}

pub trait Hidden<'a> {
    fn __shown(&self) -> Option<&'a dyn Debug>;
}

impl<'a, T> Hidden<'a> for &Probe<'a, T> {
    fn __shown(&self) -> Option<&'a dyn Debug> {
        None
    }
}

pub trait Copied<T> {
    fn __copied(&self) -> Option<T>;
}

impl<T: Clone> Copied<T> for Probe<'_, T> {
    fn __copied(&self) -> Option<T> {
        Some(self.0.clone())
    }
}

pub trait Moved<T> {
    fn __copied(&self) -> Option<T>;
}

impl<T> Moved<T> for &Probe<'_, T> {
    fn __copied(&self) -> Option<T> {
        None
    }
}
