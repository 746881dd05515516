//! Several implementations of one hook in one plugin.

use plugin_core::Precedence::{Plain, TryFirst, TryLast};
use plugin_core::{Hookimpl, Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-specname")]
trait Specname {
    fn process(&self, n: u8) -> Option<String>;
    fn wrapped(&self) -> Vec<&'static str>;
    fn other(&self) -> u8;
}

/// Implements `process` by three methods, none of which has its name, and wraps `wrapped` twice.
#[derive(Plugin, Default)]
struct Tool;

impl Tool {
    const SUFFIX: &str = "!";
}

#[hookimpl(trylast)]
impl Specname for Tool {
    #[hookimpl(specname = "process")]
    fn first(&self, n: u8) -> Option<String> {
        Some(format!("first {n}"))
    }

    #[hookimpl(specname = "process")]
    fn second(&self, n: u8) -> Option<String> {
        Some(format!("second {n}{}", Self::SUFFIX))
    }

    #[hookimpl(specname = "process", tryfirst)]
    fn third(&self, n: u8) -> Option<String> {
        (n > 1).then(|| "third".to_owned())
    }

    #[hookimpl(wrapper)]
    fn wrapped(&self, next: &dyn Fn() -> Vec<Vec<&'static str>>) -> Vec<Vec<&'static str>> {
        let mut words = next();
        words.push(vec!["inner"]);
        words
    }

    #[hookimpl(wrapper, specname = "wrapped")]
    fn around(&self, next: &dyn Fn() -> Vec<Vec<&'static str>>) -> Vec<Vec<&'static str>> {
        let mut words = next();
        words.push(vec!["outer"]);
        words
    }

    fn other(&self) -> u8 {
        1
    }
}

#[test]
fn they_join_in_the_order_of_declaration() {
    let manager = PluginManager::discover::<dyn Specname>().unwrap();
    let hooks = manager.hook::<dyn Specname>();
    // Plain ones run newest first.
    assert_eq!(hooks.process(1), ["second 1!", "first 1"]);
    assert_eq!(hooks.process(2), ["third", "second 2!", "first 2"]);
    assert_eq!(hooks.wrapped(), [["inner"], ["outer"]]);
}

#[test]
fn each_is_a_hookimpl_of_its_own() {
    let manager = PluginManager::discover::<dyn Specname>().unwrap();
    let hooks = manager.hook::<dyn Specname>();
    let methods: Vec<_> = hooks.process.hookimpls().iter().map(|it| it.info().method()).collect();
    assert_eq!(methods, ["third", "second", "first"]);
    // The implementor of each runs that one, also in a loop of the host's own.
    let answers: Vec<_> =
        hooks.process.hookimpls().iter().filter_map(|it| it.implementor()?.process(2)).collect();
    assert_eq!(answers, ["third", "second 2!", "first 2"]);
    assert_eq!(manager.hooks_of("tool").unwrap().len(), 3);
}

#[test]
fn the_options_of_the_block_hold_where_a_method_has_none_of_its_own() {
    let manager = PluginManager::discover::<dyn Specname>().unwrap();
    let hooks = manager.hook::<dyn Specname>();
    let precedence = |of: &[Hookimpl<dyn Specname>]| {
        of.iter().map(|it| it.info().precedence()).collect::<Vec<_>>()
    };
    assert_eq!(precedence(hooks.other.hookimpls()), [TryLast]);
    assert_eq!(precedence(hooks.process.hookimpls()), [TryFirst, Plain, Plain]);
}

#[test]
fn all_leave_together() {
    let manager = PluginManager::discover::<dyn Specname>().unwrap();
    manager.unregister("tool");
    let hooks = manager.hook::<dyn Specname>();
    assert!(hooks.process(2).is_empty() && hooks.wrapped().is_empty());
}
