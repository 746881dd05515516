//! Bugs that were fixed.

use std::sync::{Arc, Mutex};

use plugin_core::monitor::{Argument, Call, Monitor, Outcome};
use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

/// Hooks named like parts of generated names, and many parameters.
#[hookspec(project = "tests-regressions")]
trait Net {
    fn relay(&self, n: u8) -> u8;
    fn caller(&self) -> u8;
    fn five(&self, a: u8, b: u8, c: u8, d: u8, e: u8) -> u8;
    #[allow(
        clippy::too_many_arguments,
        reason = "an `allow` of the user also applies to generated code"
    )]
    fn eight(&self, a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8, h: u8) -> u8;
    #[hookspec(historic)]
    fn named(&self, name: &'static str, nothing: ()) -> usize;
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Net for Tool {
    fn relay(&self, n: u8) -> u8 {
        n
    }

    #[expect(clippy::many_single_char_names, reason = "only the number of parameters matters")]
    fn eight(&self, a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8, h: u8) -> u8 {
        a + b + c + d + e + f + g + h
    }

    fn named(&self, name: &'static str, (): ()) -> usize {
        name.len()
    }
}

#[test]
fn hooks_may_have_names_of_generated_items() {
    let manager = PluginManager::discover::<dyn Net>().unwrap();
    let hooks = manager.hook::<dyn Net>();
    assert_eq!((hooks.relay(1), hooks.caller()), (vec![1], vec![]));
    assert_eq!(hooks.eight(1, 1, 1, 1, 1, 1, 1, 1), [8]);
    assert!(hooks.five(1, 1, 1, 1, 1).is_empty());
}

#[test]
fn a_static_reference_is_kept_as_it_is() {
    let manager = PluginManager::new::<dyn Net>();
    let lengths = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&lengths);
    let keep = move |length| kept.lock().unwrap().push(length);
    manager.hook::<dyn Net>().named.call_historic(keep, "gateway", ());
    manager.register(Tool).unwrap().expect_active();
    assert_eq!(*lengths.lock().unwrap(), [7]);
}

/// Lints that a user allows on the impl or on the method also apply to code that the macros move.
mod allowed_lints {
    use super::*;

    #[hookspec(project = "tests-regressions")]
    #[deprecated(note = "a deprecated contract")]
    trait Old {
        #[deprecated]
        fn old(&self, unused: u8) -> u8;
    }

    #[derive(Plugin, Default)]
    #[deprecated]
    struct OldTool;

    #[allow(deprecated)]
    #[allow(unused_variables, reason = "the lint must be allowed in views as well")]
    #[hookimpl]
    impl Old for OldTool {
        fn old(&self, unused: u8) -> u8 {
            1
        }

        #[hookimpl(specname = "old")]
        fn older(&self, unused: u8) -> u8 {
            2
        }
    }

    #[test]
    #[expect(deprecated, reason = "deprecation is the subject of the test")]
    fn reach_generated_code() {
        let manager = PluginManager::new::<dyn Old>();
        manager.register(OldTool).unwrap().expect_active();
        assert_eq!(manager.hook::<dyn Old>().old(0), [2, 1]);
    }
}

/**
 * Described by a block comment,
 * in two lines.
 *
 * And more.
 */
#[derive(Plugin, Default)]
struct Starred;

#[test]
fn a_block_comment_is_a_description_without_its_stars() {
    assert_eq!(Starred::info().description(), "Described by a block comment, in two lines.");
}

/// Logs the calls, and panics in `on_call` if it is set to.
struct Fragile(&'static str, bool, Arc<Mutex<Vec<String>>>);

impl Monitor for Fragile {
    fn on_call(&self, _: &Call<'_>, _: &[Argument<'_>]) {
        assert!(!self.1, "a monitor that fails");
        self.2.lock().unwrap().push(format!("{} before", self.0));
    }

    fn on_return(&self, _: &Call<'_>, outcome: &Outcome<'_>) {
        self.2.lock().unwrap().push(format!("{} {outcome:?}", self.0));
    }
}

#[test]
fn monitors_that_saw_the_start_of_a_call_see_its_end() {
    let manager = PluginManager::discover::<dyn Net>().unwrap();
    let lines = Arc::new(Mutex::new(Vec::new()));
    for (name, fails) in [("inner", false), ("fragile", true), ("outer", false)] {
        manager.monitor(Fragile(name, fails, Arc::clone(&lines))).detach();
    }
    let hooks = manager.hook::<dyn Net>();
    // `Hooks` and managers are unwind safe, so the closure needs no `AssertUnwindSafe`.
    assert!(std::panic::catch_unwind(|| hooks.relay(1)).is_err());
    assert_eq!(*lines.lock().unwrap(), ["outer before", "outer panicked"]);
    assert!(std::panic::catch_unwind(|| manager.plugins().len()).is_ok());
}

/// A plugin that is no longer listed has freed its id.
#[test]
fn an_id_is_free_as_soon_as_its_plugin_is_unregistered() {
    let manager = PluginManager::new::<dyn Net>();
    let rounds = 2_000;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for _ in 0..rounds {
                // The other thread may have been faster.
                let _ = manager.register(Tool);
            }
        });
        for _ in 0..rounds {
            if manager.unregister("tool").unwrap().is_some() {
                manager.register_as("mine", Tool).unwrap().expect_active();
                manager.unregister("mine").unwrap().unwrap();
            }
        }
    });
}

/// Two threads that load the same registry do not report each other's plugins as conflicts.
#[test]
fn the_registry_can_be_loaded_by_several_threads() {
    for _ in 0..100 {
        let manager = PluginManager::new::<dyn Net>();
        let loaded: usize = std::thread::scope(|scope| {
            let load = || manager.load_linked().unwrap();
            let threads = [scope.spawn(load), scope.spawn(load), scope.spawn(load)];
            threads.into_iter().map(|thread| thread.join().unwrap()).sum()
        });
        assert_eq!(loaded, manager.plugins().len());
        assert_eq!(loaded, 2, "`Tool` and `OldTool`");
    }
}

/// A subset does not keep the hooks alive that it was created from.
#[test]
fn a_subset_does_not_keep_excluded_plugins_alive() {
    let manager = PluginManager::new::<dyn Net>();
    let plugin = Arc::new(Tool);
    manager.register(Arc::clone(&plugin)).unwrap().expect_active();
    let subset = manager.subset_hook_caller::<dyn Net>(["tool"]);
    assert!(subset.hook().relay(1).is_empty());
    drop(manager.unregister("tool").unwrap());
    assert_eq!(Arc::strong_count(&plugin), 1);
}
