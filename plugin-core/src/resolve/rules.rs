//! The rules that candidates are checked against.

use super::view::View;
use crate::error::{MissingReason, Problem};
use crate::info::{HookSpecInfo, Requirement};

/// What happens to linked plugins that cannot work together.
///
/// ```
/// # use plugin_core::manager::ResolvePolicy;
/// assert_eq!(ResolvePolicy::default(), ResolvePolicy::Fail);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ResolvePolicy {
    /// All or nothing: no plugin is registered, and the error lists every problem.
    #[default]
    Fail,
    /// Plugins that cannot work with the others are skipped, together with every plugin that
    /// requires them. [`PluginManager::skipped`](crate::PluginManager::skipped) lists them with the
    /// reasons. Of two plugins in conflict, the one that declares the conflict is skipped. A
    /// problem of one plugin alone, such as an `init` that fails or a value that the host does not
    /// provide, is still an error.
    Skip,
}

/// The rules that a set of plugins must satisfy.
pub(crate) struct Rules<'a> {
    pub(crate) policy: ResolvePolicy,
    /// The contract of the host.
    pub(crate) contract: &'static HookSpecInfo,
    /// Finds the reason why no plugin in the view meets a requirement.
    pub(crate) missing: &'a dyn Fn(&Requirement) -> MissingReason,
    /// Finds the cycles of ordering constraints among the hookimpls of the plugins in the view.
    pub(crate) order_cycles: &'a dyn Fn(&View<'_>) -> Vec<Problem>,
}
