//! Plugins that panic, in managers that isolate plugins.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use plugin_core::fault::{Fault, FaultLimit, Phase};
use plugin_core::monitor::{Answer, Monitor, Outcome};
use plugin_core::{Plugin, PluginManager, Problem, hookimpl, hookspec};

/// Is not `Clone`.
#[derive(Debug, PartialEq)]
struct Unique(&'static str);

#[hookspec(project = "tests-faults")]
trait Hooks {
    fn unit(&self, seen: &mut Vec<&'static str>);
    fn plain(&self) -> &'static str;
    fn some(&self) -> Option<&'static str>;
    #[hookspec(firstresult)]
    fn first(&self) -> Option<&'static str>;
    fn fallible_unit(&self) -> Result<(), String>;
    fn fallible(&self) -> Result<&'static str, String>;
    #[hookspec(firstresult)]
    fn fallible_first(&self) -> Result<Option<&'static str>, String>;
    fn unique(&self) -> Unique;
    fn value(&self, value: String) -> String;
    #[hookspec(historic)]
    fn on_configured(&self, port: u16) -> &'static str;
}

macro_rules! implement {
    ($($ty:ident $name:literal $first:ident;)*) => {$(
        #[hookimpl]
        impl Hooks for $ty {
            fn unit(&self, seen: &mut Vec<&'static str>) {
                seen.push($name);
                $first();
            }
            fn plain(&self) -> &'static str {
                $first();
                $name
            }
            fn some(&self) -> Option<&'static str> {
                $first();
                Some($name)
            }
            fn first(&self) -> Option<&'static str> {
                $first();
                Some($name)
            }
            fn fallible_unit(&self) -> Result<(), String> {
                $first();
                Ok(())
            }
            fn fallible(&self) -> Result<&'static str, String> {
                $first();
                Ok($name)
            }
            fn fallible_first(&self) -> Result<Option<&'static str>, String> {
                $first();
                Ok(Some($name))
            }
            fn unique(&self) -> Unique {
                $first();
                Unique($name)
            }
            fn value(&self, value: String) -> String {
                $first();
                value + $name
            }
            fn on_configured(&self, _port: u16) -> &'static str {
                $first();
                $name
            }
        }
    )*};
}

#[derive(Plugin)]
#[plugin(manual)]
struct Well;

/// Panics in each of its hookimpls.
#[derive(Plugin)]
#[plugin(manual)]
struct Ill;

implement! {
    Well "well" nothing;
    Ill "ill" hurts;
}

fn nothing() {}

fn hurts() {
    panic!("it hurts");
}

/// When a wrapper panics.
#[derive(Clone, Copy, PartialEq)]
enum When {
    Before,
    After,
    /// After it has called `next` twice.
    Twice,
}

#[derive(Plugin)]
#[plugin(manual)]
struct Wraps(When);

impl Wraps {
    fn around<T>(&self, next: impl Fn() -> T) -> T {
        if self.0 != When::Before {
            next();
        }
        if self.0 == When::Twice {
            next();
        }
        panic!("no more");
    }
}

#[hookimpl(wrapper)]
impl Hooks for Wraps {
    fn plain(&self, next: &dyn Fn() -> Vec<&'static str>) -> Vec<&'static str> {
        self.around(next)
    }

    fn first(&self, next: &dyn Fn() -> Option<&'static str>) -> Option<&'static str> {
        self.around(next)
    }

    fn fallible(
        &self,
        next: &dyn Fn() -> Result<Vec<&'static str>, String>,
    ) -> Result<Vec<&'static str>, String> {
        self.around(next)
    }

    fn unique(&self, next: &dyn Fn() -> Vec<Unique>) -> Vec<Unique> {
        self.around(next)
    }

    fn value(&self, value: String, next: &dyn Fn(String) -> Vec<String>) -> Vec<String> {
        self.around(|| next(value.clone()))
    }

    fn unit(&self, seen: &mut Vec<&'static str>, next: &dyn Fn(&mut Vec<&'static str>)) {
        let seen = RefCell::new(seen);
        self.around(|| next(&mut seen.borrow_mut()));
    }
}

