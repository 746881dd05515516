//! A weak handle does not keep a manager and its plugins alive, wherever it is stored.

use std::sync::{Arc, Mutex};
use std::thread;

use plugin_core::manager::WeakPluginManager;
use plugin_core::monitor::{Argument, Call, Monitor};
use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-registration-weak")]
trait Hooks {
    fn siblings(&self) -> usize;
    #[hookspec(historic)]
    fn started(&self, plugins: WeakPluginManager);
}

/// Stores a handle to its manager. `token` shows whether the plugin was dropped.
#[derive(Plugin)]
#[plugin(manual)]
struct Curious {
    plugins: Mutex<Option<WeakPluginManager>>,
    #[expect(dead_code, reason = "only its strong count is read")]
    token: Arc<()>,
}

#[hookimpl]
impl Hooks for Curious {
    fn siblings(&self) -> usize {
        let plugins = self.plugins.lock().unwrap().clone().expect("`started` was called");
        plugins.upgrade().expect("the manager calls this hook").plugins().len()
    }

    fn started(&self, plugins: WeakPluginManager) {
        *self.plugins.lock().unwrap() = Some(plugins);
    }
}

struct Watching(#[expect(dead_code, reason = "it is only stored")] WeakPluginManager);

impl Monitor for Watching {
    fn on_call(&self, _call: &Call<'_>, _arguments: &[Argument<'_>]) {}
}

#[test]
fn a_manager_is_dropped_although_a_plugin_a_historic_call_and_a_monitor_store_weak_handles() {
    let manager = PluginManager::new::<dyn Hooks>();
    let token = Arc::new(());
    let weak = manager.downgrade();
    manager.monitor(Watching(manager.downgrade())).detach();
    manager.hook::<dyn Hooks>().started(weak.clone());
    let plugin = Curious { plugins: Mutex::default(), token: Arc::clone(&token) };
    drop(manager.register(plugin).unwrap().expect_active());
    assert_eq!(manager.hook::<dyn Hooks>().siblings(), [1]);
    assert_eq!(Arc::strong_count(&token), 2);

    drop(manager);
    assert!(weak.upgrade().is_none());
    assert_eq!(Arc::strong_count(&token), 1, "the plugin is dropped with its manager");
}

#[test]
fn an_upgraded_handle_is_the_same_manager_and_keeps_it_alive() {
    let manager = PluginManager::new::<dyn Hooks>();
    let weak = manager.downgrade();
    let upgraded = weak.upgrade().unwrap();
    drop(manager);
    upgraded.block("curious").unwrap();
    assert!(weak.upgrade().unwrap().is_blocked("curious"));
}

#[test]
fn a_weak_handle_can_be_sent_to_another_thread() {
    let manager = PluginManager::new::<dyn Hooks>();
    let weak = manager.downgrade();
    let other = thread::spawn(move || (weak.upgrade().is_some(), weak));
    let (was_alive, weak) = other.join().unwrap();
    assert!(was_alive);
    drop(manager);
    assert!(weak.upgrade().is_none());
}
