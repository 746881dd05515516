//! The record of a plugin's panic.

use std::error::Error;
use std::fmt;
use std::panic::Location;

use crate::info::{HookImplInfo, HookInfo, PluginRef};

/// A panic of a plugin in a manager that [isolates](crate::PluginManagerBuilder::isolate) its
/// plugins. Equal faults are stored once, with a count.
///
/// ```
/// use plugin_core::fault::{FaultLimit, Phase};
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
///
/// #[hookspec]
/// trait Greetings { fn greet(&self, name: &str) -> String; }
///
/// #[derive(Plugin, Default)]
/// struct Shy;
///
/// #[hookimpl]
/// impl Greetings for Shy {
///     fn greet(&self, name: &str) -> String { panic!("who is {name}?") }
/// }
///
/// let manager = PluginManager::builder::<dyn Greetings>().isolate_with(FaultLimit::after(3)).build();
/// manager.register(Shy)?.expect_active();
/// assert!(manager.hook::<dyn Greetings>().greet("Ada").is_empty());
///
/// let [fault] = &manager.faults()[..] else { panic!() };
/// assert_eq!((fault.plugin().id().as_str(), fault.message()), ("shy", "who is Ada?"));
/// assert!(matches!(fault.phase(), Phase::Call(hook) if hook.name() == "greet"));
/// assert_eq!(fault.location().unwrap().file(), file!());
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub(super) plugin: PluginRef,
    pub(super) phase: Phase,
    pub(super) hookimpl: Option<&'static HookImplInfo>,
    pub(super) message: String,
    pub(super) location: Option<PanicLocation>,
    pub(super) count: u64,
}

/// What a plugin was doing when it panicked. See [`Fault`] for an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Phase {
    /// It was being constructed.
    Init,
    /// One of its hookimpls was called, or an earlier call was replayed to it.
    Call(&'static HookInfo),
    /// It was dropped.
    Drop,
}

/// The source location where a panic began. It need not be in the plugin itself. See [`Fault`] for
/// an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanicLocation {
    file: String,
    line: u32,
}

impl Fault {
    /// The plugin.
    pub fn plugin(&self) -> &PluginRef {
        &self.plugin
    }

    /// What the plugin was doing.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The hookimpl that was called, if one was.
    pub fn hookimpl(&self) -> Option<&'static HookImplInfo> {
        self.hookimpl
    }

    /// The message of the panic.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where the panic began. `None` if this is unknown, because another part of the program
    /// replaced the panic hook or raised the panic without calling the hook.
    pub fn location(&self) -> Option<&PanicLocation> {
        self.location.as_ref()
    }

    /// How often this fault has happened.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Whether two faults are equal except for their counts.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let facts = |it: &Self| (it.phase, it.hookimpl.map(HookImplInfo::location));
        facts(self) == facts(other)
            && self.location == other.location
            && self.plugin == other.plugin
            && self.message == other.message
    }
}

impl PanicLocation {
    pub(super) fn new(location: &Location<'_>) -> Self {
        Self { file: location.file().to_owned(), line: location.line() }
    }

    /// The path of the file, as the compiler received it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, counted from 1.
    pub fn line(&self) -> u32 {
        self.line
    }
}

impl fmt::Display for PanicLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// The panic of a plugin's `init`, as the source of the error that registration returns.
#[derive(Debug)]
pub(crate) struct InitPanic(pub(crate) Fault);

impl Error for InitPanic {}

impl fmt::Display for InitPanic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "panicked: {}", self.0.message)?;
        match &self.0.location {
            Some(location) => write!(f, " ({location})"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { plugin, phase, hookimpl, message, location, count } = self;
        write!(f, "plugin {plugin} panicked ")?;
        match phase {
            Phase::Init => f.write_str("in its `init`")?,
            Phase::Call(hook) => write!(f, "in `{hook}`")?,
            Phase::Drop => f.write_str("in its `Drop`")?,
        }
        if let Some(hookimpl) = hookimpl {
            write!(f, " ({})", hookimpl.location())?;
        }
        write!(f, ": {message}")?;
        if let Some(location) = location {
            write!(f, " ({location})")?;
        }
        if *count > 1 {
            write!(f, ", {count} times")?;
        }
        Ok(())
    }
}
