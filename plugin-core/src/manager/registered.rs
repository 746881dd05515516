//! The result of registering one plugin.

use crate::error::ExclusionReason;

/// The result of registering one plugin: it is registered, or its id is blocked.
///
/// The host or its user may block any id. A host that cannot work without the plugin calls
/// [`expect_active`](Self::expect_active), or returns an error of its own.
///
/// ```
/// use plugin_core::error::{ExclusionReason, FilterSource};
/// use plugin_core::{Plugin, PluginManager, Registered, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// struct Polite;
///
/// let manager = PluginManager::builder::<dyn Greetings>().block(["polite"]).build();
/// match manager.register(Polite)? {
///     Registered::Active(_) => unreachable!(),
///     Registered::Blocked(reason) => {
///         assert_eq!(reason, ExclusionReason::Blocked(FilterSource::Host));
///     }
/// }
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a plugin whose id is blocked is not registered: use `expect_active` if it must be"]
pub enum Registered<T> {
    /// The plugin is registered.
    Active(T),
    /// The id of the plugin is blocked, so the plugin was not registered. If the host had
    /// constructed it, the instance was dropped.
    Blocked(ExclusionReason),
}

impl<T> Registered<T> {
    /// The plugin, if it is registered.
    pub fn active(self) -> Option<T> {
        match self {
            Self::Active(plugin) => Some(plugin),
            Self::Blocked(_) => None,
        }
    }

    /// Whether the plugin is registered.
    pub fn is_active(&self) -> bool {
        matches!(self, Self::Active(_))
    }

    /// Returns the registered plugin.
    ///
    /// # Panics
    ///
    /// If its id is blocked.
    #[track_caller]
    pub fn expect_active(self) -> T {
        match self {
            Self::Active(plugin) => plugin,
            Self::Blocked(reason) => {
                // A plugin that is loaded by id has no type of its own here.
                let ty = std::any::type_name::<T>().strip_prefix("alloc::sync::Arc<");
                let subject = match ty.and_then(|it| it.strip_suffix('>')) {
                    Some(plugin) => format!("plugin `{plugin}`"),
                    None => "the plugin".to_owned(),
                };
                panic!(
                    "{subject} was not registered: it is {reason}; to continue without it, call \
                     `active`"
                )
            }
        }
    }

    pub(super) fn map<U>(self, map: impl FnOnce(T) -> U) -> Registered<U> {
        match self {
            Self::Active(plugin) => Registered::Active(map(plugin)),
            Self::Blocked(reason) => Registered::Blocked(reason),
        }
    }
}
