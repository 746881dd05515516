//! Plugin sets: structs of plugins that are known when the host is compiled.
//!
//! This module contains the code that runs the calls of a set, except for the code that must name
//! the contract's trait: `#[hookspec]` generates that. `#[derive(PluginSet)]` generates the facts
//! of one set.

mod constraints;

#[doc(hidden)]
pub mod gather;

pub(crate) mod number;

pub(crate) mod plan;

pub(crate) mod relations;

mod text;

pub(crate) mod tree;

use crate::error::{MissingReason, Problem, RegisterError};
use crate::hook::spec::HookSpec;
use crate::info::{HookSpecInfo, PluginId, PluginInfo, PluginRef};
use crate::resolve::{ResolvePolicy, Rules, Set, resolve};
use plan::Supports;

/// A hookspec whose hooks can be called on a plugin set.
///
/// With the feature `sets`, `#[hookspec]` implements this trait for `dyn Trait`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a hookspec",
    label = "this is not a trait with `#[hookspec]`",
    note = "write `#[hookspec]` on the trait; where a type is expected, write `dyn Trait`"
)]
pub trait StaticHookSpec: HookSpec {
    /// The facts of the hookspec. Generated code names them here and not as `HookSpec::INFO`, so
    /// that rustc reports a type that is not a hookspec only once.
    #[doc(hidden)]
    const SPEC: &'static HookSpecInfo = Self::INFO;

    /// The type on which a host calls the hooks: it has one method per hook. [`PluginSet::hook`]
    /// returns it.
    type StaticHooks<'set, L: 'set>;

    /// Returns the hooks of a set.
    #[doc(hidden)]
    fn static_hooks<L>(set: &L) -> Self::StaticHooks<'_, L>;
}

/// A struct of plugins, derived by [`#[derive(PluginSet)]`](derive@crate::PluginSet).
///
/// ```
/// # use plugin_core::{Plugin, hookimpl, hookspec};
/// # #[hookspec]
/// # pub trait Greetings { fn greet(&self, name: &str) -> String; }
/// # #[derive(Plugin, Default)]
/// # pub struct Polite;
/// # #[hookimpl]
/// # impl Greetings for Polite {
/// #     fn greet(&self, name: &str) -> String { format!("good day, {name}") }
/// # }
/// # #[derive(Plugin, Default)]
/// # pub struct Curt;
/// # #[hookimpl]
/// # impl Greetings for Curt { fn greet(&self, name: &str) -> String { format!("hi {name}") } }
/// use plugin_core::PluginSet;
///
/// #[derive(PluginSet, Default)]
/// #[plugin_set(hookspecs(Greetings))]
/// struct Plugins {
///     polite: Polite,
///     curt: Curt,
/// }
///
/// let plugins = Plugins::default();
/// // As in a manager, the plugin that is registered last is called first.
/// assert_eq!(plugins.hook::<dyn Greetings>().greet("Ada"), ["hi Ada", "good day, Ada"]);
///
/// let ids: Vec<_> = Plugins::plugins().iter().map(|plugin| plugin.id()).collect();
/// assert_eq!(ids, ["polite", "curt"]);
/// ```
pub trait PluginSet: Send + Sync + Sized + 'static {
    #[doc(hidden)]
    const PLUGINS: &'static [&'static PluginInfo];

    /// The facts of the plugins, in the order of the fields.
    fn plugins() -> &'static [&'static PluginInfo] {
        Self::PLUGINS
    }

    /// Returns the hooks of the hookspec `S`: a value with one method per hook. A method calls the
    /// plugins' methods directly, one after the other. Calling `hook` costs nothing.
    #[inline]
    fn hook<S: HookSpec + ?Sized>(&self) -> Self::Hooks<'_>
    where
        Self: Supports<S>,
    {
        self.hooks()
    }

    /// Checks whether the plugins can work together, including their versions, by the rules of a
    /// manager for the hookspec `S`. Call it in a test of the host: the result depends only on what
    /// was compiled.
    ///
    /// ```
    /// # use plugin_core::{Plugin, hookspec};
    /// # #[hookspec]
    /// # pub trait Greetings { fn greet(&self, name: &str) -> String; }
    /// use plugin_core::PluginSet;
    ///
    /// #[derive(Plugin, Default)]
    /// #[plugin(version = "1.1.0")]
    /// struct Session;
    ///
    /// #[derive(Plugin, Default)]
    /// #[plugin(requires("session ^1.2"))]
    /// struct Auth;
    ///
    /// #[derive(PluginSet)]
    /// #[plugin_set(hookspecs(Greetings))]
    /// struct Plugins {
    ///     session: Session,
    ///     auth: Auth,
    /// }
    ///
    /// let error = Plugins::check::<dyn Greetings>().unwrap_err();
    /// assert!(error.to_string().contains("plugin `auth` requires `session ^1.2`, but `session` is 1.1.0"));
    /// ```
    ///
    /// # Errors
    ///
    /// Returns every reason why the plugins cannot work together.
    fn check<S: HookSpec + ?Sized>() -> Result<(), RegisterError>
    where
        Self: Supports<S>,
    {
        let mut problems = Vec::new();
        let mut candidates = Vec::new();
        for info in Self::PLUGINS {
            match PluginId::new(info.id) {
                Ok(id) => candidates.push(PluginRef::new(id, info)),
                Err(error) => problems.push(Problem::InvalidId { plugin: info, error }),
            }
        }
        let rules = Rules {
            policy: ResolvePolicy::Fail,
            contract: S::INFO,
            missing: &|_| MissingReason::NotLinked { nearest: None, has_crate_list: true },
            // The compiler has checked the ordering constraints: a set with a cycle does not
            // compile.
            order_cycles: &|_| Vec::new(),
        };
        if let Err(found) = resolve(&Set::default(), candidates, &rules) {
            problems.extend(found);
        }
        if problems.is_empty() { Ok(()) } else { Err(RegisterError::new(problems)) }
    }
}
