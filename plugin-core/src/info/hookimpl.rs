//! The constant facts of a hookimpl.

use super::source::Location;

/// The constant facts of a hookimpl, which are known before its plugin is constructed.
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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
    /// The name of the hook that the hookimpl implements.
    pub const fn hook(&self) -> &'static str {
        self.hook
    }

    /// The name of the method. With `specname = ".."`, it differs from the name of the hook.
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// The precedence: `tryfirst`, `trylast` or neither.
    pub const fn precedence(&self) -> Precedence {
        self.precedence
    }

    /// Whether the hookimpl is a wrapper, which runs around all other hookimpls of its hook.
    pub const fn is_wrapper(&self) -> bool {
        matches!(self.kind, Kind::Wrapper)
    }

    /// The ordering constraints `before(..)`: the plugins and capabilities whose hookimpls must run
    /// after this one.
    pub const fn before(&self) -> &'static [&'static str] {
        self.before
    }

    /// The ordering constraints `after(..)`: the plugins and capabilities whose hookimpls must run
    /// before this one.
    pub const fn after(&self) -> &'static [&'static str] {
        self.after
    }

    pub(crate) fn has_constraints(&self) -> bool {
        !(self.before.is_empty() && self.after.is_empty())
    }

    /// The source location of the method.
    pub const fn location(&self) -> &Location {
        &self.location
    }
}

/// The kind of a hookimpl.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Returns a result of its own.
    Plain,
    /// Runs around the other hookimpls.
    Wrapper,
}

/// The precedence of a hookimpl among the hookimpls of its kind (wrappers or non-wrappers).
///
/// ```
/// use plugin_core::info::Precedence;
///
/// assert!(Precedence::TryFirst < Precedence::Normal && Precedence::Normal < Precedence::TryLast);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precedence {
    /// `tryfirst`: called before the normal hookimpls, the newest first.
    TryFirst,
    /// Neither option: the newest is called first.
    Normal,
    /// `trylast`: called after the normal hookimpls, the oldest first.
    TryLast,
}
