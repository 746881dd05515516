//! Records the calls of a manager, the plugins that were called, and their results.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex};
use std::thread::{self, ThreadId};

use crate::hook::monitor::{Answer, Argument, Call, Monitor, Outcome};
use crate::info::{HookInfo, PluginId};
use crate::manager::PluginManager;
use crate::manager::monitor_guard::MonitorGuard;
use crate::registry::Registry;
use crate::util::{lock, nearest};

/// Records every call of a manager's hooks until it is dropped.
///
/// Calls on [`Hooks`](crate::Hooks) that were created earlier are not recorded. Values are recorded
/// in their `Debug` form, if their types have one.
///
/// ```
/// # use plugin_core::{hookspec, testing};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self, name: &str) -> String; }
/// let polite = testing::fake::<dyn Greetings>().greet(|name| format!("good day, {name}"));
/// let curt = testing::fake::<dyn Greetings>().greet(|_| "hi".to_owned());
/// let manager = testing::manager::<dyn Greetings>();
/// let manager = manager.with_as("polite", polite).with_as("curt", curt).build();
///
/// let recorder = testing::Recorder::new(&manager);
/// manager.hook::<dyn Greetings>().greet("Ada");
///
/// recorder.assert_hooks(["greet"]);
/// recorder.assert_called_on("greet", ["curt", "polite"]);
/// assert_eq!(
///     recorder.to_string(),
///     "\
/// 1. Greetings::greet(name: \"Ada\")
///      curt returned \"hi\"
///      polite returned \"good day, Ada\"
///      = returned [\"hi\", \"good day, Ada\"]"
/// );
/// ```
pub struct Recorder {
    manager: PluginManager,
    recording: Arc<Mutex<Recording>>,
    _monitoring: MonitorGuard,
}

#[derive(Default)]
struct Recording {
    calls: Vec<RecordedCall>,
    /// The running calls, by index, each with its thread. The last one of a thread is the
    /// innermost.
    open: Vec<(ThreadId, usize)>,
}

/// A recorded call. See [`Recorder::calls`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedCall {
    hook: String,
    name: &'static str,
    arguments: Vec<String>,
    answers: Vec<RecordedAnswer>,
    outcome: Option<String>,
}

/// The result of one hookimpl in a recorded call. See [`RecordedCall::answers`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedAnswer {
    plugin: PluginId,
    outcome: String,
}

impl Recorder {
    /// Starts to record the calls of a manager.
    pub fn new(manager: &PluginManager) -> Self {
        let recording = Arc::default();
        let monitoring = manager.monitor(Writer(Arc::clone(&recording)));
        Self { manager: manager.clone(), recording, _monitoring: monitoring }
    }

    /// The calls so far, in the order in which they began.
    pub fn calls(&self) -> Vec<RecordedCall> {
        lock(&self.recording).calls.clone()
    }

    /// The calls of the hook with this name, in the order in which they began.
    ///
    /// # Panics
    ///
    /// If there is no hook with this name. This applies to each method that takes the name of a
    /// hook.
    #[track_caller]
    pub fn calls_of(&self, hook: &str) -> Vec<RecordedCall> {
        self.check_hook(hook);
        let mut calls = self.calls();
        calls.retain(|call| call.name == hook);
        calls
    }

    /// Removes the recorded calls, except those that are still running.
    ///
    /// ```
    /// # use plugin_core::{hookspec, testing};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # let manager = testing::manager::<dyn Greetings>().build();
    /// let recorder = testing::Recorder::new(&manager);
    /// manager.hook::<dyn Greetings>().greet();
    /// recorder.clear();
    /// assert!(recorder.calls().is_empty());
    /// ```
    pub fn clear(&self) {
        let mut recording = lock(&self.recording);
        // Running calls are kept, because their results are recorded later.
        let mut open = std::mem::take(&mut recording.open);
        let mut kept = Vec::new();
        for (_, index) in &mut open {
            kept.push(recording.calls[*index].clone());
            *index = kept.len() - 1;
        }
        *recording = Recording { calls: kept, open };
    }

    /// Asserts that the hook was called.
    ///
    /// # Panics
    ///
    /// If it was not called. The message lists all calls.
    #[track_caller]
    pub fn assert_called(&self, hook: &str) {
        assert!(!self.calls_of(hook).is_empty(), "`{hook}` was not called, but\n{self}");
    }

    /// Asserts that the hook was not called.
    ///
    /// # Panics
    ///
    /// If it was called. The message lists all calls.
    #[track_caller]
    pub fn assert_not_called(&self, hook: &str) {
        assert!(self.calls_of(hook).is_empty(), "`{hook}` was called:\n{self}");
    }

