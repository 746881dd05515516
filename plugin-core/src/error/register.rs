//! Why plugins were not registered.

use std::error::Error;
use std::fmt;

use super::diagnostic::Diagnostic;
use super::problem::Problem;

/// Why plugins were not registered: every problem that was found. If there is an error, no plugin
/// of the request is registered.
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
/// manager.register(Polite)?.expect_active();
/// let error = manager.register(Polite).err().unwrap();
///
/// assert!(matches!(error.problems(), [Problem::DuplicateId { id, .. }] if *id == "polite"));
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
///
/// Its `Debug` form is the same report as its `Display` form, because a `main` that returns the
/// error prints its `Debug` form.
pub struct RegisterError {
    problems: Vec<Problem>,
    diagnostics: Vec<Diagnostic>,
}

impl RegisterError {
    pub(crate) fn new(problems: Vec<Problem>) -> Self {
        debug_assert!(!problems.is_empty());
        Self { problems, diagnostics: Vec::new() }
    }

    pub(crate) fn diagnosed(diagnostics: Vec<Diagnostic>) -> Self {
        debug_assert!(!diagnostics.is_empty());
        Self { problems: Vec::new(), diagnostics }
    }

    /// The problems: first the problems of single plugins, sorted by plugin id, then the problems
    /// between plugins. Empty if registration failed because of [diagnostics](Self::diagnostics).
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Consumes the error and returns its problems.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// The diagnostics that made [`discover`](crate::PluginManager::discover) or
    /// [`discover_strict`](crate::PluginManager::discover_strict) fail.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

impl From<Problem> for RegisterError {
    fn from(problem: Problem) -> Self {
        Self::new(vec![problem])
    }
}

impl fmt::Display for RegisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems = self.problems.iter().map(|it| it as &dyn fmt::Display);
        let diagnostics = self.diagnostics.iter().map(|it| it as &dyn fmt::Display);
        list(f, &problems.chain(diagnostics).collect::<Vec<_>>())
    }
}

fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, all: &[T]) -> fmt::Result {
    match all {
        [problem] => write!(f, "registration failed: {problem}"),
        problems => {
            write!(f, "registration failed: {} problems", problems.len())?;
            problems.iter().zip(1..).try_for_each(|(it, n)| write!(f, "\n{n}. {it}"))
        }
    }
}

/// The report about problems, with other suggestions than those for a host.
#[cfg(feature = "testing")]
pub(crate) struct Advised<'a, F> {
    pub(crate) error: &'a RegisterError,
    pub(crate) suggestions: F,
}

#[cfg(feature = "testing")]
impl<F: Fn(&Problem) -> Vec<String>> fmt::Display for Advised<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems = self.error.problems.iter();
        list(
            f,
            &problems.map(|it| it.with_suggestions(&(self.suggestions)(it))).collect::<Vec<_>>(),
        )
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
