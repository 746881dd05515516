//! Who was asked what in the calls of a manager, and what came of it.

use std::fmt;
use std::sync::{Arc, Mutex};
use std::thread::{self, ThreadId};

use crate::hook::monitor::{Answer, Argument, Call, Monitor, Outcome};
use crate::info::PluginId;
use crate::manager::PluginManager;
use crate::manager::monitor_guard::MonitorGuard;
use crate::util::lock;

/// Notes every call of a manager's hooks, for as long as it lives.
///
/// Relays that were asked for before it was made are not watched. Values are noted by their `Debug`
/// form, if their types have one.
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
/// let recorder = testing::Recorder::of(&manager);
/// manager.hook::<dyn Greetings>().greet("Ada");
///
/// recorder.assert_hooks(["greet"]);
/// recorder.assert_asked("greet", ["curt", "polite"]);
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
    notes: Arc<Mutex<Notes>>,
    _monitoring: MonitorGuard,
}

#[derive(Default)]
struct Notes {
    calls: Vec<RecordedCall>,
    /// The calls that go on, by their places, each with its thread: the last one of a thread is the
    /// innermost.
    open: Vec<(ThreadId, usize)>,
}

/// A call that was noted: see [`Recorder::calls`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedCall {
    hook: String,
    name: &'static str,
    arguments: Vec<String>,
    answers: Vec<RecordedAnswer>,
    outcome: Option<String>,
}

/// What one hookimpl answered to a call that was noted: see [`RecordedCall::answers`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedAnswer {
    plugin: PluginId,
    outcome: String,
}

impl Recorder {
    /// Begins to note the calls of a manager.
    pub fn of(manager: &PluginManager) -> Self {
        let notes = Arc::default();
        let monitoring = manager.monitor(Writer(Arc::clone(&notes)));
        Self { notes, _monitoring: monitoring }
    }

    /// The calls so far, in the order in which they began.
    pub fn calls(&self) -> Vec<RecordedCall> {
        lock(&self.notes).calls.clone()
    }

    /// The calls of the hook with this name, in the order in which they began.
    pub fn calls_of(&self, hook: &str) -> Vec<RecordedCall> {
        let mut calls = self.calls();
        calls.retain(|call| call.name == hook);
        calls
    }

    /// Forgets the calls so far, but for those that go on.
    ///
    /// ```
    /// # use plugin_core::{hookspec, testing};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # let manager = testing::manager::<dyn Greetings>().build();
    /// let recorder = testing::Recorder::of(&manager);
    /// manager.hook::<dyn Greetings>().greet();
    /// recorder.clear();
    /// assert!(recorder.calls().is_empty());
    /// ```
    pub fn clear(&self) {
        let mut notes = lock(&self.notes);
        // Those that go on are still to be written to.
        let mut open = std::mem::take(&mut notes.open);
        let mut kept = Vec::new();
        for (_, place) in &mut open {
            kept.push(notes.calls[*place].clone());
            *place = kept.len() - 1;
        }
        *notes = Notes { calls: kept, open };
    }

    /// Asserts that the hook was called.
    ///
    /// # Panics
    ///
    /// When it was not, with what was called instead.
    #[track_caller]
    pub fn assert_called(&self, hook: &str) {
        assert!(!self.calls_of(hook).is_empty(), "`{hook}` was not called, but\n{self}");
    }

    /// Asserts that the hook was not called.
    ///
    /// # Panics
    ///
    /// When it was, with all calls.
    #[track_caller]
    pub fn assert_not_called(&self, hook: &str) {
        assert!(self.calls_of(hook).is_empty(), "`{hook}` was called:\n{self}");
    }

    /// Asserts that just these hooks were called, in the order in which the calls began.
    ///
    /// # Panics
    ///
    /// When others were, with all calls.
    #[track_caller]
    pub fn assert_hooks<'a>(&self, hooks: impl IntoIterator<Item = &'a str>) {
        let expected: Vec<_> = hooks.into_iter().collect();
        let called: Vec<_> = self.calls().iter().map(|call| call.name).collect();
        assert!(called == expected, "expected calls of {expected:?}, but\n{self}");
    }

    /// Asserts that the last call of the hook had just these plugins answer, in the order in which
    /// they did: a wrapper after those that it wraps.
    ///
    /// # Panics
    ///
    /// When others did, or when the hook was not called, with all calls.
    #[track_caller]
    pub fn assert_asked<'a>(&self, hook: &str, plugins: impl IntoIterator<Item = &'a str>) {
        let expected: Vec<_> = plugins.into_iter().collect();
        let calls = self.calls_of(hook);
        let asked = calls.last().map(|call| {
            call.answers.iter().map(|answer| answer.plugin.as_str()).collect::<Vec<_>>()
        });
        assert!(
            asked.as_ref() == Some(&expected),
            "expected `{hook}` to be asked of {expected:?}, but\n{self}"
        );
    }
}

impl RecordedCall {
    /// The name of the hook.
    pub fn hook(&self) -> &'static str {
        self.name
    }

    /// The arguments, each as `name: value`.
    pub fn arguments(&self) -> &[String] {
        &self.arguments
    }

    /// What those that were asked answered, in the order in which they did.
    pub fn answers(&self) -> &[RecordedAnswer] {
        &self.answers
    }

    /// What came of the call: `returned ..`, `failed ..` or `panicked`. `None` while it goes on.
    pub fn outcome(&self) -> Option<&str> {
        self.outcome.as_deref()
    }
}

impl RecordedAnswer {
    /// The id of the plugin.
    pub fn plugin(&self) -> &PluginId {
        &self.plugin
    }

    /// The answer: `returned ..`, `failed ..` or `panicked`.
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
            None => f.write_str("\n     goes on"),
        }
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Recorder").field(&self.calls()).finish()
    }
}

/// The monitor.
struct Writer(Arc<Mutex<Notes>>);

impl Notes {
    /// The innermost call of this thread.
    fn current(&mut self) -> Option<&mut RecordedCall> {
        let this = thread::current().id();
        let (_, place) = self.open.iter().rev().find(|(thread, _)| *thread == this)?;
        self.calls.get_mut(*place)
    }
}

impl Monitor for Writer {
    fn on_call(&self, call: &Call<'_>, arguments: &[Argument<'_>]) {
        let arguments = arguments.iter().map(|it| format!("{it:?}")).collect();
        let (hook, name) = (call.hook().to_string(), call.hook().name());
        let call = RecordedCall { hook, name, arguments, answers: Vec::new(), outcome: None };
        let mut notes = lock(&self.0);
        let place = notes.calls.len();
        notes.calls.push(call);
        notes.open.push((thread::current().id(), place));
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
        let mut notes = lock(&self.0);
        if let Some(call) = notes.current() {
            call.outcome = Some(outcome);
        }
        if let Some(innermost) = notes.open.iter().rposition(|(thread, _)| *thread == this) {
            notes.open.remove(innermost);
        }
    }
}
