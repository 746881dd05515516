//! A manager drops values outside of its locks, so that their `drop` may use the manager.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use plugin_core::monitor::Monitor;
use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

use super::{Hooks, Permanent};

/// The caller of historic calls in which the plugin blocks itself.
const BLOCKING: usize = usize::MAX;

/// Uses the manager when it is dropped.
#[derive(Plugin)]
#[plugin(manual)]
struct Parting {
    manager: PluginManager,
    dropped: Arc<AtomicUsize>,
}

#[hookimpl]
impl Hooks for Parting {
    fn collected(&self) -> &'static str {
        "parting"
    }
    fn historic(&self, caller: usize, _number: usize) {
        if caller == BLOCKING {
            self.manager.block("parting").unwrap();
        }
    }
    fn refused(&self) -> Result<(), String> {
        Err("refused".to_owned())
    }
}

impl Drop for Parting {
    fn drop(&mut self) {
        let before = self.dropped.fetch_add(1, Ordering::Relaxed);
        self.manager.hook::<dyn Hooks>().collected();
        self.manager.hook::<dyn Hooks>().historic(0, 0);
        self.manager.plugins();
        let id = format!("after-{before}");
        self.manager.register_as(&id, Permanent).unwrap().active().expect("it is not blocked");
        self.manager.unregister(&id).unwrap().expect("it is registered");
        self.manager.block("nobody").unwrap();
        self.manager.unblock("nobody");
    }
}

/// Runs `work` with a new manager and a plugin that the manager must drop once.
///
/// The timeout is not a measurement: it only turns a deadlock into a failure.
#[track_caller]
fn assert_drops_once(work: impl FnOnce(&PluginManager, Parting) + Send + 'static) {
    let (done, end) = mpsc::channel();
    let worker = thread::spawn(move || {
        let manager = PluginManager::new::<dyn Hooks>();
        let dropped = Arc::new(AtomicUsize::new(0));
        work(&manager, Parting { manager: manager.clone(), dropped: Arc::clone(&dropped) });
        assert_eq!(dropped.load(Ordering::Relaxed), 1);
        done.send(()).expect("the test waits for it");
    });
    match end.recv_timeout(Duration::from_secs(10)) {
        Ok(()) => {}
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("deadlock"),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            resume_unwind(worker.join().expect_err("it ended without being done"))
        }
    }
}

#[test]
fn a_plugin_that_is_unregistered_may_use_the_manager_while_it_is_dropped() {
    assert_drops_once(|manager, plugin| {
        manager.register(plugin).unwrap().expect_active();
        drop(manager.unregister("parting").unwrap());
    });
}

#[test]
fn a_plugin_that_is_blocked_may_use_the_manager_while_it_is_dropped() {
    assert_drops_once(|manager, plugin| {
        manager.register(plugin).unwrap().expect_active();
        drop(manager.block("parting").unwrap());
    });
}

#[test]
fn a_plugin_whose_id_is_blocked_may_use_the_manager_while_it_is_dropped() {
    assert_drops_once(|manager, plugin| {
        manager.block("parting").unwrap();
        assert!(manager.register(plugin).unwrap().active().is_none());
    });
}

#[test]
fn a_plugin_whose_id_is_taken_may_use_the_manager_while_it_is_dropped() {
    assert_drops_once(|manager, plugin| {
        manager.register(Permanent).unwrap().expect_active();
        assert!(manager.register_as("permanent", plugin).is_err());
    });
}

#[test]
fn a_plugin_whose_replay_fails_may_use_the_manager_while_it_is_dropped() {
    assert_drops_once(|manager, plugin| {
        manager.hook::<dyn Hooks>().refused().unwrap();
        assert!(manager.register(plugin).is_err());
    });
}

#[test]
fn a_plugin_that_is_blocked_during_its_registration_may_use_the_manager_while_it_is_dropped() {
    assert_drops_once(|manager, plugin| {
        manager.hook::<dyn Hooks>().historic(BLOCKING, 0);
        assert!(manager.register(plugin).unwrap().active().is_none());
    });
}

#[test]
fn a_plugin_that_only_older_hooks_contain_may_use_the_manager_while_it_is_dropped() {
    assert_drops_once(|manager, plugin| {
        manager.register(plugin).unwrap().expect_active();
        let hooks = manager.hook::<dyn Hooks>();
        drop(manager.unregister("parting").unwrap());
        assert_eq!(hooks.collected(), ["parting"]);
        drop(hooks);
    });
}

#[test]
fn a_plugin_in_hooks_of_many_threads_is_dropped_with_the_last_hooks() {
    assert_drops_once(|manager, plugin| {
        let dropped = Arc::clone(&plugin.dropped);
        manager.register(plugin).unwrap().expect_active();
        let pin = || manager.hook::<dyn Hooks>();
        let mut kept: Vec<_> = thread::scope(|scope| {
            let threads: Vec<_> = (0..40).map(|_| scope.spawn(pin)).collect();
            threads
                .into_iter()
                .map(|it| it.join().expect("the thread only calls `hook()`"))
                .collect()
        });
        let last = kept.pop().expect("the last thread has `Hooks`").clone();
        drop(manager.unregister("parting").unwrap());
        drop(kept);
        assert_eq!(dropped.load(Ordering::Relaxed), 0);
        assert_eq!(last.collected(), ["parting"]);
        drop(last);
    });
}

#[test]
fn a_plugin_that_only_a_subset_has_called_may_use_the_manager_while_it_is_dropped() {
    assert_drops_once(|manager, plugin| {
        manager.register(plugin).unwrap().expect_active();
        let subset = manager.subset_hook_caller::<dyn Hooks>(["nobody"]);
        assert_eq!(subset.hook().collected(), ["parting"]);
        drop(manager.unregister("parting").unwrap());
        assert!(subset.hook().collected().is_empty());
    });
}

#[test]
fn a_monitor_may_use_the_manager_while_it_is_dropped() {
    struct Observing {
        _dropped_with_it: Parting,
    }

    impl Monitor for Observing {}

    assert_drops_once(|manager, plugin| {
        drop(manager.monitor(Observing { _dropped_with_it: plugin }));
    });
}

#[test]
fn the_arguments_of_a_cleared_historic_call_may_use_the_manager_while_they_are_dropped() {
    #[hookspec(project = "tests-threads")]
    trait Keeping {
        #[hookspec(historic)]
        fn keep(&self, argument: &Arc<Parting>);
    }

    assert_drops_once(|manager, plugin| {
        let argument = Arc::new(plugin);
        let hooks = manager.hook::<dyn Keeping>();
        hooks.keep(&argument);
        drop(argument);
        assert_eq!(hooks.keep.clear_history(), 1);
    });
}
