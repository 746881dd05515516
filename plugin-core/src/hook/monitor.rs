//! Watching calls: what a monitor is told before and after each of them.

use std::fmt;
use std::sync::Arc;

use crate::info::{HookImplInfo, HookInfo};
use crate::isolate::{Fault, host};
use crate::registered::RegisteredPlugin;

/// Watches the calls of a manager, from outside all wrappers. See
/// [`PluginManager::monitor`](crate::PluginManager::monitor).
///
/// A monitor observes: it cannot change arguments, order or outcome. A monitor that panics ends the
/// call like a hookimpl that does; those outside of it are told. When it is told of a
/// [panic](Outcome::Panicked), it must not panic: as in any `Drop`, the process would abort.
///
/// ```
/// use std::sync::Mutex;
/// use plugin_core::monitor::{Argument, Call, Monitor, Outcome};
/// use plugin_core::{PluginManager, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self, name: &str) -> String; }
/// #[derive(Default)]
/// struct Log(Mutex<Vec<String>>);
///
/// impl Monitor for &'static Log {
///     fn on_call(&self, call: &Call<'_>, arguments: &[Argument<'_>]) {
///         self.0.lock().unwrap().push(format!("{} {arguments:?}", call.hook()));
///     }
///
///     fn on_return(&self, _call: &Call<'_>, outcome: &Outcome<'_>) {
///         self.0.lock().unwrap().push(format!("{outcome:?}"));
///     }
/// }
///
/// let log: &'static Log = Box::leak(Box::default());
/// let manager = PluginManager::new::<dyn Greetings>();
/// let monitoring = manager.monitor(log);
/// manager.hook::<dyn Greetings>().greet("Ada");
/// drop(monitoring);
/// manager.hook::<dyn Greetings>().greet("Grace");
///
/// assert_eq!(*log.0.lock().unwrap(), ["Greetings::greet [name: \"Ada\"]", "returned []"]);
/// ```
pub trait Monitor: Send + Sync + 'static {
    /// A call begins.
    fn on_call(&self, call: &Call<'_>, arguments: &[Argument<'_>]) {
        let _ = (call, arguments);
    }

    /// A hookimpl has answered, or panicked: one of those that the call goes to. A wrapper answers
    /// after those that it wraps. Not told of extras, and of replays.
    fn on_result(&self, answer: &Answer<'_>) {
        let _ = answer;
    }

    /// A call has ended, also by a panic: `after` then runs while the panic passes through.
    fn on_return(&self, call: &Call<'_>, outcome: &Outcome<'_>) {
        let _ = (call, outcome);
    }

    /// A plugin has panicked, in a manager that [isolates](crate::PluginManagerBuilder::isolate)
    /// its plugins. It is told after the plugin was taken out of service, if it is.
    fn on_fault(&self, fault: &Fault) {
        let _ = fault;
    }
}

/// A call of a hook, as a [`Monitor`] sees it.
///
/// ```
/// # use plugin_core::monitor::{Argument, Call, Monitor};
/// struct Names;
///
/// impl Monitor for Names {
///     fn on_call(&self, call: &Call<'_>, _arguments: &[Argument<'_>]) {
///         let plugins = call.hookimpls().iter().map(|(plugin, _)| plugin.id().as_str());
///         eprintln!("{} goes to {}", call.hook(), plugins.collect::<Vec<_>>().join(", "));
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Call<'a> {
    hook: &'static HookInfo,
    hookimpls: Vec<(&'a RegisteredPlugin, &'static HookImplInfo)>,
    extras: usize,
}

impl Call<'_> {
    /// The hook.
    pub fn hook(&self) -> &'static HookInfo {
        self.hook
    }

    /// The hookimpls that the call goes to, in call order; a single one while an earlier call of
    /// a historic hook is replayed to a new plugin.
    pub fn hookimpls(&self) -> &[(&RegisteredPlugin, &'static HookImplInfo)] {
        &self.hookimpls
    }

    /// How many implementations were given for this call only.
    pub fn extras(&self) -> usize {
        self.extras
    }
}

