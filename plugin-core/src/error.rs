//! The public errors: what can go wrong when plugins come and go, all of it in one report.

mod problem;

mod replay;

use std::error::Error;
use std::fmt;

pub use self::problem::Problem;
pub use self::replay::ReplayError;
use crate::plugin::PluginRef;
use crate::resolve::Dependent;

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

    /// The problems: those that concern one plugin by its id, then those of several.
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

/// Why a plugin was not unregistered or blocked: others that are registered require it.
///
/// ```
/// use plugin_core::{Plugin, PluginManager, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// struct Manners;
///
/// #[derive(Plugin, Default)]
/// #[plugin(requires("manners"))]
/// struct Polite;
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(Manners)?;
/// manager.register(Polite)?;
///
/// let error = manager.block("manners").unwrap_err();
/// assert!(error.to_string().contains("`polite`"));
/// assert!(!manager.is_blocked("manners"));
///
/// let gone = manager.unregister_cascading("manners");
/// let ids: Vec<_> = gone.iter().map(|plugin| plugin.id().as_str()).collect();
/// assert_eq!(ids, ["polite", "manners"]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
///
/// Its `Debug` form is the report as well.
pub struct UnregisterError {
    plugin: PluginRef,
    dependents: Vec<Dependent>,
}

impl UnregisterError {
    pub(crate) fn new(plugin: PluginRef, dependents: Vec<Dependent>) -> Self {
        debug_assert!(!dependents.is_empty());
        Self { plugin, dependents }
    }

    /// The plugin that was to go.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// Those that require it, by id. Others may require these in turn.
    pub fn dependents(&self) -> &[Dependent] {
        &self.dependents
    }
}

impl fmt::Display for UnregisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plugin {} is still required", self.plugin)?;
        for dependent in &self.dependents {
            write!(f, "\n    by {dependent}")?;
        }
        f.write_str(
            "\n    help: let those go first, or all together: `unregister_cascading`, \
             `block_cascading`",
        )
    }
}

impl fmt::Debug for UnregisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for UnregisterError {}
