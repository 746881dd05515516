//! Monitors, which observe the calls of a manager.

use std::fmt;
use std::sync::Arc;

use crate::info::{HookImplInfo, HookInfo};
use crate::isolate::{Fault, host};
use crate::registered::RegisteredPlugin;

/// Observes the calls of a manager, from outside all wrappers. See
/// [`PluginManager::monitor`](crate::PluginManager::monitor).
///
/// A monitor only observes: it cannot change the arguments, the order or the outcome of a call. If
/// a monitor panics, the call ends as if a hookimpl had panicked, and the monitors outside of it
/// are notified. While a monitor handles [`Outcome::Panicked`], it must not panic: as in any
/// `Drop`, the process would abort.
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
    /// Called when a call begins.
    fn on_call(&self, call: &Call<'_>, arguments: &[Argument<'_>]) {
        let _ = (call, arguments);
    }

    /// Called when one of the hookimpls that a call goes to has returned or panicked. A wrapper
    /// returns after the hookimpls that it wraps. Not called for extras and for replays.
    fn on_result(&self, result: &Answer<'_>) {
        let _ = result;
    }

    /// Called when a call has ended. If it ended by a panic, this method runs while the panic
    /// unwinds.
    fn on_return(&self, call: &Call<'_>, outcome: &Outcome<'_>) {
        let _ = (call, outcome);
    }

    /// Called when a plugin has panicked, in a manager that
    /// [isolates](crate::PluginManagerBuilder::isolate) its plugins. If the panic suspends the
    /// plugin, the plugin is already suspended.
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

    /// The hookimpls that the call goes to, in call order. There is only one while an earlier call
    /// of a historic hook is replayed to a new plugin.
    pub fn hookimpls(&self) -> &[(&RegisteredPlugin, &'static HookImplInfo)] {
        &self.hookimpls
    }

    /// The number of extras: implementations that were passed for this call only.
    pub fn extras(&self) -> usize {
        self.extras
    }
}

/// The result of one hookimpl for a call, as a [`Monitor`] sees it.
///
/// ```
/// # use plugin_core::monitor::{Answer, Monitor};
/// struct Results;
///
/// impl Monitor for Results {
///     fn on_result(&self, result: &Answer<'_>) {
///         let (plugin, hook, outcome) = (result.plugin().id(), result.hook(), result.outcome());
///         eprintln!("{plugin} {outcome:?} from {hook}");
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

    /// The hookimpl.
    pub fn hookimpl(&self) -> &'static HookImplInfo {
        self.hookimpl
    }

    /// What the hookimpl returned. For a wrapper, this is the outcome of the call as far as it
    /// wraps it.
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

/// The outcome of a call after all wrappers, or of one hookimpl, as a [`Monitor`] sees it.
///
/// A value is `Some` if its type implements [`Debug`](fmt::Debug).
///
/// ```
/// # use plugin_core::monitor::Outcome;
/// fn is_failure(outcome: &Outcome<'_>) -> bool {
///     matches!(outcome, Outcome::Failed(_) | Outcome::Panicked)
/// }
/// assert!(!is_failure(&Outcome::Returned(None)));
/// ```
#[derive(Clone, Copy)]
pub enum Outcome<'a> {
    /// The call returned this value. If it returned an `Ok`, this is the value in it.
    Returned(Option<&'a dyn fmt::Debug>),
    /// The call returned an `Err` with this value.
    Failed(Option<&'a dyn fmt::Debug>),
    /// The call panicked.
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

/// A monitor, and the number by which its guard removes it.
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
        let others: Arc<[_]> = self.iter().filter(|(it, _)| *it != number).cloned().collect();
        Self((!others.is_empty()).then_some(others))
    }

    /// Observes the call of one hookimpl.
    pub(crate) fn observe_impl<'a>(
        &'a self,
        hook: &'static HookInfo,
        plugin: &'a RegisteredPlugin,
        hookimpl: &'static HookImplInfo,
    ) -> ImplObservation<'a> {
        ImplObservation { monitors: self, hook, plugin, hookimpl, is_done: self.is_empty() }
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

/// A hookimpl that is being called. Notifies the monitors when it has returned, or when it has
/// panicked.
pub(crate) struct ImplObservation<'a> {
    monitors: &'a Monitors,
    hook: &'static HookInfo,
    plugin: &'a RegisteredPlugin,
    hookimpl: &'static HookImplInfo,
    /// Whether the monitors were notified, or need not be.
    is_done: bool,
}

impl<'a> ImplObservation<'a> {
    /// The hook, the plugin and the hookimpl that is being called.
    pub(crate) fn hookimpl(
        &self,
    ) -> (&'static HookInfo, &'a RegisteredPlugin, &'static HookImplInfo) {
        (self.hook, self.plugin, self.hookimpl)
    }

    /// The hookimpl is not called after all, so the monitors are not notified.
    pub(crate) fn cancel(&mut self) {
        self.is_done = true;
    }

    pub(crate) fn end(&mut self, outcome: &Outcome<'_>) {
        // Set before the monitors are notified: if one panics, the others are not notified twice.
        if std::mem::replace(&mut self.is_done, true) {
            return;
        }
        let Self { hook, plugin, hookimpl, .. } = *self;
        let result = Answer { hook, plugin, hookimpl, outcome: *outcome };
        for (_, monitor) in self.monitors.iter() {
            monitor.on_result(&result);
        }
    }
}

impl Drop for ImplObservation<'_> {
    fn drop(&mut self) {
        self.end(&Outcome::Panicked);
    }
}

/// An observed call. Notifies the monitors when it begins. When it ends, even by a panic, it
/// notifies those monitors that were notified of its beginning.
pub struct Observation<'a> {
    monitors: &'a Monitors,
    call: Call<'a>,
    /// How many monitors were notified of the beginning, but not yet of the end. They are the ones
    /// that were added last.
    open: usize,
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
        Some(Self { monitors, call: Call { hook, hookimpls: hookimpls(), extras }, open: 0 })
    }

    /// Notifies the monitors of the beginning. The monitor that was added last is the outermost, so
    /// it is notified first.
    pub fn before(&mut self, arguments: &[Argument<'_>]) {
        for (_, monitor) in self.monitors.iter().rev() {
            host(|| monitor.on_call(&self.call, arguments));
            self.open += 1;
        }
    }

    /// Notifies the monitors of the end. The monitor that was added last is the outermost, so it is
    /// notified last.
    pub fn after(mut self, outcome: &Outcome<'_>) {
        self.notify_end(outcome);
    }

    fn notify_end(&mut self, outcome: &Outcome<'_>) {
        let not_open = self.monitors.iter().count() - self.open;
        for (_, monitor) in self.monitors.iter().skip(not_open) {
            // Decreased before the monitor is notified: if it panics, it is not notified again.
            self.open -= 1;
            host(|| monitor.on_return(&self.call, outcome));
        }
    }
}

impl Drop for Observation<'_> {
    fn drop(&mut self) {
        self.notify_end(&Outcome::Panicked);
    }
}

impl fmt::Debug for Observation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Observation").field(&self.call).finish()
    }
}