/// A manager that isolates plugins and never suspends one.
fn isolating() -> PluginManager {
    PluginManager::builder::<dyn Hooks>().isolate().build()
}

fn with_panicking() -> PluginManager {
    let manager = isolating();
    manager.register(Well).unwrap().expect_active();
    manager.register(Ill).unwrap().expect_active();
    manager
}

#[test]
fn a_call_continues_without_the_plugin_that_panics() {
    let manager = with_panicking();
    let hooks = manager.hook::<dyn Hooks>();
    let mut seen = Vec::new();
    hooks.unit(&mut seen);
    assert_eq!(seen, ["ill", "well"], "the effects before the panic remain");
    assert_eq!(hooks.plain(), ["well"]);
    assert_eq!(hooks.some(), ["well"]);
    assert_eq!(hooks.first(), Some("well"));
    assert_eq!(hooks.fallible_unit(), Ok(()));
    assert_eq!(hooks.fallible(), Ok(vec!["well"]));
    assert_eq!(hooks.fallible_first(), Ok(Some("well")));
    assert_eq!(hooks.unique(), [Unique("well")]);
    assert_eq!(hooks.value("so ".to_owned()), ["so well"]);
    assert_eq!(hooks.on_configured(80), ["well"]);
    assert_eq!(manager.faults().len(), 10);
}

#[test]
fn a_fault_names_the_plugin_the_hook_and_the_location() {
    let manager = with_panicking();
    let hooks = manager.hook::<dyn Hooks>();
    hooks.plain();
    hooks.plain();
    hooks.some();
    let faults = manager.faults();
    let [plain, some] = &faults[..] else { panic!("{faults:?}") };
    assert_eq!((plain.message(), plain.count(), some.count()), ("it hurts", 2, 1));
    assert!(matches!(plain.phase(), Phase::Call(hook) if hook.name() == "plain"));
    assert_eq!(plain.plugin().id(), "ill");
    assert_eq!(plain.plugin().info().package().name(), "plugin-tests");
    assert!(plain.hookimpl().unwrap().location().file().ends_with("faults.rs"));
    let began = plain.location().unwrap();
    assert!(began.file().ends_with("faults.rs"), "{began}");
    let shown = plain.to_string();
    assert!(shown.starts_with("plugin `ill` 0.1.0 (package `plugin-tests` 0.1.0, "), "{shown}");
    assert!(shown.contains("panicked in `Hooks::plain` ("), "{shown}");
    assert!(shown.contains(&format!(": it hurts ({began}), 2 times")), "{shown}");
}

#[test]
fn an_err_is_a_result_and_not_a_fault() {
    #[derive(Plugin)]
    #[plugin(manual)]
    struct Fails;

    #[hookimpl]
    impl Hooks for Fails {
        fn fallible(&self) -> Result<&'static str, String> {
            Err("no".to_owned())
        }
    }

    let manager = with_panicking();
    manager.register(Fails).unwrap().expect_active();
    assert_eq!(manager.hook::<dyn Hooks>().fallible(), Err("no".to_owned()));
    assert!(manager.faults().is_empty());
}

#[test]
fn a_call_behaves_as_if_a_wrapper_that_panics_were_absent() {
    for (when, calls) in [(When::Before, 1), (When::After, 1), (When::Twice, 2)] {
        let manager = isolating();
        manager.register(Well).unwrap().expect_active();
        manager.register(Wraps(when)).unwrap().expect_active();
        let hooks = manager.hook::<dyn Hooks>();
        assert_eq!(hooks.plain(), ["well"]);
        assert_eq!(hooks.first(), Some("well"));
        assert_eq!(hooks.fallible(), Ok(vec!["well"]));
        assert_eq!(hooks.value("as ".to_owned()), ["as well"]);
        let mut seen = Vec::new();
        hooks.unit(&mut seen);
        assert_eq!(seen.len(), calls, "`next` ran as often as the wrapper called it, or once");
        assert_eq!(manager.faults().len(), 5);

        // A value that is not `Clone` is lost with the wrapper.
        let unique = hooks.unique();
        assert_eq!(unique.is_empty(), when != When::Before);
    }
}

