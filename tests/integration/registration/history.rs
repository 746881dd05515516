//! Historic hooks: every plugin gets every call once, no matter when it is registered.

use std::sync::{Arc, Mutex};

use plugin_core::monitor::{Argument, Call, Monitor, Outcome};
use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-registration-history")]
trait Hooks {
    #[hookspec(historic)]
    fn greet(&self, name: &str) -> Option<String>;
    #[hookspec(historic)]
    fn check(&self, number: u32) -> Result<u32, String>;
}

/// Returns its name and the name that it greets.
#[derive(Plugin)]
#[plugin(manual)]
struct Greeting {
    own: &'static str,
    seen: Mutex<Vec<String>>,
}

impl Greeting {
    fn new(own: &'static str) -> Self {
        Self { own, seen: Mutex::default() }
    }

    fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }
}

#[hookimpl]
impl Hooks for Greeting {
    fn greet(&self, name: &str) -> Option<String> {
        self.seen.lock().unwrap().push(name.to_owned());
        (name != "nobody").then(|| format!("{} greets {name}", self.own))
    }
    fn check(&self, number: u32) -> Result<u32, String> {
        self.seen.lock().unwrap().push(number.to_string());
        if number > 9 { Err(format!("{} refuses {number}", self.own)) } else { Ok(number) }
    }
}

fn with(ids: &[&'static str]) -> PluginManager {
    let manager = PluginManager::new::<dyn Hooks>();
    for id in ids {
        manager.register_as(id, Greeting::new(id)).unwrap().expect_active();
    }
    manager
}

/// The results that callbacks received.
type Results = Arc<Mutex<Vec<String>>>;

fn callback(results: &Results) -> impl Fn(String) + Send + Sync + use<> {
    let results = Arc::clone(results);
    move |answer| results.lock().unwrap().push(answer)
}

#[test]
fn callbacks_get_results_in_call_order_now_and_in_the_order_of_calls_later() {
    let manager = with(&["ann", "bob"]);
    let hooks = manager.hook::<dyn Hooks>();
    let (first, second) = (Results::default(), Results::default());

    hooks.greet.call_historic(callback(&first), "x");
    hooks.greet("unheard");
    hooks.greet.call_historic(callback(&second), "nobody");
    hooks.greet.call_historic(callback(&second), "y");
    assert_eq!(*first.lock().unwrap(), ["bob greets x", "ann greets x"]);
    assert_eq!(*second.lock().unwrap(), ["bob greets y", "ann greets y"]);

    let cat = manager.register_as("cat", Greeting::new("cat")).unwrap().expect_active();
    assert_eq!(cat.seen(), ["x", "unheard", "nobody", "y"]);
    assert_eq!(first.lock().unwrap()[2..], ["cat greets x"]);
    assert_eq!(second.lock().unwrap()[2..], ["cat greets y"]);
}

#[test]
fn callbacks_run_after_all_plugins_were_called() {
    let manager = with(&["ann", "bob"]);
    let handle = manager.clone();
    let counts = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&counts);
    let callback = move |_| {
        let greetings = ["ann", "bob"].map(|id| handle.get(id).unwrap());
        let seen = greetings.map(|it| it.downcast::<Greeting>().unwrap().seen().len());
        noted.lock().unwrap().push(seen);
    };
    manager.hook::<dyn Hooks>().greet.call_historic(callback, "x");
    assert_eq!(*counts.lock().unwrap(), [[1, 1], [1, 1]]);
}

#[test]
fn a_direct_call_returns_the_results_of_the_plugins_of_the_moment() {
    let manager = with(&["ann", "bob"]);
    let hooks = manager.hook::<dyn Hooks>();
    assert_eq!(hooks.greet("x"), ["bob greets x", "ann greets x"]);
    assert_eq!(hooks.check(7), Ok(vec![7, 7]));
}

#[test]
fn the_length_of_the_history_is_known_and_the_history_can_be_cleared() {
    let manager = with(&[]);
    let hooks = manager.hook::<dyn Hooks>();
    hooks.greet("x");
    hooks.greet("y");
    hooks.check(1).unwrap();
    assert_eq!((hooks.greet.history_len(), hooks.check.history_len()), (2, 1));

    assert_eq!(hooks.greet.clear_history(), 2);
    assert_eq!((hooks.greet.history_len(), hooks.check.history_len()), (0, 1));
    assert_eq!(hooks.greet.clear_history(), 0);
    hooks.greet("z");

    let late = manager.register_as("late", Greeting::new("late")).unwrap().expect_active();
    assert_eq!(late.seen(), ["z", "1"]);
}