    /// Asserts that exactly these hooks were called, in the order in which the calls began.
    ///
    /// # Panics
    ///
    /// If other hooks were called. The message lists all calls.
    #[track_caller]
    pub fn assert_hooks<'a>(&self, hooks: impl IntoIterator<Item = &'a str>) {
        let expected: Vec<_> = hooks.into_iter().collect();
        for hook in &expected {
            self.check_hook(hook);
        }
        let called: Vec<_> = self.calls().iter().map(|call| call.name).collect();
        assert!(called == expected, "expected calls of {expected:?}, but\n{self}");
    }

    /// Asserts that the last call of the hook called exactly these plugins, in the order in which
    /// they returned: a wrapper returns after the hookimpls that it wraps.
    ///
    /// # Panics
    ///
    /// If other plugins were called, or if the hook was not called. The message lists all calls. If
    /// an id is that of no plugin, it has the id that is probably meant.
    #[track_caller]
    pub fn assert_called_on<'a>(&self, hook: &str, plugins: impl IntoIterator<Item = &'a str>) {
        let expected: Vec<_> = plugins.into_iter().collect();
        let calls = self.calls_of(hook);
        let called = calls.last().map(|call| {
            call.answers.iter().map(|answer| answer.plugin.as_str()).collect::<Vec<_>>()
        });
        if called.as_ref() != Some(&expected) {
            let hint = self.misspelled(&expected).unwrap_or_default();
            panic!("expected `{hook}` to be called on {expected:?}, but\n{self}{hint}");
        }
    }

    /// Checks that a hook has this name. A misspelled name would make an assertion pass that
    /// nothing was called.
    #[track_caller]
    fn check_hook(&self, name: &str) {
        let specs = self.manager.hookspecs();
        let hooks = || specs.iter().flat_map(|spec| spec.hooks()).map(HookInfo::name);
        if hooks().any(|hook| hook == name) {
            return;
        }
        let contract = self.manager.contract();
        let own = nearest(name, contract.hooks().iter().map(HookInfo::name));
        // The name may be written with that of its hookspec: `GatewayHooks::on_login`.
        let last = name.rsplit(':').next();
        let near = hooks().find(|it| Some(*it) == last).or(own).or_else(|| nearest(name, hooks()));
        match near {
            Some(near) => panic!("there is no hook `{name}`; did you mean `{near}`?"),
            None => panic!("there is no hook `{name}`; name a hook of `{}`", contract.name()),
        }
    }

    /// A line about the first of these ids that no plugin has, if it is probably misspelled.
    fn misspelled(&self, ids: &[&str]) -> Option<String> {
        let mut known: BTreeSet<_> =
            Registry::linked().plugins().map(|it| it.id().to_owned()).collect();
        known.extend(self.manager.plugins().iter().map(|it| it.id().to_string()));
        let answers = self.calls().into_iter().flat_map(|it| it.answers);
        known.extend(answers.map(|it| it.plugin.to_string()));
        let unknown = ids.iter().filter(|it| !known.contains(**it));
        let mut near =
            unknown.filter_map(|id| Some((id, nearest(id, known.iter().map(String::as_str))?)));
        near.next().map(|(id, near)| format!("\nthere is no plugin `{id}`; did you mean `{near}`?"))
    }
}

impl RecordedCall {
    /// The name of the hook.
    pub fn hook(&self) -> &'static str {
        self.name
    }

    /// The arguments, in the form `name: value`.
    pub fn arguments(&self) -> &[String] {
        &self.arguments
    }

    /// The results of the hookimpls that were called, in the order in which they returned.
    pub fn answers(&self) -> &[RecordedAnswer] {
        &self.answers
    }

    /// The outcome of the call: `returned ..`, `failed ..` or `panicked`. `None` while the call is
    /// running.
    pub fn outcome(&self) -> Option<&str> {
        self.outcome.as_deref()
    }
}

impl RecordedAnswer {
    /// The id of the plugin.
    pub fn plugin(&self) -> &PluginId {
        &self.plugin
    }

    /// The outcome of the hookimpl: `returned ..`, `failed ..` or `panicked`.
    pub fn outcome(&self) -> &str {
        &self.outcome
    }
}

impl fmt::Display for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let calls = self.calls();
        if calls.is_empty() {
            return f.write_str("no hook was called");
        }
        let mut calls = calls.iter().zip(1..);
        calls.try_for_each(|(call, n)| {
            let line = if n == 1 { "" } else { "\n" };
            write!(f, "{line}{n}. {call}")
        })
    }
}

impl fmt::Display for RecordedCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", self.hook, self.arguments.join(", "))?;
        for RecordedAnswer { plugin, outcome } in &self.answers {
            write!(f, "\n     {plugin} {outcome}")?;
        }
        match &self.outcome {
            Some(outcome) => write!(f, "\n     = {outcome}"),
            None => f.write_str("\n     is still running"),
        }
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Recorder").field(&self.calls()).finish()
    }
}

/// The monitor that records the calls.
struct Writer(Arc<Mutex<Recording>>);

impl Recording {
    /// The innermost running call of this thread.
    fn current(&mut self) -> Option<&mut RecordedCall> {
        let this = thread::current().id();
        let (_, index) = self.open.iter().rev().find(|(thread, _)| *thread == this)?;
        self.calls.get_mut(*index)
    }
}

impl Monitor for Writer {
    fn on_call(&self, call: &Call<'_>, arguments: &[Argument<'_>]) {
        let arguments = arguments.iter().map(|it| format!("{it:?}")).collect();
        let (hook, name) = (call.hook().to_string(), call.hook().name());
        let call = RecordedCall { hook, name, arguments, answers: Vec::new(), outcome: None };
        let mut recording = lock(&self.0);
        let index = recording.calls.len();
        recording.calls.push(call);
        recording.open.push((thread::current().id(), index));
    }

    fn on_result(&self, answer: &Answer<'_>) {
        let plugin = answer.plugin().id().clone();
        let outcome = format!("{:?}", answer.outcome());
        if let Some(call) = lock(&self.0).current() {
            call.answers.push(RecordedAnswer { plugin, outcome });
        }
    }

    fn on_return(&self, _call: &Call<'_>, outcome: &Outcome<'_>) {
        let outcome = format!("{outcome:?}");
        let this = thread::current().id();
        let mut recording = lock(&self.0);
        if let Some(call) = recording.current() {
            call.outcome = Some(outcome);
        }
        if let Some(innermost) = recording.open.iter().rposition(|(thread, _)| *thread == this) {
            recording.open.remove(innermost);
        }
    }
}
