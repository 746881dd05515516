//! The error of replaying an earlier call to a new plugin.

use std::error::Error;
use std::fmt;

use crate::info::{HookImplInfo, HookInfo};
use crate::util::BoxError;

/// Why the replay of an earlier call to a new plugin failed.
///
/// It is the source of [`Problem::Replay`](crate::Problem::Replay):
///
/// ```
/// use plugin_core::{Plugin, PluginManager, Problem, hookimpl, hookspec};
///
/// #[hookspec]
/// trait Configured {
///     #[hookspec(historic)]
///     fn on_configured(&self, port: u16) -> Result<(), String>;
/// }
///
/// #[derive(Plugin, Default)]
/// struct Server;
///
/// #[hookimpl]
/// impl Configured for Server {
///     fn on_configured(&self, port: u16) -> Result<(), String> {
///         if port < 1024 { Err(format!("port {port} is reserved")) } else { Ok(()) }
///     }
/// }
///
/// let manager = PluginManager::new::<dyn Configured>();
/// manager.hook::<dyn Configured>().on_configured(80)?;
///
/// let error = manager.register(Server).err().unwrap();
/// let [Problem::Replay { source, .. }] = error.problems() else { panic!("{error}") };
/// assert_eq!(source.hook().name(), "on_configured");
/// assert!(error.to_string().ends_with("port 80 is reserved"));
/// assert!(manager.get("server").is_none());
/// # Ok::<(), String>(())
/// ```
#[derive(Debug)]
pub struct ReplayError {
    hook: &'static HookInfo,
    hookimpl: &'static HookImplInfo,
    source: BoxError,
}

impl ReplayError {
    pub(crate) fn failed(
        hook: &'static HookInfo,
        hookimpl: &'static HookImplInfo,
        source: BoxError,
    ) -> Self {
        Self { hook, hookimpl, source }
    }

    pub(crate) fn endless(
        hook: &'static HookInfo,
        hookimpl: &'static HookImplInfo,
        limit: usize,
    ) -> Self {
        let source = format!(
            "the plugin called the hook more than {limit} times during the replay; a hookimpl that \
             calls its own hook must stop at some point"
        );
        Self { hook, hookimpl, source: source.into() }
    }

    /// The historic hook.
    pub fn hook(&self) -> &'static HookInfo {
        self.hook
    }
}

impl fmt::Display for ReplayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { hook, hookimpl, source } = self;
        write!(
            f,
            "the replay of an earlier call of `{hook}` ({}) failed: {source}",
            hookimpl.location()
        )
    }
}

impl Error for ReplayError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
