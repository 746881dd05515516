//! What monitors receive, and when.

use std::sync::{Arc, Mutex};

use plugin_core::monitor::{Argument, Call, Monitor, Outcome};
use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

/// Does not implement `Debug`.
#[derive(Clone)]
struct Opaque;

#[hookspec(project = "tests-monitoring")]
trait Monitored {
    fn collected(&self, name: &str, opaque: Opaque) -> Option<u8>;
    fn fallible(&self, n: u8) -> Result<u8, String>;
    fn opaque(&self) -> Opaque;
    #[hookspec(historic)]
    fn on_ready(&self, port: u16) -> Option<u16>;
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Monitored for Tool {
    fn collected(&self, name: &str, _opaque: Opaque) -> Option<u8> {
        u8::try_from(name.len()).ok()
    }

    fn fallible(&self, n: u8) -> Result<u8, String> {
        if n == 0 { Err("zero".to_owned()) } else { Ok(n) }
    }

    #[hookimpl(wrapper)]
    fn fallible(
        &self,
        n: u8,
        next: &dyn Fn(u8) -> Result<Vec<u8>, String>,
    ) -> Result<Vec<u8>, String> {
        if n == 7 { Ok(vec![70]) } else { next(n) }
    }

    fn on_ready(&self, port: u16) -> Option<u16> {
        Some(port + 1)
    }
}

type Lines = Arc<Mutex<Vec<String>>>;

struct Log(&'static str, Lines);

impl Monitor for Log {
    fn on_call(&self, call: &Call<'_>, arguments: &[Argument<'_>]) {
        let plugins: Vec<_> =
            call.hookimpls().iter().map(|(plugin, _)| plugin.id().to_string()).collect();
        let (hook, extras) = (call.hook().name(), call.extras());
        self.write(&format!("before {hook} {plugins:?}+{extras} {arguments:?}"));
    }

    fn on_return(&self, call: &Call<'_>, outcome: &Outcome<'_>) {
        self.write(&format!("after {} {outcome:?}", call.hook().name()));
    }
}

impl Log {
    fn write(&self, line: &str) {
        self.1.lock().unwrap().push(format!("{}: {line}", self.0));
    }
}

fn take(lines: &Lines) -> Vec<String> {
    std::mem::take(&mut lines.lock().unwrap())
}

#[test]
fn arguments_and_outcomes_are_shown_if_they_implement_debug() {
    let manager = PluginManager::discover::<dyn Monitored>().unwrap();
    let lines = Lines::default();
    let _monitoring = manager.monitor(Log("m", Arc::clone(&lines)));
    let hooks = manager.hook::<dyn Monitored>();

    hooks.collected("ada", Opaque);
    assert_eq!(
        take(&lines),
        [
            "m: before collected [\"tool\"]+0 [name: \"ada\", opaque: (no Debug)]",
            "m: after collected returned [3]"
        ]
    );
    assert_eq!(hooks.fallible(0), Err("zero".to_owned()));
    assert_eq!(take(&lines)[1], "m: after fallible failed \"zero\"");
    assert_eq!(hooks.fallible(7), Ok(vec![70]));
    assert_eq!(
        take(&lines),
        ["m: before fallible [\"tool\", \"tool\"]+0 [n: 7]", "m: after fallible returned [70]"],
        "the outcome is the one after all wrappers"
    );
    hooks.opaque.call_extra(&[&|| Opaque]);
    assert_eq!(
        take(&lines),
        ["m: before opaque []+1 []", "m: after opaque returned (no Debug)"],
        "hooks without hookimpls are observed as well"
    );
}

#[test]
fn monitors_see_each_hookimpl_of_a_replay_as_a_call() {
    let manager = PluginManager::new::<dyn Monitored>();
    let lines = Lines::default();
    manager.monitor(Log("m", Arc::clone(&lines))).detach();
    manager.hook::<dyn Monitored>().on_ready(80);
    take(&lines);
    manager.register(Tool).unwrap().expect_active();
    assert_eq!(
        take(&lines),
        ["m: before on_ready [\"tool\"]+0 [port: 80]", "m: after on_ready returned Some(81)"]
    );
}

#[test]
fn the_newest_monitor_is_outermost_and_monitors_can_be_removed_in_any_order() {
    let manager = PluginManager::discover::<dyn Monitored>().unwrap();
    let lines = Lines::default();
    let first = manager.monitor(Log("first", Arc::clone(&lines)));
    let second = manager.monitor(Log("second", Arc::clone(&lines)));
    let monitors_called = || {
        manager.hook::<dyn Monitored>().opaque();
        let lines = take(&lines);
        lines
            .iter()
            .map(|line| line.split(" opaque").next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        monitors_called(),
        ["second: before", "first: before", "first: after", "second: after"]
    );
    drop(first);
    assert_eq!(monitors_called(), ["second: before", "second: after"]);
    drop(second);
    assert!(monitors_called().is_empty());
}

#[test]
fn kept_hooks_keep_their_monitors() {
    let manager = PluginManager::discover::<dyn Monitored>().unwrap();
    let lines = Lines::default();
    let unmonitored = manager.hook::<dyn Monitored>();
    let _monitoring = manager.monitor(Log("m", Arc::clone(&lines)));
    unmonitored.opaque();
    assert!(take(&lines).is_empty());
}

mod trace {
    //! The depth of a trace is that of the calls that have not ended, whatever panicked before.

    use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

    use plugin_core::monitor::Trace;

    use super::*;

    #[hookspec(project = "tests-monitoring-trace")]
    trait Traced {
        fn call(&self, argument: Explosive);
    }

    /// Its `Debug` panics if the value is true.
    #[derive(Clone)]
    struct Explosive(bool);

    impl std::fmt::Debug for Explosive {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            if self.0 {
                resume_unwind(Box::new("debug"));
            }
            f.write_str("calm")
        }
    }

    const CALM: [&str; 2] =
        ["  Traced::call [hook]\n      argument: calm\n", "  finish Traced::call --> () [hook]\n"];

    /// A manager whose calls are traced, and the trace. `write` runs before each text is written.
    fn traced(write: impl Fn(&str) + Send + Sync + 'static) -> (PluginManager, Lines) {
        let manager = PluginManager::new::<dyn Traced>();
        let lines = Lines::default();
        let written = Arc::clone(&lines);
        let trace = Trace::new(move |text: &str| {
            write(text);
            written.lock().unwrap().push(text.to_owned());
        });
        manager.monitor(trace).detach();
        (manager, lines)
    }

    fn call(manager: &PluginManager, argument: Explosive) {
        manager.hook::<dyn Traced>().call.call_extra(&[&|_| ()], argument);
    }

    #[track_caller]
    fn assert_call_panics(manager: &PluginManager, argument: Explosive) {
        catch_unwind(AssertUnwindSafe(|| call(manager, argument))).unwrap_err();
    }

    #[test]
    fn the_depth_survives_an_argument_whose_debug_panics() {
        let (manager, lines) = traced(|_| ());
        assert_call_panics(&manager, Explosive(true));
        assert!(take(&lines).is_empty());
        call(&manager, Explosive(false));
        assert_eq!(take(&lines), CALM);
    }

    #[test]
    fn the_depth_survives_a_writer_that_panics() {
        for word in ["argument", "finish"] {
            let failures = Mutex::new(1);
            let (manager, lines) = traced(move |text| {
                let mut failures = failures.lock().unwrap();
                if *failures > 0 && text.contains(word) {
                    *failures -= 1;
                    drop(failures);
                    resume_unwind(Box::new("writer"));
                }
            });
            assert_call_panics(&manager, Explosive(false));
            take(&lines);
            call(&manager, Explosive(false));
            assert_eq!(take(&lines), CALM, "{word}");
        }
    }
}
