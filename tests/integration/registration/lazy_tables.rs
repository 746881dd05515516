//! Plugins that are registered before the first `hook()`: dispatch tables are built lazily.

use std::sync::{Arc, Mutex};

use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-lazy-tables")]
trait Late {
    fn name(&self) -> u8;
}

#[derive(Plugin)]
#[plugin(manual)]
struct Numbered {
    number: u8,
    ended: Arc<Mutex<Vec<u8>>>,
}

#[hookimpl]
impl Late for Numbered {
    fn name(&self) -> u8 {
        self.number
    }
}

impl Drop for Numbered {
    fn drop(&mut self) {
        self.ended.lock().unwrap().push(self.number);
    }
}

type Ended = Arc<Mutex<Vec<u8>>>;

fn of_three() -> (PluginManager, Ended) {
    let (manager, ended) = (PluginManager::new::<dyn Late>(), Ended::default());
    for number in 1..=3 {
        let ended = Arc::clone(&ended);
        manager
            .register_as(&format!("n{number}"), Numbered { number, ended })
            .unwrap()
            .expect_active();
    }
    (manager, ended)
}

#[test]
fn the_first_hooks_contain_all_registered_plugins() {
    let (manager, _) = of_three();
    assert_eq!(manager.hook::<dyn Late>().name(), [3, 2, 1]);
}

#[test]
fn hookimpls_are_listed_before_the_first_hook_call() {
    let (manager, _) = of_three();
    assert_eq!(manager.hooks_for("n2").unwrap().len(), 1);
}

#[test]
fn an_unregistered_plugin_is_dropped_with_its_last_handle() {
    let (manager, ended) = of_three();
    drop(manager.unregister("n2").unwrap());
    assert_eq!(*ended.lock().unwrap(), [2]);
    assert_eq!(manager.hook::<dyn Late>().name(), [3, 1]);
}

#[test]
fn plugins_end_with_their_manager_in_the_same_order() {
    let ended = [false, true].map(|is_asked| {
        let (manager, ended) = of_three();
        if is_asked {
            drop(manager.hook::<dyn Late>());
        }
        drop(manager);
        let ended = ended.lock().unwrap();
        ended.clone()
    });
    assert_eq!(ended[0], ended[1]);
}
