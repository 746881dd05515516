//! The public errors: what can go wrong when plugins are registered, all of it in one report.

use std::error::Error;
use std::fmt;

use crate::hook::hookimpl::HookimplInfo;
use crate::hook::spec::HookInfo;
use crate::inspect::diagnosis::Finding;
use crate::plugin::{MalformedId, PluginId, PluginInfo};

/// What a plugin fails with: any error, or a text.
///
/// ```
/// use plugin_core::BoxError;
///
/// let error: BoxError = "no key file".into();
/// assert_eq!(error.to_string(), "no key file");
/// ```
pub type BoxError = Box<dyn Error + Send + Sync>;

/// Why plugins were not registered: every problem that was found. None of them was registered.
///
/// ```
/// use plugin_core::{Plugin, PluginManager, Problem, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// struct Polite;
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(Polite)?;
/// let error = manager.register(Polite).err().unwrap();
///
/// assert!(matches!(error.problems(), [Problem::DuplicateId { id, .. }] if *id == "polite"));
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
///
/// Its `Debug` form is the report as well: that is what a `main` shows which returns it.
pub struct RegisterError {
    problems: Vec<Problem>,
}

impl RegisterError {
    pub(crate) fn new(problems: Vec<Problem>) -> Self {
        debug_assert!(!problems.is_empty());
        Self { problems }
    }

    /// The problems, in the order in which the plugins would have been registered.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl From<Problem> for RegisterError {
    fn from(problem: Problem) -> Self {
        Self::new(vec![problem])
    }
}

impl fmt::Display for RegisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.problems.as_slice() {
            [problem] => write!(f, "no plugin was registered: {problem}"),
            problems => {
                write!(f, "no plugin was registered: {} problems", problems.len())?;
                problems.iter().zip(1..).try_for_each(|(it, n)| write!(f, "\n{n}. {it}"))
            }
        }
    }
}

impl fmt::Debug for RegisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for RegisterError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self.problems.as_slice() {
            [problem] => problem.source(),
            _ => None,
        }
    }
}

