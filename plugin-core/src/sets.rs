//! Plugins that are known when the host is compiled, fused into one type.
//!
//! What belongs to a set's calls is here and, where the contract's trait has to be named, in what
//! `#[hookspec]` writes. `#[derive(PluginSet)]` writes the facts of one set.

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
use plan::Holds;

/// A hookspec of which the hooks can be called on a plugin set. `#[hookspec]` implements it for
/// `dyn Trait`, with the feature `sets`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a hookspec",
    label = "this is not a trait with `#[hookspec]`",
    note = "write `#[hookspec]` on the trait; where a type is expected, write `dyn Trait`"
)]
pub trait StaticHookSpec: HookSpec {
    /// What is known of the hookspec: for generated code, so that one that is missing is told once.
    #[doc(hidden)]
    const SPEC: &'static HookSpecInfo = Self::INFO;

    /// What a host calls the hooks on: one method per hook. [`PluginSet::hook`] makes one.
    type StaticHooks<'set, L: 'set>;

    /// Builds it.
    #[doc(hidden)]
    fn fused<L>(set: &L) -> Self::StaticHooks<'_, L>;
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
/// // As in a manager, who came last is asked first.
/// assert_eq!(plugins.hook::<dyn Greetings>().greet("Ada"), ["hi Ada", "good day, Ada"]);
///
/// let ids: Vec<_> = Plugins::plugins().iter().map(|plugin| plugin.id()).collect();
/// assert_eq!(ids, ["polite", "curt"]);
/// ```
pub trait PluginSet: Send + Sync + Sized + 'static {
    #[doc(hidden)]
    const PLUGINS: &'static [&'static PluginInfo];

    /// What is known of the plugins, in the order of the set.
    fn plugins() -> &'static [&'static PluginInfo] {
        Self::PLUGINS
    }

    /// What the hooks of the hookspec `S` are called on: one method per hook, each a sequence of
    /// direct calls. It costs nothing.
    #[inline]
    fn hook<S: HookSpec + ?Sized>(&self) -> Self::Relay<'_>
    where
        Self: Holds<S>,
    {
        self.relay()
    }

    /// Whether the plugins can work together, versions and all, as a manager for hosts of the
    /// hookspec `S` would have it. For a test of the host: what it finds does not change with time.
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
    /// Every reason why not.
    fn check<S: HookSpec + ?Sized>() -> Result<(), RegisterError>
    where
        Self: Holds<S>,
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
            missing: &|_| MissingReason::NotLinked,
            // A set with a cycle does not compile.
            order_cycles: &|_| Vec::new(),
        };
        if let Err(found) = resolve(&Set::default(), candidates, &rules) {
            problems.extend(found);
        }
        if problems.is_empty() { Ok(()) } else { Err(RegisterError::new(problems)) }
    }
}