/// What one hookimpl answered to a call, as a [`Monitor`] sees it.
///
/// ```
/// # use plugin_core::monitor::{Answer, Monitor};
/// struct Answers;
///
/// impl Monitor for Answers {
///     fn on_result(&self, answer: &Answer<'_>) {
///         let (plugin, hook, outcome) = (answer.plugin().id(), answer.hook(), answer.outcome());
///         eprintln!("{plugin} {outcome:?} to {hook}");
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Answer<'a> {
    hook: &'static HookInfo,
    plugin: &'a RegisteredPlugin,
    hookimpl: &'static HookImplInfo,
    outcome: Outcome<'a>,
}

impl<'a> Answer<'a> {
    /// The hook.
    pub fn hook(&self) -> &'static HookInfo {
        self.hook
    }

    /// The plugin.
    pub fn plugin(&self) -> &'a RegisteredPlugin {
        self.plugin
    }

    /// Its hookimpl.
    pub fn hookimpl(&self) -> &'static HookImplInfo {
        self.hookimpl
    }

    /// The answer; for a wrapper, what it made of the call.
    pub fn outcome(&self) -> Outcome<'a> {
        self.outcome
    }
}

/// An argument of a call, as a [`Monitor`] sees it.
///
/// ```
/// # use plugin_core::monitor::Argument;
/// fn show(argument: &Argument<'_>) -> String {
///     match argument.value() {
///         Some(value) => format!("{} = {value:?}", argument.name()),
///         None => argument.name().to_owned(), // its type does not implement `Debug`
///     }
/// }
/// ```
pub struct Argument<'a> {
    name: &'static str,
    value: Option<&'a dyn fmt::Debug>,
}

impl<'a> Argument<'a> {
    #[doc(hidden)]
    pub fn new(name: &'static str, value: Option<&'a dyn fmt::Debug>) -> Self {
        Self { name, value }
    }

    /// The name of the parameter in the hookspec.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The value, if its type implements [`Debug`](fmt::Debug).
    pub fn value(&self) -> Option<&'a dyn fmt::Debug> {
        self.value
    }
}

impl fmt::Debug for Argument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name)?;
        show(self.value, f)
    }
}

/// How a call ended, as a [`Monitor`] sees it: after all wrappers.
///
/// The values are there if their types implement [`Debug`](fmt::Debug).
///
/// ```
/// # use plugin_core::monitor::Outcome;
/// fn is_alarming(outcome: &Outcome<'_>) -> bool {
///     matches!(outcome, Outcome::Failed(_) | Outcome::Panicked)
/// }
/// assert!(!is_alarming(&Outcome::Returned(None)));
/// ```
#[derive(Clone, Copy)]
pub enum Outcome<'a> {
    /// The call returned this; of a `Result`, what is in the `Ok`.
    Returned(Option<&'a dyn fmt::Debug>),
    /// The call returned an `Err` with this in it.
    Failed(Option<&'a dyn fmt::Debug>),
    /// A panic passed through the call.
    Panicked,
}

impl fmt::Debug for Outcome<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = match self {
            Self::Returned(value) => {
                f.write_str("returned ")?;
                value
            }
            Self::Failed(error) => {
                f.write_str("failed ")?;
                error
            }
            Self::Panicked => return f.write_str("panicked"),
        };
        show(*value, f)
    }
}

fn show(value: Option<&dyn fmt::Debug>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value {
        Some(value) => value.fmt(f),
        None => f.write_str("(no Debug)"),
    }
}

/// The monitors of a manager, in the order in which they were added.
#[derive(Clone, Default)]
pub(crate) struct Monitors(Option<Arc<[Numbered]>>);

/// A monitor, and what its handle removes it by.
type Numbered = (u64, Arc<dyn Monitor>);

impl Monitors {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn with(&self, number: u64, monitor: Arc<dyn Monitor>) -> Self {
        let all = self.iter().cloned().chain([(number, monitor)]);
        Self(Some(all.collect()))
    }

