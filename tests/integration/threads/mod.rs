//! Calls and registrations on several threads: no call is lost, repeated or torn, and no lock is
//! held while plugin code runs.

mod drops;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Barrier, Mutex};
use std::thread;

use plugin_core::{Plugin, PluginManager, Problem, RegisteredPlugin, hookimpl, hookspec};

const CALLERS: usize = 4;
const CALLS: usize = 2_000;
const CHANGES: usize = 3_000;

#[hookspec(project = "tests-threads")]
trait Hooks {
    fn collected(&self) -> &'static str;
    #[hookspec(firstresult)]
    fn first(&self) -> Option<u32>;
    #[hookspec(historic)]
    fn historic(&self, caller: usize, number: usize);
    fn register_another(&self, manager: &PluginManager, id: &str);
    #[hookspec(historic)]
    fn refused(&self) -> Result<(), String>;
}

/// Is registered during the whole test.
#[derive(Plugin)]
#[plugin(manual)]
struct Permanent;

#[hookimpl]
impl Hooks for Permanent {
    #[hookimpl(tryfirst)]
    fn collected(&self) -> &'static str {
        "first"
    }
    #[hookimpl(specname = "collected")]
    fn plain(&self) -> &'static str {
        "plain"
    }
    #[hookimpl(specname = "collected", trylast)]
    fn last(&self) -> &'static str {
        "last"
    }
    #[hookimpl(trylast)]
    fn first(&self) -> Option<u32> {
        Some(2)
    }
}

/// Is registered and unregistered repeatedly, with all of its hookimpls at once.
#[derive(Plugin)]
#[plugin(manual)]
struct Passing;

#[hookimpl]
impl Hooks for Passing {
    fn collected(&self) -> &'static str {
        "passing"
    }
    #[hookimpl(specname = "collected", trylast)]
    fn passing_last(&self) -> &'static str {
        "passing last"
    }
    #[hookimpl(wrapper)]
    fn collected(&self, next: &dyn Fn() -> Vec<&'static str>) -> Vec<&'static str> {
        let mut answers = next();
        answers.push("wrapped");
        answers
    }
    fn first(&self) -> Option<u32> {
        Some(1)
    }
    #[hookimpl(wrapper)]
    fn first(&self, next: &dyn Fn() -> Option<u32>) -> Option<u32> {
        next().map(|answer| answer + 100)
    }
}

#[test]
fn a_call_sees_all_hookimpls_of_a_plugin_or_none() {
    let without = vec!["first", "plain", "last"];
    let with = vec!["first", "passing", "plain", "last", "passing last", "wrapped"];
    let manager = PluginManager::new::<dyn Hooks>();
    manager.register(Permanent).unwrap().expect_active();
    let subset = manager.subset_hook_caller::<dyn Hooks>(["passing"]);

    thread::scope(|scope| {
        for _ in 0..CALLERS {
            scope.spawn(|| {
                for _ in 0..CALLS {
                    let hooks = manager.hook::<dyn Hooks>();
                    let answers = hooks.collected();
                    assert!(answers == without || answers == with, "{answers:?}");
                    // `Hooks` that a thread keeps do not change, regardless of concurrent
                    // registrations.
                    let first = hooks.first();
                    assert_eq!(first, Some(if answers == with { 101 } else { 2 }));
                    assert_eq!(subset.hook().collected(), without);
                }
            });
        }
        scope.spawn(|| {
            for _ in 0..CHANGES {
                manager.register(Passing).unwrap().active().expect("it is not blocked");
                manager.unregister("passing").unwrap().expect("it is registered");
            }
        });
    });
    assert_eq!(manager.hook::<dyn Hooks>().collected(), without);
}

mod loaded_together {
    //! Two plugins of the registry, in a project of their own.

    use super::*;

    #[hookspec(project = "tests-threads-in-one-go")]
    pub(super) trait InOneGo {
        fn who(&self) -> &'static str;
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "left")]
    struct Left;

    #[hookimpl]
    impl InOneGo for Left {
        fn who(&self) -> &'static str {
            "left"
        }
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "right")]
    struct Right;

    #[hookimpl]
    impl InOneGo for Right {
        fn who(&self) -> &'static str {
            "right"
        }
    }
}

#[test]
fn a_call_sees_all_plugins_that_are_loaded_together_or_none() {
    use self::loaded_together::InOneGo;

    let manager = PluginManager::new::<dyn InOneGo>();
    thread::scope(|scope| {
        for _ in 0..CALLERS {
            scope.spawn(|| {
                for _ in 0..CALLS {
                    let answers = manager.hook::<dyn InOneGo>().who();
                    let valid: [&[&str]; 3] = [&[], &["right", "left"], &["right"]];
                    assert!(valid.contains(&answers.as_slice()), "{answers:?}");
                }
            });
        }
        scope.spawn(|| {
            for _ in 0..CHANGES {
                assert_eq!(manager.load_linked().unwrap(), 2);
                manager.unregister("left").unwrap().expect("it is registered");
                manager.unregister("right").unwrap().expect("it is registered");
            }
        });
    });
}

/// Records the historic calls that reach it.
#[derive(Plugin)]
#[plugin(manual)]
struct Listening(Mutex<Vec<(usize, usize)>>);

#[hookimpl]
impl Hooks for Listening {
    fn historic(&self, caller: usize, number: usize) {
        self.0.lock().unwrap().push((caller, number));
    }
}

impl Listening {
    /// The numbers of the calls of each caller.
    fn by_caller(&self) -> BTreeMap<usize, Vec<usize>> {
        let mut by_caller = BTreeMap::<_, Vec<_>>::new();
        for (caller, number) in self.0.lock().unwrap().iter() {
            by_caller.entry(*caller).or_default().push(*number);
        }
        by_caller
    }
}

