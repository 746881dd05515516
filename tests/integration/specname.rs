//! Several hookimpls of one hook in one plugin.

use plugin_core::info::Precedence::{TryFirst, TryLast};
use plugin_core::{HookImpl, Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-specname")]
trait Specname {
    fn r#type(&self) -> u8;
    fn process(&self, n: u8) -> Option<String>;
    fn wrapped(&self) -> Vec<&'static str>;
    fn other(&self) -> u8;
}

/// Implements `process` by three methods with other names, and wraps `wrapped` twice.
#[derive(Plugin, Default)]
struct Tool;

impl Tool {
    const SUFFIX: &str = "!";
}

#[hookimpl]
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

    #[hookimpl(specname = "type")]
    fn kind(&self) -> u8 {
        7
    }
}

#[test]
fn hookimpls_are_added_in_the_order_of_declaration() {
    let manager = PluginManager::discover::<dyn Specname>().unwrap();
    let hooks = manager.hook::<dyn Specname>();
    // Hookimpls without an option run newest first.
    assert_eq!(hooks.process(1), ["second 1!", "first 1"]);
    assert_eq!(hooks.process(2), ["third", "second 2!", "first 2"]);
    assert_eq!(hooks.wrapped(), [["inner"], ["outer"]]);
}

#[test]
fn each_method_is_a_separate_hookimpl() {
    let manager = PluginManager::discover::<dyn Specname>().unwrap();
    let hooks = manager.hook::<dyn Specname>();
    let methods: Vec<_> = hooks.process.hookimpls().iter().map(|it| it.info().method()).collect();
    assert_eq!(methods, ["third", "second", "first"]);
    // The implementation of each hookimpl runs only that one, even in a loop of the host.
    let answers: Vec<_> =
        hooks.process.hookimpls().iter().filter_map(|it| it.implementation()?.process(2)).collect();
    assert_eq!(answers, ["third", "second 2!", "first 2"]);
    assert_eq!(manager.hooks_for("tool").unwrap().len(), 4);
    assert_eq!(hooks.r#type(), [7]);
}

/// The block sets `trylast`; methods add options or override it.
#[derive(Plugin)]
#[plugin(manual)]
struct Late;

#[hookimpl(trylast)]
impl Specname for Late {
    fn other(&self) -> u8 {
        1
    }

    #[hookimpl(wrapper)]
    fn wrapped(&self, next: &dyn Fn() -> Vec<Vec<&'static str>>) -> Vec<Vec<&'static str>> {
        next()
    }

    #[hookimpl(specname = "process")]
    fn late(&self, _n: u8) -> Option<String> {
        Some("late".to_owned())
    }

    #[hookimpl(tryfirst)]
    fn process(&self, _n: u8) -> Option<String> {
        Some("early".to_owned())
    }
}

#[test]
fn an_option_of_the_block_applies_unless_a_method_overrides_it() {
    let manager = PluginManager::new::<dyn Specname>();
    manager.register(Late).unwrap().expect_active();
    let hooks = manager.hook::<dyn Specname>();
    let precedence = |of: &[HookImpl<dyn Specname>]| {
        of.iter().map(|it| it.info().precedence()).collect::<Vec<_>>()
    };
    assert_eq!(precedence(hooks.other.hookimpls()), [TryLast]);
    assert_eq!(precedence(hooks.wrapped.hookimpls()), [TryLast]);
    assert_eq!(hooks.process(1), ["early", "late"]);
    assert_eq!(precedence(hooks.process.hookimpls()), [TryFirst, TryLast]);
}

#[test]
fn all_hookimpls_are_unregistered_together() {
    let manager = PluginManager::discover::<dyn Specname>().unwrap();
    manager.unregister("tool").unwrap();
    let hooks = manager.hook::<dyn Specname>();
    assert!(hooks.process(2).is_empty() && hooks.wrapped().is_empty());
}