#[test]
fn wrappers_around_one_that_panics_get_the_results_as_if_it_were_absent() {
    #[derive(Plugin)]
    #[plugin(manual)]
    struct Counts(AtomicUsize);

    #[hookimpl(wrapper, tryfirst)]
    impl Hooks for Counts {
        fn plain(&self, next: &dyn Fn() -> Vec<&'static str>) -> Vec<&'static str> {
            let answers = next();
            self.0.store(answers.len(), Ordering::SeqCst);
            answers
        }
    }

    let manager = with_panicking();
    manager.register(Wraps(When::After)).unwrap().expect_active();
    let counts = manager.register(Counts(AtomicUsize::new(9))).unwrap().expect_active();
    assert_eq!(manager.hook::<dyn Hooks>().plain(), ["well"]);
    assert_eq!(counts.0.load(Ordering::SeqCst), 1);
}

#[test]
fn panics_of_the_host_pass_through_and_are_not_faults() {
    let manager = isolating();
    manager.register(Wraps(When::After)).unwrap().expect_active();
    let hooks = manager.hook::<dyn Hooks>();
    let call = || hooks.plain.call_extra(&[&|| panic!("the host's own")]);
    let payload = catch_unwind(AssertUnwindSafe(call)).unwrap_err();
    assert_eq!(payload.downcast_ref(), Some(&"the host's own"));
    assert!(manager.faults().is_empty());
}

#[test]
fn a_plugin_over_the_fault_limit_is_suspended_until_it_is_reinstated() {
    let manager = PluginManager::builder::<dyn Hooks>().isolate_with(FaultLimit::after(2)).build();
    let kept = manager.hook::<dyn Hooks>();
    manager.register(Well).unwrap().expect_active();
    manager.register(Ill).unwrap().expect_active();
    manager.register(Wraps(When::After)).unwrap().expect_active();
    let hooks = manager.hook::<dyn Hooks>();
    let called = || {
        let mut seen = Vec::new();
        hooks.unit(&mut seen);
        seen
    };
    hooks.some();
    assert!(manager.suspended_plugins().is_empty());
    hooks.some();
    let suspended =
        || manager.suspended_plugins().iter().map(|it| it.id().to_string()).collect::<Vec<_>>();
    assert_eq!(suspended(), ["ill"]);
    assert_eq!(called(), ["well"], "older `Hooks` skip the plugin as well");
    hooks.plain();
    assert_eq!(suspended(), ["ill", "wraps"]);
    assert_eq!(hooks.plain(), ["well"]);
    assert_eq!(manager.faults().iter().map(Fault::count).sum::<u64>(), 4);

    assert!(manager.reinstate("ill") && !manager.reinstate("well") && !manager.reinstate("nobody"));
    assert_eq!(called(), ["ill", "well"]);
    assert_eq!(suspended(), ["wraps"]);
    drop(kept);
}

#[test]
fn panics_in_construction_and_in_drop_are_contained() {
    #[derive(Plugin)]
    #[plugin(id = "faults-init", init = Never::init)]
    struct Never;

    impl Never {
        fn init() -> Self {
            panic!("not today")
        }
    }

    #[derive(Plugin)]
    #[plugin(manual)]
    struct Stays(&'static str);

    impl Drop for Stays {
        fn drop(&mut self) {
            panic!("{}", self.0);
        }
    }

    #[hookimpl]
    impl Hooks for Stays {
        fn plain(&self) -> &'static str {
            self.0
        }
    }

    let manager = isolating();
    let error = manager.load::<Never>().err().unwrap();
    assert!(matches!(error.problems(), [Problem::Init { .. }]), "{error}");
    assert!(error.to_string().contains(") panicked: not today ("), "{error}");
    assert_eq!(manager.faults()[0].phase(), Phase::Init);

    // It is dropped when it is unregistered, when it is rejected, and with the manager.
    drop(manager.register_as("one", Stays("one")).unwrap());
    let hooks = manager.hook::<dyn Hooks>();
    drop(manager.unregister("one").unwrap());
    assert_eq!(hooks.plain(), ["one"], "the `Hooks` still contain the plugin");
    drop(hooks);
    manager.block("two").unwrap();
    assert!(manager.register_as("two", Stays("two")).unwrap().active().is_none());
    drop(manager.register_as("three", Stays("three")).unwrap());
    assert!(manager.register_as("three", Stays("four")).is_err());
    let faults = manager.faults();
    let dropped: Vec<_> = faults
        .iter()
        .filter(|it| it.phase() == Phase::Drop)
        .map(|it| (it.plugin().id().as_str(), it.message()))
        .collect();
    assert_eq!(dropped, [("one", "one"), ("two", "two"), ("three", "four")]);
    drop(manager);
}

#[test]
fn a_panic_in_a_replay_is_a_fault_and_the_plugin_is_registered() {
    let manager = isolating();
    manager.hook::<dyn Hooks>().on_configured(80);
    manager.register(Ill).unwrap().expect_active();
    assert_eq!(manager.faults().len(), 1);
    assert_eq!(manager.plugins().len(), 1);
}

#[test]
fn panics_of_the_host_in_a_replay_pass_through() {
    struct Panics;

    impl Monitor for Panics {
        fn on_call(
            &self,
            call: &plugin_core::monitor::Call<'_>,
            _arguments: &[plugin_core::monitor::Argument<'_>],
        ) {
            assert!(call.hookimpls().is_empty(), "the monitor's own");
        }
    }

    let manager = PluginManager::builder::<dyn Hooks>().isolate_with(FaultLimit::after(1)).build();
    let hooks = manager.hook::<dyn Hooks>();
    hooks.on_configured.call_historic(|_| panic!("the callback's own"), 80);
    let register = || manager.register(Well);
    assert!(catch_unwind(AssertUnwindSafe(register)).is_err());
    hooks.on_configured.clear_history();
    manager.hook::<dyn Hooks>().on_configured(80);
    let _monitoring = manager.monitor(Panics);
    assert!(catch_unwind(AssertUnwindSafe(register)).is_err());
    assert!(manager.faults().is_empty() && manager.suspended_plugins().is_empty());
}

#[test]
fn an_earlier_panic_of_the_host_is_not_mistaken_for_one_of_a_plugin() {
    struct Panics;

    impl Monitor for Panics {
        fn on_call(
            &self,
            _call: &plugin_core::monitor::Call<'_>,
            _arguments: &[plugin_core::monitor::Argument<'_>],
        ) {
            panic!("the monitor's own");
        }
    }

    let manager = isolating();
    manager.hook::<dyn Hooks>().on_configured(80);
    let monitoring = manager.monitor(Panics);
    let hooks = manager.hook::<dyn Hooks>();
    assert!(catch_unwind(AssertUnwindSafe(|| hooks.plain())).is_err());
    drop(monitoring);
    manager.register(Ill).unwrap().expect_active();
    assert_eq!(manager.faults().len(), 1, "only the panic of the plugin in the replay is a fault");
}

#[test]
fn a_fault_is_recorded_even_if_a_monitor_panics_as_well() {
    struct Panics;

    impl Monitor for Panics {
        fn on_fault(&self, _fault: &Fault) {
            panic!("the monitor's own");
        }
    }

    let manager = with_panicking();
    let _monitoring = manager.monitor(Panics);
    let hooks = manager.hook::<dyn Hooks>();
    assert!(catch_unwind(AssertUnwindSafe(|| hooks.plain())).is_err());
    assert_eq!(manager.faults().len(), 1);
}

#[test]
fn monitors_are_notified_of_faults_and_of_results() {
    #[derive(Default, Clone)]
    struct Log(Arc<Mutex<Vec<String>>>);

    impl Monitor for Log {
        fn on_result(&self, answer: &Answer<'_>) {
            let text = format!("{} {:?}", answer.plugin().id(), answer.outcome());
            self.0.lock().unwrap().push(text);
        }

        fn on_fault(&self, fault: &Fault) {
            self.0.lock().unwrap().push(format!("fault of {}", fault.plugin().id()));
        }

        fn on_return(&self, _call: &plugin_core::monitor::Call<'_>, outcome: &Outcome<'_>) {
            self.0.lock().unwrap().push(format!("{outcome:?}"));
        }
    }

    let heard = Log::default();
    let manager = with_panicking();
    let _monitoring = manager.monitor(heard.clone());
    manager.hook::<dyn Hooks>().plain();
    let expected =
        ["fault of ill", "ill panicked", "well returned \"well\"", "returned [\"well\"]"];
    assert_eq!(*heard.0.lock().unwrap(), expected);
}

#[test]
fn without_isolation_a_panic_passes_through_and_monitors_get_the_results() {
    #[derive(Default)]
    struct Panicked(AtomicBool);

    impl Monitor for &'static Panicked {
        fn on_result(&self, answer: &Answer<'_>) {
            self.0.store(matches!(answer.outcome(), Outcome::Panicked), Ordering::SeqCst);
        }
    }

    let panicked: &'static Panicked = Box::leak(Box::default());
    let manager = PluginManager::new::<dyn Hooks>();
    manager.register(Ill).unwrap().expect_active();
    let _monitoring = manager.monitor(panicked);
    let hooks = manager.hook::<dyn Hooks>();
    assert!(catch_unwind(AssertUnwindSafe(|| hooks.plain())).is_err());
    assert!(panicked.0.load(Ordering::SeqCst));
    assert!(manager.faults().is_empty() && !manager.reinstate("ill"));
}

#[test]
fn a_call_during_unwinding_is_isolated_as_well() {
    struct CallsWhenDropped(PluginManager);

    impl Drop for CallsWhenDropped {
        fn drop(&mut self) {
            assert!(thread::panicking());
            assert_eq!(self.0.hook::<dyn Hooks>().plain(), ["well"]);
        }
    }

    let manager = with_panicking();
    let calls = CallsWhenDropped(manager.clone());
    let result = catch_unwind(AssertUnwindSafe(move || {
        let _calls = calls;
        panic!("first");
    }));
    assert!(result.is_err());
    assert_eq!(manager.faults().len(), 1);
}

#[test]
fn a_panic_payload_may_itself_panic_when_dropped() {
    struct Bomb;

    impl Drop for Bomb {
        fn drop(&mut self) {
            assert!(thread::panicking(), "bang");
        }
    }

    #[derive(Plugin)]
    #[plugin(manual)]
    struct Bomber;

    #[hookimpl]
    impl Hooks for Bomber {
        fn plain(&self) -> &'static str {
            std::panic::panic_any(Bomb)
        }
    }

    let manager = isolating();
    manager.register(Bomber).unwrap().expect_active();
    assert!(manager.hook::<dyn Hooks>().plain().is_empty());
    assert_eq!(manager.faults()[0].message(), "a panic without a message");
}

#[test]
fn faults_on_four_threads_are_all_counted_and_poison_nothing() {
    const CALLS: usize = 200;
    let manager = with_panicking();
    manager.register(Wraps(When::After)).unwrap().expect_active();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..CALLS {
                    assert_eq!(manager.hook::<dyn Hooks>().plain(), ["well"]);
                }
            });
        }
        scope.spawn(|| {
            for _ in 0..CALLS {
                drop(manager.unregister("wraps").unwrap());
                manager.register(Wraps(When::Before)).unwrap().expect_active();
            }
        });
    });
    let of_ill: u64 =
        manager.faults().iter().filter(|it| it.plugin().id() == "ill").map(Fault::count).sum();
    assert_eq!(of_ill, 4 * CALLS as u64);
}