#[test]
fn the_history_may_be_cleared_during_a_replay() {
    #[derive(Plugin)]
    #[plugin(manual)]
    struct Forgetting(PluginManager, Mutex<Vec<String>>);

    #[hookimpl]
    impl Hooks for Forgetting {
        fn greet(&self, name: &str) -> Option<String> {
            self.1.lock().unwrap().push(name.to_owned());
            self.0.hook::<dyn Hooks>().greet.clear_history();
            if name == "x" {
                self.0.hook::<dyn Hooks>().greet("z");
            }
            None
        }
    }

    let manager = with(&[]);
    manager.hook::<dyn Hooks>().greet("x");
    manager.hook::<dyn Hooks>().greet("y");
    let forgetting = Forgetting(manager.clone(), Mutex::default());
    let forgetting = manager.register(forgetting).unwrap().expect_active();
    assert_eq!(*forgetting.1.lock().unwrap(), ["x", "z"], "y was cleared before its replay");
}

#[test]
fn a_call_that_fails_stops_and_stays_in_the_history() {
    let manager = with(&["ann", "bob"]);
    let hooks = manager.hook::<dyn Hooks>();
    assert_eq!(hooks.check(10), Err("bob refuses 10".to_owned()));
    assert!(manager.get_as::<Greeting>().unwrap().seen().is_empty(), "ann was not called");
    assert_eq!(hooks.check.history_len(), 1);

    let error = manager.register_as("late", Greeting::new("late")).err().unwrap();
    assert!(error.to_string().ends_with("late refuses 10"), "{error}");
}

#[test]
fn no_callback_runs_for_a_call_that_fails() {
    let manager = with(&["ann"]);
    let results = Results::default();
    let callback = callback(&results);
    let failed = manager
        .hook::<dyn Hooks>()
        .check
        .call_historic(move |answer: u32| callback(answer.to_string()), 10);
    assert_eq!(failed, Err("ann refuses 10".to_owned()));
    assert!(results.lock().unwrap().is_empty());
}

#[test]
fn a_call_through_a_subset_is_remembered_for_all_plugins() {
    let manager = with(&["ann", "bob"]);
    let subset = manager.subset_hook_caller::<dyn Hooks>(["ann"]);
    assert_eq!(subset.hook().greet("x"), ["bob greets x"]);
    assert_eq!(manager.hook::<dyn Hooks>().greet.history_len(), 1);

    let ann = manager.unregister("ann").unwrap().unwrap().downcast::<Greeting>().unwrap();
    assert!(ann.seen().is_empty());
    manager.register_as("ann", ann).unwrap().expect_active();
    let ann = manager.get("ann").unwrap().downcast::<Greeting>().unwrap();
    assert_eq!(ann.seen(), ["x"]);
}

#[test]
fn a_historic_call_through_older_hooks_reaches_the_plugins_of_the_moment() {
    let manager = with(&["ann"]);
    let (kept, subset) =
        (manager.hook::<dyn Hooks>(), manager.subset_hook_caller::<dyn Hooks>(["bob"]).hook());
    manager.register_as("bob", Greeting::new("bob")).unwrap().expect_active();
    manager.register_as("cat", Greeting::new("cat")).unwrap().expect_active();
    manager.unregister("ann").unwrap();

    assert_eq!(kept.greet("x"), ["cat greets x", "bob greets x"]);
    assert_eq!(subset.greet("y"), ["cat greets y"], "excluded plugins remain excluded");
    let bob = manager.get("bob").unwrap().downcast::<Greeting>().unwrap();
    assert_eq!(bob.seen(), ["x"]);
}

#[test]
fn an_instance_that_is_registered_again_gets_the_earlier_calls_again() {
    let manager = with(&["ann"]);
    manager.hook::<dyn Hooks>().greet("x");
    let ann = manager.unregister("ann").unwrap().unwrap().downcast::<Greeting>().unwrap();
    manager.hook::<dyn Hooks>().greet("y");
    manager.register_as("ann", Arc::clone(&ann)).unwrap().expect_active();
    assert_eq!(ann.seen(), ["x", "x", "y"]);
}

#[test]
fn a_monitor_sees_each_replayed_call_with_the_new_plugin_alone() {
    struct Log(Results);

    impl Monitor for Log {
        fn on_call(&self, call: &Call<'_>, arguments: &[Argument<'_>]) {
            let ids: Vec<_> = call.hookimpls().iter().map(|(plugin, _)| plugin.id()).collect();
            self.0.lock().unwrap().push(format!("{ids:?} {arguments:?}"));
        }
        fn on_return(&self, _call: &Call<'_>, outcome: &Outcome<'_>) {
            self.0.lock().unwrap().push(format!("{outcome:?}"));
        }
    }

    let manager = with(&["ann", "bob"]);
    manager.hook::<dyn Hooks>().greet("nobody");
    manager.hook::<dyn Hooks>().greet("x");
    let log = Results::default();
    let _monitoring = manager.monitor(Log(Arc::clone(&log)));
    manager.register_as("cat", Greeting::new("cat")).unwrap().expect_active();

    let expected = [
        r#"["cat"] [name: "nobody"]"#,
        "returned None",
        r#"["cat"] [name: "x"]"#,
        r#"returned Some("cat greets x")"#,
    ];
    assert_eq!(*log.lock().unwrap(), expected);
}
