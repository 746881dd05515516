//! A plugin that fails when earlier calls are replayed to it is not registered.

use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex};

use plugin_core::{Plugin, PluginManager, Problem, hookimpl, hookspec};

#[hookspec(project = "tests-registration-replay")]
trait Hooks {
    fn who(&self) -> &'static str;
    #[hookspec(historic)]
    fn configured(&self, port: u16) -> Result<(), Refused>;
    #[hookspec(historic)]
    fn started(&self);
}

#[derive(Debug, Clone, PartialEq)]
struct Refused(u16);

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "port {} is refused", self.0)
    }
}

impl Error for Refused {}

/// Does what the test specifies when it is called.
#[derive(Plugin)]
#[plugin(manual)]
struct Scripted {
    configured: Box<dyn Fn(u16) -> Result<(), Refused> + Send + Sync>,
    started: Arc<Mutex<usize>>,
}

impl Scripted {
    fn new(configured: impl Fn(u16) -> Result<(), Refused> + Send + Sync + 'static) -> Self {
        Self { configured: Box::new(configured), started: Arc::default() }
    }
}

#[hookimpl]
impl Hooks for Scripted {
    fn who(&self) -> &'static str {
        "scripted"
    }
    fn started(&self) {
        *self.started.lock().unwrap() += 1;
    }
    fn configured(&self, port: u16) -> Result<(), Refused> {
        (self.configured)(port)
    }
}

/// A manager that has seen two calls of one historic hook and one of the other.
fn with_history() -> PluginManager {
    let manager = PluginManager::new::<dyn Hooks>();
    let hooks = manager.hook::<dyn Hooks>();
    hooks.started();
    hooks.configured(8080).unwrap();
    hooks.configured(80).unwrap();
    manager
}

#[track_caller]
fn assert_nothing_is_registered(manager: &PluginManager) {
    assert!(manager.plugins().is_empty());
    assert!(manager.get("scripted").is_none());
    let hooks = manager.hook::<dyn Hooks>();
    assert!(hooks.who().is_empty());
    assert!(hooks.configured.hookimpls().is_empty());
    assert!(hooks.started.hookimpls().is_empty());
    hooks.configured(80).expect("no plugin is registered");

    let started =
        manager.register(Scripted::new(|_| Ok(()))).unwrap().active().expect("its id is free");
    assert_eq!(*started.started.lock().unwrap(), 1);
    assert_eq!(manager.hook::<dyn Hooks>().who(), ["scripted"]);
}

#[test]
fn a_replay_that_fails_registers_nothing() {
    let manager = with_history();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let plugin = Scripted::new(move |port| {
        log.lock().unwrap().push(port);
        if port < 1024 { Err(Refused(port)) } else { Ok(()) }
    });
    let error = manager.register(plugin).err().unwrap();

    assert_eq!(*seen.lock().unwrap(), [8080, 80], "the replay stops at the call that fails");
    let [Problem::Replay { id, plugin, source, .. }] = error.problems() else { panic!("{error}") };
    assert_eq!((id.as_str(), *plugin), ("scripted", Scripted::info()));
    assert_eq!(source.hook().to_string(), "Hooks::configured");
    let cause = source.source().unwrap().downcast_ref::<Refused>();
    assert_eq!(cause, Some(&Refused(80)));
    let report = error.to_string();
    assert!(report.contains(&Scripted::info().location().to_string()), "{report}");
    assert!(report.ends_with("port 80 is refused"), "{report}");
    assert_nothing_is_registered(&manager);
}

#[test]
fn a_replay_that_panics_registers_nothing() {
    let manager = with_history();
    let plugin = Scripted::new(|_| resume_unwind(Box::new("boom")));
    let registering = AssertUnwindSafe(|| manager.register(plugin).map(drop));
    let panic = catch_unwind(registering).unwrap_err();
    assert_eq!(panic.downcast_ref(), Some(&"boom"));
    assert_nothing_is_registered(&manager);
}

#[test]
fn an_endless_replay_is_stopped() {
    let manager = with_history();
    let handle = manager.clone();
    let plugin = Scripted::new(move |port| {
        // No other plugin is registered, so this call only extends the history.
        handle.hook::<dyn Hooks>().configured(port)
    });
    let error = manager.register(plugin).err().unwrap();

    let [Problem::Replay { source, .. }] = error.problems() else { panic!("{error}") };
    assert_eq!(source.hook().name(), "configured");
    assert!(error.to_string().contains("must stop at some point"), "{error}");
    manager.hook::<dyn Hooks>().configured.clear_history();
    assert_nothing_is_registered(&manager);
}

#[test]
fn a_historic_call_that_a_plugin_makes_during_its_replay_reaches_it() {
    let manager = with_history();
    let handle = manager.clone();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let plugin = Scripted::new(move |port| {
        log.lock().unwrap().push(port);
        if port == 80 { handle.hook::<dyn Hooks>().configured(443) } else { Ok(()) }
    });
    manager.register(plugin).unwrap().expect_active();
    assert_eq!(*seen.lock().unwrap(), [8080, 80, 443]);
}

