//! What a contract says: the hookspec and its hooks, as constant data.

use std::fmt;

use super::lineup::Erased;
use super::relay::Callers;
#[cfg(feature = "closures")]
use crate::plugin::Plugin;
use crate::plugin::{Location, Package};

/// A contract between a host and its plugins. `#[hookspec]` implements it for `dyn Trait`.
///
/// Everything that is asked of a manager by contract names it as a trait object:
///
/// ```
/// use plugin_core::{HookSpec, hookspec};
///
/// #[hookspec(project = "gateway")]
/// pub trait GatewayHooks {
///     fn on_startup(&self);
/// }
///
/// let spec = <dyn GatewayHooks>::INFO;
/// assert_eq!((spec.name(), spec.project()), ("GatewayHooks", "gateway"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a hookspec",
    label = "not a trait under `#[hookspec]`",
    note = "write `#[hookspec]` on the trait; where a type is wanted, name it as `dyn Trait`"
)]
pub trait HookSpec: Send + Sync + 'static {
    /// The contract's name, project and hooks.
    const INFO: &'static HookSpecInfo;

    /// What a host calls the hooks on: one method and one field per hook.
    type Relay: fmt::Debug + Send + Sync + 'static;

    /// Builds the relay from one caller per hook.
    #[doc(hidden)]
    fn relay(callers: Callers<'_, Self>) -> Self::Relay;

    /// The hookspec without its type; not a constant, which would be compiled where it is used.
    #[doc(hidden)]
    fn erased() -> Erased;
}

/// A hookspec of which there is a plugin made of closures, for tests. `#[hookspec]` implements it for
/// `dyn Trait`, with the feature `closures`.
#[cfg(feature = "closures")]
#[diagnostic::on_unimplemented(
    message = "there is no fake of `{Self}`",
    label = "not a trait under `#[hookspec]`",
    note = "write `#[hookspec]` on the trait; where a type is wanted, name it as `dyn Trait`"
)]
pub trait FakeHookSpec: HookSpec {
    /// A plugin made of closures: with the feature `testing`, `testing::fake` makes one.
    type Fake: Plugin + Default;
}

/// What is known of a hookspec.
///
/// ```
/// # use plugin_core::{HookSpec, hookspec};
/// # #[hookspec]
/// # pub trait GatewayHooks { fn on_startup(&self); fn on_shutdown(&self); }
/// let spec = <dyn GatewayHooks>::INFO;
/// let hooks: Vec<_> = spec.hooks().iter().map(|hook| hook.name()).collect();
/// assert_eq!(hooks, ["on_startup", "on_shutdown"]);
/// assert_eq!(spec.project(), "plugin-core"); // by default, the package of the contract
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct HookSpecInfo {
    pub(crate) name: &'static str,
    pub(crate) project: &'static str,
    pub(crate) package: Package,
    pub(crate) location: Location,
    pub(crate) hooks: &'static [HookInfo],
}

impl HookSpecInfo {
    /// The trait's name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The project that the hookspec belongs to: `project = ".."`, or the name of its package.
    pub const fn project(&self) -> &'static str {
        self.project
    }

    /// The Cargo package that the hookspec was compiled in.
    pub const fn package(&self) -> &Package {
        &self.package
    }

    /// Where the hookspec is declared.
    pub const fn location(&self) -> &Location {
        &self.location
    }

    /// Its hooks, in the order of their declaration.
    pub const fn hooks(&self) -> &'static [HookInfo] {
        self.hooks
    }

    /// Puts hookspecs into an order that does not depend on the linker.
    pub(crate) fn sort_key(&self) -> impl Ord + use<> {
        (self.name, self.package.name, self.location)
    }
}

/// What is known of a hook: its name and its options.
///
/// ```
/// # use plugin_core::{HookSpec, hookspec};
/// # #[hookspec]
/// # pub trait GatewayHooks {
/// #[hookspec(firstresult)]
/// fn authenticate(&self, token: &str) -> Option<String>;
/// # }
/// # let hook = &<dyn GatewayHooks>::INFO.hooks()[0];
/// assert!(hook.is_firstresult() && !hook.is_historic());
/// assert_eq!(hook.parameters(), ["token"]);
/// assert_eq!(hook.to_string(), "GatewayHooks::authenticate");
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct HookInfo {
    pub(crate) spec: &'static str,
    pub(crate) name: &'static str,
    pub(crate) parameters: &'static [&'static str],
    pub(crate) firstresult: bool,
    pub(crate) historic: bool,
}

impl HookInfo {
    /// The name of its hookspec.
    pub const fn spec(&self) -> &'static str {
        self.spec
    }

    /// The method's name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The names of its parameters, without the receiver.
    pub const fn parameters(&self) -> &'static [&'static str] {
        self.parameters
    }

    /// Whether a call stops at the first answer.
    pub const fn is_firstresult(&self) -> bool {
        self.firstresult
    }

    /// Whether calls are remembered for plugins that come later.
    pub const fn is_historic(&self) -> bool {
        self.historic
    }
}

impl fmt::Display for HookInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::{}", self.spec, self.name)
    }
}
