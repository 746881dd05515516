//! The facts about a plugin that are known without running its code.

use std::sync::atomic::{AtomicUsize, Ordering};

use plugin_core::info::{HookSpecInfo, PluginInfo};
use plugin_core::{Plugin, PluginManager, Registry, hookimpl, hookspec};

#[hookspec(project = "tests-plugin-info")]
trait Described {
    fn unused(&self);
}

static CONSTRUCTED: AtomicUsize = AtomicUsize::new(0);

/// Reads mail,
/// and sorts it.
///
/// Not part of the description.
#[derive(Plugin)]
#[plugin(version = "2.0.0-beta.1+build.7", init = HTTPMailReader::open)]
struct HTTPMailReader;

impl HTTPMailReader {
    fn open() -> Self {
        CONSTRUCTED.fetch_add(1, Ordering::Relaxed);
        Self
    }
}

#[hookimpl]
impl Described for HTTPMailReader {
    fn unused(&self) {}
}

#[derive(Plugin, Default)]
#[plugin(id = "org.example.plain_2")]
struct Plain;

#[test]
fn facts_come_from_the_type_and_its_package() {
    let info = HTTPMailReader::info();
    assert_eq!(info.id(), "http-mail-reader");
    assert_eq!(info.type_name(), "HTTPMailReader");
    assert_eq!(info.version().to_string(), "2.0.0-beta.1+build.7");
    assert_eq!(info.description(), "Reads mail, and sorts it.");
    assert_eq!(info.package().name(), env!("CARGO_PKG_NAME"));
    assert_eq!(info.package().version(), env!("CARGO_PKG_VERSION"));
    assert_eq!(info.location().module(), module_path!());
    assert_eq!(info.location().file(), file!());

    assert_eq!(Plain::info().id(), "org.example.plain_2");
    assert_eq!(Plain::info().version().to_string(), env!("CARGO_PKG_VERSION"));
    assert_eq!(Plain::info().description(), "");
}

#[test]
fn the_registry_is_sorted_and_runs_nothing() {
    let before = CONSTRUCTED.load(Ordering::Relaxed);
    let ids: Vec<_> = Registry::linked().plugins().map(PluginInfo::id).collect();
    assert!(ids.is_sorted());
    assert!(ids.contains(&"http-mail-reader"));
    let specs: Vec<_> = Registry::linked().hookspecs().map(HookSpecInfo::name).collect();
    assert!(specs.is_sorted() && specs.contains(&"Described"));
    assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), before);

    let manager = PluginManager::new::<dyn Described>();
    manager.block("http-mail-reader").unwrap();
    assert_eq!(manager.load_linked().unwrap(), 0);
    assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), before, "a blocked plugin never runs");
    manager.unblock("http-mail-reader");
    assert_eq!(manager.load_linked().unwrap(), 1);
    assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), before + 1);
    assert_eq!(manager.load_linked().unwrap(), 0, "registered plugins are skipped");
}
