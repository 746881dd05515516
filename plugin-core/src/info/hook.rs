//! The constant facts of a hookspec and of its hooks.

use std::fmt;

use super::source::{Location, Package};

/// The constant facts of a hookspec: its name, its project and its hooks.
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HookSpecInfo {
    pub(crate) name: &'static str,
    pub(crate) project: &'static str,
    pub(crate) package: Package,
    pub(crate) location: Location,
    pub(crate) hooks: &'static [HookInfo],
}

impl HookSpecInfo {
    /// The name of the trait.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The project that the hookspec belongs to: `project = ".."`, or by default the name of its
    /// package.
    pub const fn project(&self) -> &'static str {
        self.project
    }

    /// The Cargo package that the hookspec was compiled in.
    pub const fn package(&self) -> &Package {
        &self.package
    }

    /// The source location of the hookspec.
    pub const fn location(&self) -> &Location {
        &self.location
    }

    /// The hooks, in declaration order.
    pub const fn hooks(&self) -> &'static [HookInfo] {
        self.hooks
    }

    /// A sort key whose order does not depend on the linker.
    pub(crate) fn sort_key(&self) -> impl Ord + use<> {
        (self.name, self.package.name, self.location)
    }
}

/// The constant facts of a hook: its name, its parameters and its options.
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HookInfo {
    pub(crate) spec: &'static str,
    pub(crate) name: &'static str,
    pub(crate) parameters: &'static [&'static str],
    pub(crate) firstresult: bool,
    pub(crate) historic: bool,
}

impl HookInfo {
    /// The name of the hookspec.
    pub const fn spec(&self) -> &'static str {
        self.spec
    }

    /// The name of the hook's method.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The names of the parameters, without the receiver.
    pub const fn parameters(&self) -> &'static [&'static str] {
        self.parameters
    }

    /// Whether a call stops at the first result (`firstresult`).
    pub const fn is_firstresult(&self) -> bool {
        self.firstresult
    }

    /// Whether calls are remembered and replayed to plugins that are registered later (`historic`).
    pub const fn is_historic(&self) -> bool {
        self.historic
    }
}

impl fmt::Display for HookInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::{}", self.spec, self.name)
    }
}
