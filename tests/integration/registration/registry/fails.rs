//! A project in which two of three plugins cannot be constructed.

use std::cell::RefCell;
use std::error::Error;

use plugin_core::{Plugin, PluginManager, Problem, hookimpl, hookspec};

use super::ids;

#[hookspec(project = "tests-registration-fails")]
trait Hooks {
    fn who(&self) -> &'static str;
}

thread_local! {
    /// The number of live `Good` plugins on the thread of a test.
    static ALIVE: RefCell<i32> = const { RefCell::new(0) };
    static CONSTRUCTED: RefCell<i32> = const { RefCell::new(0) };
}

#[derive(Plugin)]
#[plugin(id = "fails-b-good")]
struct Good;

impl Default for Good {
    fn default() -> Self {
        ALIVE.with_borrow_mut(|count| *count += 1);
        CONSTRUCTED.with_borrow_mut(|count| *count += 1);
        Self
    }
}

impl Drop for Good {
    fn drop(&mut self) {
        ALIVE.with_borrow_mut(|count| *count -= 1);
    }
}

#[hookimpl]
impl Hooks for Good {
    fn who(&self) -> &'static str {
        "good"
    }
}

#[derive(Plugin)]
#[plugin(id = "fails-a-bad", init = Bad::new)]
struct Bad;

impl Bad {
    fn new() -> Result<Self, std::num::ParseIntError> {
        "no number".parse::<u8>().map(|_| Self)
    }
}

#[hookimpl]
impl Hooks for Bad {
    fn who(&self) -> &'static str {
        "bad"
    }
}

#[derive(Plugin)]
#[plugin(id = "fails-c-worse", init = Worse::new)]
struct Worse;

impl Worse {
    fn new() -> Result<Self, String> {
        Err("worse".to_owned())
    }
}

#[hookimpl]
impl Hooks for Worse {
    fn who(&self) -> &'static str {
        "worse"
    }
}

#[test]
fn every_init_that_fails_is_reported_and_no_plugin_is_registered() {
    let manager = PluginManager::new::<dyn Hooks>();
    let error = manager.load_linked().unwrap_err();

    let [
        Problem::Init { plugin: bad, source: number, .. },
        Problem::Init { plugin: worse, source: text, .. },
    ] = error.problems()
    else {
        panic!("{error}")
    };
    assert_eq!((*bad, *worse), (Bad::info(), Worse::info()));
    assert!(number.is::<std::num::ParseIntError>());
    assert_eq!(text.to_string(), "worse");
    let lines: Vec<_> = error.to_string().lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "registration failed: 2 problems");
    assert!(lines[1].starts_with("1. `init` of plugin `fails-a-bad` "), "{error}");
    assert!(lines[1].contains(&Bad::info().location().to_string()), "{error}");
    assert!(lines[2].starts_with("2. `init` of plugin `fails-c-worse` "), "{error}");
    assert_eq!(lines.len(), 3);

    assert!(manager.plugins().is_empty());
    assert!(manager.hook::<dyn Hooks>().who().is_empty());
    assert_eq!(CONSTRUCTED.with_borrow(|it| *it), 1);
    assert_eq!(ALIVE.with_borrow(|it| *it), 0, "the plugins that were constructed are dropped");
}

#[test]
fn the_others_can_be_loaded_once_those_that_fail_are_blocked() {
    let manager = PluginManager::new::<dyn Hooks>();
    manager.load_linked().unwrap_err();
    manager.block("fails-a-bad").unwrap();
    let error = manager.load_linked().unwrap_err();
    assert_eq!(error.problems().len(), 1, "{error}");
    manager.block("fails-c-worse").unwrap();
    assert_eq!(manager.load_linked().unwrap(), 1);
    assert_eq!(ids(&manager), ["fails-b-good"]);
}

#[test]
fn a_single_plugin_that_fails_is_reported_with_its_cause() {
    let manager = PluginManager::new::<dyn Hooks>();
    let error = manager.load::<Bad>().err().unwrap();
    assert!(matches!(error.problems(), [Problem::Init { .. }]), "{error}");
    assert!(error.source().unwrap().is::<std::num::ParseIntError>());
    assert!(manager.get("fails-a-bad").is_none());
    manager.register(Bad).unwrap().active().expect("its id is free");
}