/// One reason why plugins were not registered. Shown, it names the plugins with their packages
/// and lines, and what would mend it.
///
/// ```
/// # use plugin_core::{Plugin, PluginManager, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin)]
/// #[plugin(init = Keys::load)]
/// struct Keys;
///
/// impl Keys {
///     fn load() -> Result<Self, String> {
///         Err("no key file".to_owned())
///     }
/// }
///
/// # let manager = PluginManager::new::<dyn Greetings>();
/// let error = manager.load::<Keys>().err().unwrap();
/// let report = error.to_string();
/// assert!(report.contains("`init` of plugin `keys`"));
/// assert!(report.contains("failed: no key file"));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Problem {
    /// Two plugins want the same id.
    DuplicateId {
        /// The id.
        id: PluginId,
        /// The plugin that has it, or that comes first.
        first: &'static PluginInfo,
        /// The plugin that was refused.
        second: &'static PluginInfo,
    },
    /// A plugin of this type is registered already, under another id.
    SecondInstance {
        /// The id of the registered plugin.
        id: PluginId,
        /// The type.
        plugin: &'static PluginInfo,
    },
    /// The id cannot be an id.
    MalformedId {
        /// The plugin that was to be registered.
        plugin: &'static PluginInfo,
        /// The id.
        error: MalformedId,
    },
    /// No plugin of the catalogue has the id.
    NotLinked {
        /// The id.
        id: String,
    },
    /// The plugin can be constructed by the host only (`#[plugin(manual)]`).
    NotConstructible {
        /// The plugin.
        plugin: &'static PluginInfo,
    },
    /// Something is probably missing: see [`PluginManager::diagnose`](crate::PluginManager::diagnose).
    Finding(Finding),
    /// The plugin's `init` failed.
    Init {
        /// The plugin.
        plugin: &'static PluginInfo,
        /// Why.
        source: BoxError,
    },
    /// An earlier call of a historic hook was replayed to the plugin and failed.
    Replay {
        /// The id under which the plugin was to be registered.
        id: PluginId,
        /// The plugin.
        plugin: &'static PluginInfo,
        /// The hook, and why.
        source: ReplayFailure,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateId { id, first, second } if first == second => write!(
                f,
                "plugin {} is registered already as `{id}`, or just being registered; for another \
                 instance choose another id: `register_as`",
                Origin(second)
            ),
            Self::DuplicateId { id, first, second } => write!(
                f,
                "two plugins have the id `{id}`: {} and {}; give one of them another id \
                 (`#[plugin(id = \"..\")]`, `register_as`), or take one in before the catalogue, \
                 which then passes over the other: `manager.load::<{}>()`",
                Origin(first),
                Origin(second),
                first.type_name()
            ),
            Self::SecondInstance { id, plugin } => write!(
                f,
                "plugin {} is registered already, as `{id}`; for another instance choose its id: \
                 `register_as`",
                Origin(plugin)
            ),
            Self::MalformedId { plugin, error } => {
                write!(f, "plugin {} cannot be registered: {error}", Origin(plugin))
            }
            Self::NotLinked { id } => write!(
                f,
                "no plugin with the id `{}` is linked: is the id right, and does the host link its \
                 plugin crates (`plugin_core::plugin_crates!();`)?",
                id.escape_debug()
            ),
            Self::NotConstructible { plugin } => write!(
                f,
                "plugin {} is constructed by the host: `manager.register({}..)`",
                Origin(plugin),
                plugin.type_name()
            ),
            Self::Finding(finding) => finding.fmt(f),
            Self::Init { plugin, source } => {
                write!(f, "`init` of plugin {} failed: {source}", Origin(plugin))
            }
            Self::Replay { id, plugin, source } => {
                write!(f, "plugin {}, registered as `{id}`: {source}", Origin(plugin))
            }
        }
    }
}

impl Error for Problem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Init { source, .. } => Some(&**source),
            Self::Replay { source, .. } => Some(source),
            Self::MalformedId { error, .. } => Some(error),
            Self::DuplicateId { .. }
            | Self::SecondInstance { .. }
            | Self::NotLinked { .. }
            | Self::Finding(_)
            | Self::NotConstructible { .. } => None,
        }
    }
}

/// A plugin in a report: its id, version, package and line.
struct Origin<'a>(&'a PluginInfo);

impl fmt::Display for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(info) = self;
        let (package, location) = (info.package(), info.location());
        write!(f, "`{}` {} ({package}, {location})", info.id(), info.version)
    }
}

/// Why the replay of an earlier call to a new plugin failed.
///
/// It is the source of [`Problem::Replay`]:
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
/// assert!(manager.plugin("server").is_none());
/// # Ok::<(), String>(())
/// ```
#[derive(Debug)]
pub struct ReplayFailure {
    hook: &'static HookInfo,
    hookimpl: &'static HookimplInfo,
    source: BoxError,
}

impl ReplayFailure {
    pub(crate) fn failed(
        hook: &'static HookInfo,
        hookimpl: &'static HookimplInfo,
        source: BoxError,
    ) -> Self {
        Self { hook, hookimpl, source }
    }

    pub(crate) fn endless(
        hook: &'static HookInfo,
        hookimpl: &'static HookimplInfo,
        limit: usize,
    ) -> Self {
        let source = format!(
            "the plugin made more than {limit} further calls of the hook in it; one that calls \
             the hook it implements must have a condition to stop at"
        );
        Self { hook, hookimpl, source: source.into() }
    }

    /// The historic hook.
    pub fn hook(&self) -> &'static HookInfo {
        self.hook
    }
}

impl fmt::Display for ReplayFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { hook, hookimpl, source } = self;
        write!(f, "an earlier call of `{hook}` ({}) failed: {source}", hookimpl.location())
    }
}

impl Error for ReplayFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
