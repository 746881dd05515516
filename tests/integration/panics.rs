//! A panic in a hookimpl passes through the call like an exception in pluggy, and leaves the
//! manager usable.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex};

use plugin_core::monitor::{Argument, Call, Monitor, Outcome};
use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

type Log = Arc<Mutex<Vec<String>>>;

#[hookspec(project = "tests-panics")]
trait Hooks {
    fn collected(&self) -> String;
    #[hookspec(firstresult)]
    fn first(&self) -> Option<String>;
    #[hookspec(historic)]
    fn historic(&self) -> String;
}

/// Panics without the usual message on standard error.
fn panic_quietly() -> ! {
    resume_unwind(Box::new("boom"))
}

/// The message with which `work` panics.
fn panic_of<T>(work: impl FnOnce() -> T) -> &'static str {
    let Err(panic) = catch_unwind(AssertUnwindSafe(work)) else { panic!("it did not panic") };
    panic.downcast_ref::<&str>().expect("it panicked with `boom`")
}

#[derive(Plugin)]
#[plugin(manual)]
struct Panicking;

#[hookimpl]
impl Hooks for Panicking {
    fn collected(&self) -> String {
        panic_quietly()
    }
    fn first(&self) -> Option<String> {
        panic_quietly()
    }
    fn historic(&self) -> String {
        panic_quietly()
    }
}

#[derive(Plugin)]
#[plugin(manual)]
struct Polite;

#[hookimpl(trylast)]
impl Hooks for Polite {
    fn collected(&self) -> String {
        "polite".to_owned()
    }
    fn first(&self) -> Option<String> {
        Some("polite".to_owned())
    }
    fn historic(&self) -> String {
        "polite".to_owned()
    }
}

#[derive(Plugin)]
#[plugin(manual)]
struct Wrapping(&'static str, Log);

/// Logs when it is dropped.
struct Note<'a>(&'a Wrapping);

impl Drop for Note<'_> {
    fn drop(&mut self) {
        self.0.log("dropped");
    }
}

impl Wrapping {
    fn log(&self, what: &str) {
        self.1.lock().unwrap().push(format!("{} {what}", self.0));
    }
}

#[hookimpl(wrapper)]
impl Hooks for Wrapping {
    fn collected(&self, next: &dyn Fn() -> Vec<String>) -> Vec<String> {
        let _note = Note(self);
        let answers = next();
        self.log("after");
        answers
    }
    fn first(&self, next: &dyn Fn() -> Option<String>) -> Option<String> {
        let _note = Note(self);
        let answer = next();
        self.log("after");
        answer
    }
}

struct Outcomes(Log);

impl Monitor for Outcomes {
    fn on_call(&self, call: &Call<'_>, _arguments: &[Argument<'_>]) {
        self.0.lock().unwrap().push(format!("{} began", call.hook().name()));
    }
    fn on_return(&self, call: &Call<'_>, outcome: &Outcome<'_>) {
        self.0.lock().unwrap().push(format!("{} {outcome:?}", call.hook().name()));
    }
}

fn stack() -> (PluginManager, Log) {
    let log = Log::default();
    let manager = PluginManager::new::<dyn Hooks>();
    manager.register(Polite).unwrap().expect_active();
    manager.register(Panicking).unwrap().expect_active();
    manager.register_as("inner", Wrapping("inner", Arc::clone(&log))).unwrap().expect_active();
    manager.register_as("outer", Wrapping("outer", Arc::clone(&log))).unwrap().expect_active();
    (manager, log)
}

#[test]
fn a_panic_reaches_the_caller_through_every_wrapper_and_their_locals_are_dropped() {
    let (manager, log) = stack();
    let hooks = manager.hook::<dyn Hooks>();

    assert_eq!(panic_of(|| hooks.collected()), "boom");
    assert_eq!(panic_of(|| hooks.first()), "boom");
    assert_eq!(panic_of(|| hooks.collected.call_extra(&[&|| "extra".to_owned()])), "boom");

    let one_call = ["inner dropped", "outer dropped"];
    assert_eq!(*log.lock().unwrap(), one_call.repeat(3));
}

