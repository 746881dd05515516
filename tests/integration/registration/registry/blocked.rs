//! A project with a plugin that counts how often it is constructed.

use std::sync::atomic::{AtomicUsize, Ordering};

use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-registration-blocked")]
trait Hooks {
    fn who(&self) -> &'static str;
}

static CONSTRUCTED: AtomicUsize = AtomicUsize::new(0);

#[derive(Plugin)]
#[plugin(id = "blocked-counted", init = Counted::new)]
struct Counted;

impl Counted {
    fn new() -> Self {
        CONSTRUCTED.fetch_add(1, Ordering::Relaxed);
        Self
    }
}

#[hookimpl]
impl Hooks for Counted {
    fn who(&self) -> &'static str {
        "counted"
    }
}

#[test]
fn no_code_of_a_blocked_plugin_runs() {
    let manager = PluginManager::new::<dyn Hooks>();
    manager.block("blocked-counted").unwrap();
    assert_eq!(manager.load_linked().unwrap(), 0);
    assert!(manager.load::<Counted>().unwrap().active().is_none());
    assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), 0);

    manager.unblock("blocked-counted");
    assert_eq!(manager.load_linked().unwrap(), 1);
    assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), 1, "the count works");
    assert_eq!(manager.hook::<dyn Hooks>().who(), ["counted"]);
    assert_eq!(manager.load_linked().unwrap(), 0);
    assert!(manager.load::<Counted>().is_err());
    assert_eq!(
        CONSTRUCTED.load(Ordering::Relaxed),
        1,
        "a registered plugin is not constructed again"
    );
}
