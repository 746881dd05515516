//! What is known of a hookimpl.

use super::source::Location;

/// What is known of a hookimpl before its plugin is constructed.
///
/// ```
/// # use plugin_core::info::Precedence;
/// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// # #[derive(Plugin, Default)]
/// # struct Polite;
/// #[hookimpl]
/// impl Greetings for Polite {
///     #[hookimpl(tryfirst)]
///     fn greet(&self) -> String { "good day".to_owned() }
/// }
/// # let manager = PluginManager::new::<dyn Greetings>();
/// # manager.register(Polite)?.expect_active();
/// # let hooks = manager.hook::<dyn Greetings>();
///
/// let hookimpl = hooks.greet.hookimpls()[0].info();
/// assert_eq!((hookimpl.method(), hookimpl.precedence()), ("greet", Precedence::TryFirst));
/// assert!(!hookimpl.is_wrapper());
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct HookImplInfo {
    pub(crate) hook: &'static str,
    /// The index of the hook in its hookspec.
    pub(crate) hook_index: usize,
    pub(crate) method: &'static str,
    pub(crate) precedence: Precedence,
    pub(crate) kind: Kind,
    pub(crate) location: Location,
    pub(crate) before: &'static [&'static str],
    pub(crate) after: &'static [&'static str],
}

impl HookImplInfo {
    /// The name of the hook that it implements.
    pub const fn hook(&self) -> &'static str {
        self.hook
    }

    /// The name of the method; another than the hook's under `specname = ".."`.
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// `tryfirst`, `trylast` or neither.
    pub const fn precedence(&self) -> Precedence {
        self.precedence
    }

    /// Whether it runs around all others of its hook.
    pub const fn is_wrapper(&self) -> bool {
        matches!(self.kind, Kind::Wrapper)
    }

    /// The plugins and capabilities before whose hookimpls it wishes to stand: `before(..)`.
    pub const fn before(&self) -> &'static [&'static str] {
        self.before
    }

    /// The plugins and capabilities after whose hookimpls it wishes to stand: `after(..)`.
    pub const fn after(&self) -> &'static [&'static str] {
        self.after
    }

    pub(crate) fn has_constraints(&self) -> bool {
        !(self.before.is_empty() && self.after.is_empty())
    }

    /// Where its method is.
    pub const fn location(&self) -> &Location {
        &self.location
    }
}

/// What a hookimpl is to its hook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Answers the call.
    Plain,
    /// Runs around those that answer.
    Wrapper,
}

/// Where a hookimpl wants to stand among those of its kind.
///
/// ```
/// use plugin_core::info::Precedence;
///
/// assert!(Precedence::TryFirst < Precedence::Normal && Precedence::Normal < Precedence::TryLast);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precedence {
    /// `tryfirst`: before the plain ones, the newest first.
    TryFirst,
    /// Neither option: the newest first.
    Normal,
    /// `trylast`: after the plain ones, the oldest first.
    TryLast,
}
