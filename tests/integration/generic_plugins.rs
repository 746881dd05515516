//! Plugins with type parameters: the host constructs them, and they list their hookspecs.

use std::fmt::Display;

use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-generic")]
trait Generic {
    fn show(&self) -> String;
}

#[hookspec(project = "tests-generic")]
trait Counting {
    fn count(&self) -> usize;
}

#[derive(Plugin)]
#[plugin(manual, id = "shower", hookspecs(Generic, Counting))]
struct Shower<T: Send, const N: usize>([T; N]);

#[hookimpl]
impl<T, const N: usize> Generic for Shower<T, N>
where
    T: Display + Send + Sync + 'static,
{
    fn show(&self) -> String {
        self.0.iter().map(ToString::to_string).collect()
    }

    #[hookimpl(specname = "show", trylast)]
    fn show_length(&self) -> String {
        N.to_string()
    }
}

#[hookimpl]
impl<T: Send + Sync + 'static, const N: usize> Counting for Shower<T, N> {
    fn count(&self) -> usize {
        N
    }
}

/// A generic type, but only one instantiation of it implements the contract, so it can register
/// itself.
#[derive(Plugin)]
#[plugin(manual)]
struct Single<T>(T);

#[hookimpl]
impl Generic for Single<u8> {
    fn show(&self) -> String {
        self.0.to_string()
    }
}

#[test]
fn every_type_registers_with_all_its_hooks() {
    let manager = PluginManager::new::<dyn Generic>();
    manager.register(Shower([1, 2])).unwrap().expect_active();
    manager.register_as("text", Shower(["a", "b", "c"])).unwrap().expect_active();
    manager.register(Single(7_u8)).unwrap().expect_active();
    assert_eq!(manager.hook::<dyn Generic>().show(), ["7", "abc", "12", "2", "3"]);
    assert_eq!(manager.hook::<dyn Counting>().count(), [3, 2]);
    assert!(manager.get_as::<Shower<i32, 2>>().is_some());
    assert!(manager.get_as::<Shower<i32, 3>>().is_none());
}

#[test]
fn managers_do_not_construct_generic_plugins() {
    let manager = PluginManager::new::<dyn Generic>();
    assert_eq!(manager.load_linked().unwrap(), 0);
    assert!(manager.load::<Single<u8>>().is_err());
}