#[test]
fn a_historic_call_reaches_every_plugin_once_directly_or_by_replay() {
    const ROUNDS: usize = 150;
    const CALLS: usize = 40;
    const PLUGINS: usize = 8;

    let manager = PluginManager::new::<dyn Hooks>();
    let ids: Vec<String> = (0..PLUGINS).map(|number| format!("listening-{number}")).collect();
    let meet = Barrier::new(CALLERS + 1);
    // All assertions are made after a round: if a thread panicked during it, the others would wait
    // forever.
    let listeners = thread::scope(|scope| {
        for caller in 0..CALLERS {
            let (manager, meet) = (&manager, &meet);
            scope.spawn(move || {
                // The `Hooks` are kept: a historic call still goes to the plugins of the moment.
                let hooks = manager.hook::<dyn Hooks>();
                for _ in 0..ROUNDS {
                    meet.wait();
                    for number in 0..CALLS {
                        hooks.historic(caller, number);
                    }
                    meet.wait();
                }
            });
        }
        let changes = scope.spawn(|| {
            let mut listeners = Vec::new();
            for _ in 0..ROUNDS {
                manager.hook::<dyn Hooks>().historic.clear_history();
                meet.wait();
                let register = |id: &String| manager.register_as(id, Listening(Mutex::default()));
                let plugins: Vec<_> = ids.iter().map(register).collect();
                meet.wait();
                for id in &ids {
                    manager.unregister(id).unwrap();
                }
                listeners.extend(plugins);
            }
            listeners
        });
        changes.join().unwrap()
    });

    let all: Vec<usize> = (0..CALLS).collect();
    let each_call_once_in_the_order_of_its_thread: BTreeMap<_, _> =
        (0..CALLERS).map(|caller| (caller, all.clone())).collect();
    assert_eq!(listeners.len(), ROUNDS * PLUGINS);
    for plugin in listeners {
        let plugin = plugin.unwrap().expect_active();
        assert_eq!(plugin.by_caller(), each_call_once_in_the_order_of_its_thread);
    }
}

#[test]
fn a_plugin_misses_no_historic_call_before_it_is_unregistered() {
    const CALLS: usize = 300;
    let manager = PluginManager::new::<dyn Hooks>();
    let left = thread::scope(|scope| {
        for caller in 0..CALLERS {
            let manager = &manager;
            scope.spawn(move || {
                for number in 0..CALLS {
                    manager.hook::<dyn Hooks>().historic(caller, number);
                }
            });
        }
        let changes = scope.spawn(|| {
            let come_and_go = |_| {
                let plugin = manager.register_as("leaves", Listening(Mutex::default()));
                manager.unregister("leaves").unwrap().expect("it is registered");
                plugin.unwrap().expect_active()
            };
            (0..100).map(come_and_go).collect::<Vec<_>>()
        });
        changes.join().unwrap()
    });

    for plugin in left {
        for numbers in plugin.by_caller().values() {
            assert!(numbers.iter().copied().eq(0..numbers.len()), "{numbers:?}");
        }
    }
}

/// Registers another plugin when it is called.
#[derive(Plugin)]
#[plugin(manual)]
struct Registering;

#[hookimpl]
impl Hooks for Registering {
    fn register_another(&self, manager: &PluginManager, id: &str) {
        manager
            .register_as(id, Listening(Mutex::default()))
            .unwrap()
            .active()
            .expect("it is not blocked");
    }
}

#[test]
fn plugins_register_plugins_from_inside_calls_on_several_threads() {
    const REGISTRATIONS: usize = 100;
    let manager = PluginManager::new::<dyn Hooks>();
    manager.register(Registering).unwrap().expect_active();
    manager.hook::<dyn Hooks>().historic(0, 0);

    thread::scope(|scope| {
        for caller in 0..CALLERS {
            let manager = &manager;
            scope.spawn(move || {
                for number in 0..REGISTRATIONS {
                    let id = format!("plugin-{caller}-{number}");
                    manager.hook::<dyn Hooks>().register_another(manager, &id);
                    assert!(manager.get(&id).is_some());
                }
            });
        }
    });

    let plugins = manager.plugins();
    let ids: BTreeSet<_> = plugins.iter().map(|it| it.id().clone()).collect();
    assert_eq!(plugins.len(), 1 + CALLERS * REGISTRATIONS);
    assert_eq!(ids.len(), plugins.len());
    for listening in plugins.iter().filter_map(RegisteredPlugin::downcast::<Listening>) {
        assert_eq!(*listening.0.lock().unwrap(), [(0, 0)]);
    }
}

#[test]
fn exactly_one_of_several_threads_registers_a_contended_id() {
    const ROUNDS: usize = 500;
    let manager = PluginManager::new::<dyn Hooks>();
    let meet = Barrier::new(CALLERS);
    // All assertions are made at the end: if a thread panicked before, the others would wait
    // forever.
    let (winners, rejections) = (Mutex::new(vec![0; ROUNDS]), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..CALLERS {
            scope.spawn(|| {
                for round in 0..ROUNDS {
                    meet.wait();
                    match manager.register_as("contended", Permanent) {
                        Ok(plugin) => {
                            winners.lock().unwrap()[round] += usize::from(plugin.is_active());
                        }
                        Err(error) => rejections.lock().unwrap().push(error),
                    }
                    if meet.wait().is_leader() {
                        manager.unregister("contended").unwrap();
                    }
                }
            });
        }
    });
    assert_eq!(*winners.lock().unwrap(), [1; ROUNDS]);
    for error in rejections.lock().unwrap().iter() {
        assert!(matches!(error.problems(), [Problem::DuplicateId { .. }]), "{error}");
    }
}