#[test]
fn a_call_during_a_replay_of_a_hook_that_was_already_replayed_reaches_the_plugin() {
    let manager = with_history();
    let handle = manager.clone();
    // The hooks are replayed one after the other, `started` first.
    let plugin = Scripted::new(move |port| {
        if port == 80 {
            handle.hook::<dyn Hooks>().started();
        }
        Ok(())
    });
    let started = Arc::clone(&plugin.started);
    manager.register(plugin).unwrap().expect_active();
    assert_eq!(*started.lock().unwrap(), 2);
    manager.hook::<dyn Hooks>().started();
    assert_eq!(*started.lock().unwrap(), 3);
}

#[test]
fn a_plugin_is_not_active_during_its_replay() {
    let manager = with_history();
    let handle = manager.clone();
    let plugin = Scripted::new(move |_| {
        assert!(handle.get("scripted").is_none());
        assert!(handle.hooks_for("scripted").is_none());
        assert!(handle.hook::<dyn Hooks>().who().is_empty());
        assert!(handle.unregister("scripted").unwrap().is_none());
        let second = handle.register(Scripted::new(|_| Ok(()))).err().unwrap();
        assert!(matches!(second.problems(), [Problem::DuplicateId { .. }]), "{second}");
        Ok(())
    });
    manager.register(plugin).unwrap().expect_active();
    assert_eq!(manager.hook::<dyn Hooks>().who(), ["scripted"]);
}

#[test]
fn a_plugin_that_is_registered_during_a_replay_is_older_than_the_replayed_plugin() {
    let manager = with_history();
    let handle = manager.clone();
    let plugin = Scripted::new(move |_| {
        if handle.get("inner").is_none() {
            handle.register_as("inner", Scripted::new(|_| Ok(()))).unwrap().expect_active();
        }
        Ok(())
    });
    manager.register(plugin).unwrap().expect_active();
    let hooks = manager.hook::<dyn Hooks>();
    let callers = [
        hooks.who.hookimpls().iter().map(|it| it.plugin().id().to_string()).collect::<Vec<_>>(),
        hooks.started.hookimpls().iter().map(|it| it.plugin().id().to_string()).collect(),
        hooks.configured.hookimpls().iter().map(|it| it.plugin().id().to_string()).collect(),
    ];
    for order in callers {
        assert_eq!(order, ["scripted", "inner"], "the newest is called first");
    }
}

#[test]
fn a_plugin_that_is_blocked_during_its_replay_is_not_registered() {
    let manager = with_history();
    let handle = manager.clone();
    let plugin = Scripted::new(move |_| {
        handle.block("scripted").unwrap();
        Ok(())
    });
    assert!(manager.register(plugin).unwrap().active().is_none());
    manager.unblock("scripted");
    assert_nothing_is_registered(&manager);
}

mod together {
    //! A project with three plugins, two of which fail in the replay.

    use super::*;

    #[hookspec(project = "tests-registration-replay-together")]
    trait Together {
        #[hookspec(historic)]
        fn configured(&self, port: u16) -> Result<(), Refused>;
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "together-a")]
    struct Failing;

    #[hookimpl]
    impl Together for Failing {
        fn configured(&self, port: u16) -> Result<(), Refused> {
            Err(Refused(port))
        }
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "together-b")]
    struct Content;

    #[hookimpl]
    impl Together for Content {
        fn configured(&self, _port: u16) -> Result<(), Refused> {
            Ok(())
        }
    }

    #[derive(Plugin, Default)]
    #[plugin(id = "together-c")]
    struct AlsoFailing;

    #[hookimpl]
    impl Together for AlsoFailing {
        fn configured(&self, port: u16) -> Result<(), Refused> {
            Err(Refused(port + 1))
        }
    }

    #[test]
    fn every_replay_that_fails_is_reported_and_no_plugin_is_registered() {
        let manager = PluginManager::new::<dyn Together>();
        manager.hook::<dyn Together>().configured(80).unwrap();
        let error = manager.load_linked().unwrap_err();

        let ids = error.problems().iter().map(|problem| match problem {
            Problem::Replay { id, .. } => id.to_string(),
            other => panic!("{other}"),
        });
        assert_eq!(ids.collect::<Vec<_>>(), ["together-a", "together-c"]);
        assert!(error.to_string().contains("port 81 is refused"), "{error}");
        assert!(manager.plugins().is_empty());
        manager.hook::<dyn Together>().configured(80).expect("no plugin is registered");
    }
}

#[test]
fn any_number_of_calls_of_other_threads_is_replayed() {
    let manager = PluginManager::new::<dyn Hooks>();
    manager.hook::<dyn Hooks>().configured(0).unwrap();

    // During the replay of the first call, another thread makes more calls than a plugin itself may
    // make.
    let others = 10_010;
    let replayed = Arc::new(Mutex::new(0_usize));
    let (count, host) = (Arc::clone(&replayed), manager.clone());
    let plugin = Scripted::new(move |port| {
        if port == 0 {
            let host = host.clone();
            let calls =
                move || (0..others).for_each(|_| host.hook::<dyn Hooks>().configured(1).unwrap());
            std::thread::spawn(calls).join().unwrap();
        }
        *count.lock().unwrap() += 1;
        Ok(())
    });
    manager.register(plugin).unwrap().expect_active();
    assert_eq!(*replayed.lock().unwrap(), 1 + others);
}