#[test]
fn a_wrapper_may_catch_a_panic_and_return_a_value_instead() {
    #[derive(Plugin)]
    #[plugin(manual)]
    struct Catching;

    #[hookimpl(wrapper, tryfirst)]
    impl Hooks for Catching {
        fn collected(&self, next: &dyn Fn() -> Vec<String>) -> Vec<String> {
            catch_unwind(AssertUnwindSafe(next)).unwrap_or_else(|_| vec!["caught".to_owned()])
        }
    }

    let (manager, _) = stack();
    manager.register(Catching).unwrap().expect_active();
    assert_eq!(manager.hook::<dyn Hooks>().collected(), ["caught"]);
}

#[test]
fn a_manager_keeps_working_after_a_panic() {
    let (manager, _) = stack();
    let kept = manager.hook::<dyn Hooks>();
    assert_eq!(panic_of(|| kept.collected()), "boom");
    assert_eq!(panic_of(|| kept.historic()), "boom");

    manager.unregister("panicking").unwrap().unwrap();
    manager.register_as("polite-2", Polite).unwrap().expect_active();
    let hooks = manager.hook::<dyn Hooks>();
    assert_eq!(hooks.collected(), ["polite", "polite"]);
    assert_eq!(hooks.first().as_deref(), Some("polite"));
    assert_eq!(hooks.historic(), ["polite", "polite"]);
    assert_eq!(panic_of(|| kept.first()), "boom", "the older `Hooks` still contain the plugin");
}

#[test]
fn a_historic_call_that_panics_is_remembered() {
    let (manager, _) = stack();
    assert_eq!(panic_of(|| manager.hook::<dyn Hooks>().historic()), "boom");
    assert_eq!(manager.hook::<dyn Hooks>().historic.history_len(), 1);
}

#[test]
fn a_monitor_receives_a_panic_like_any_other_outcome() {
    let (manager, _) = stack();
    let log = Log::default();
    let monitoring = manager.monitor(Outcomes(Arc::clone(&log)));
    let hooks = manager.hook::<dyn Hooks>();

    assert_eq!(panic_of(|| hooks.collected()), "boom");
    assert_eq!(panic_of(|| hooks.historic()), "boom");
    manager.unregister("panicking").unwrap().unwrap();
    manager.hook::<dyn Hooks>().first();
    drop(monitoring);

    let expected = [
        "collected began",
        "collected panicked",
        "historic began",
        "historic panicked",
        "first began",
        r#"first returned Some("polite")"#,
    ];
    assert_eq!(*log.lock().unwrap(), expected);
}

#[test]
fn monitors_receive_a_panic_from_the_innermost_to_the_outermost() {
    struct Named(&'static str, Log);

    impl Monitor for Named {
        fn on_return(&self, _call: &Call<'_>, outcome: &Outcome<'_>) {
            self.1.lock().unwrap().push(format!("{} {outcome:?}", self.0));
        }
    }

    let (manager, _) = stack();
    let log = Log::default();
    let _first = manager.monitor(Named("first", Arc::clone(&log)));
    let _second = manager.monitor(Named("second", Arc::clone(&log)));
    assert_eq!(panic_of(|| manager.hook::<dyn Hooks>().collected()), "boom");
    assert_eq!(*log.lock().unwrap(), ["first panicked", "second panicked"]);
}

#[test]
#[should_panic(
    expected = "plugin does not implement `Hooks::first`, or only wraps it: call hooks on \
                `manager.hook::<dyn Hooks>()`"
)]
fn a_hook_that_is_called_directly_on_a_plugin_without_it_panics() {
    #[derive(Plugin)]
    #[plugin(manual)]
    struct Partial;

    #[hookimpl]
    impl Hooks for Partial {
        fn collected(&self) -> String {
            "partial".to_owned()
        }
    }

    let _ = Hooks::first(&Partial);
}