    pub(crate) fn without(&self, number: u64) -> Self {
        let left: Arc<[_]> = self.iter().filter(|(it, _)| *it != number).cloned().collect();
        Self((!left.is_empty()).then_some(left))
    }

    /// Tells of an answer when it is there.
    pub(crate) fn answering<'a>(
        &'a self,
        hook: &'static HookInfo,
        plugin: &'a RegisteredPlugin,
        hookimpl: &'static HookImplInfo,
    ) -> Answering<'a> {
        Answering { monitors: self, hook, plugin, hookimpl, is_told: self.is_empty() }
    }

    pub(crate) fn on_fault(&self, fault: &Fault) {
        for (_, monitor) in self.iter() {
            monitor.on_fault(fault);
        }
    }

    fn iter(&self) -> impl DoubleEndedIterator<Item = &Numbered> {
        self.0.iter().flat_map(|monitors| monitors.iter())
    }
}

/// A hookimpl that is being called: tells the monitors when it has answered, or that it panicked.
pub(crate) struct Answering<'a> {
    monitors: &'a Monitors,
    hook: &'static HookInfo,
    plugin: &'a RegisteredPlugin,
    hookimpl: &'static HookImplInfo,
    is_told: bool,
}

impl<'a> Answering<'a> {
    /// What is called, and whose it is.
    pub(crate) fn hookimpl(
        &self,
    ) -> (&'static HookInfo, &'a RegisteredPlugin, &'static HookImplInfo) {
        (self.hook, self.plugin, self.hookimpl)
    }

    /// It was not called after all.
    pub(crate) fn cancel(&mut self) {
        self.is_told = true;
    }

    pub(crate) fn end(&mut self, outcome: &Outcome<'_>) {
        // First: if a monitor panics, the others are not told twice.
        if std::mem::replace(&mut self.is_told, true) {
            return;
        }
        let Self { hook, plugin, hookimpl, .. } = *self;
        let answer = Answer { hook, plugin, hookimpl, outcome: *outcome };
        for (_, monitor) in self.monitors.iter() {
            monitor.on_result(&answer);
        }
    }
}

impl Drop for Answering<'_> {
    fn drop(&mut self) {
        self.end(&Outcome::Panicked);
    }
}

/// A call that is watched: tells the monitors when it begins, and those that were told, when it
/// ends, also when a panic ends it.
pub struct Observation<'a> {
    monitors: &'a Monitors,
    call: Call<'a>,
    /// How many were told that it began, and not yet that it ended. They are the last added.
    told: usize,
}

impl<'a> Observation<'a> {
    pub(crate) fn begin(
        monitors: &'a Monitors,
        hook: &'static HookInfo,
        extras: usize,
        hookimpls: impl FnOnce() -> Vec<(&'a RegisteredPlugin, &'static HookImplInfo)>,
    ) -> Option<Self> {
        if monitors.is_empty() {
            return None;
        }
        Some(Self { monitors, call: Call { hook, hookimpls: hookimpls(), extras }, told: 0 })
    }

    /// The last added monitor is the outermost: it is told first.
    pub fn before(&mut self, arguments: &[Argument<'_>]) {
        for (_, monitor) in self.monitors.iter().rev() {
            host(|| monitor.on_call(&self.call, arguments));
            self.told += 1;
        }
    }

    /// The last added monitor is the outermost: it is told last.
    pub fn after(mut self, outcome: &Outcome<'_>) {
        self.tell(outcome);
    }

    fn tell(&mut self, outcome: &Outcome<'_>) {
        let untold = self.monitors.iter().count() - self.told;
        for (_, monitor) in self.monitors.iter().skip(untold) {
            // First: if it panics, it is not told again.
            self.told -= 1;
            host(|| monitor.on_return(&self.call, outcome));
        }
    }
}

impl Drop for Observation<'_> {
    fn drop(&mut self) {
        self.tell(&Outcome::Panicked);
    }
}

impl fmt::Debug for Observation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Observation").field(&self.call).finish()
    }
}
