//! A call allocates nothing except the list of results that it returns.

use std::hint::black_box;

use allocation_counter::measure;
use plugin_core::{Hooks, Plugin, PluginManager, hookimpl, hookspec};

#[hookspec]
trait Numbers {
    fn tell(&self, number: u64);
    fn ask(&self, number: u64) -> Option<u64>;
    fn ask_all(&self, number: u64) -> u64;
    fn try_ask(&self, number: u64) -> Result<Option<u64>, String>;
    #[hookspec(firstresult)]
    fn ask_first(&self, number: u64) -> Option<u64>;
}

#[derive(Plugin)]
#[plugin(manual)]
struct Answering;

#[hookimpl]
impl Numbers for Answering {
    fn tell(&self, number: u64) {
        black_box(number);
    }

    fn ask(&self, number: u64) -> Option<u64> {
        Some(number)
    }

    fn ask_all(&self, number: u64) -> u64 {
        number
    }

    fn try_ask(&self, number: u64) -> Result<Option<u64>, String> {
        Ok(Some(number))
    }

    fn ask_first(&self, number: u64) -> Option<u64> {
        (number > 0).then_some(number)
    }
}

#[derive(Plugin)]
#[plugin(manual)]
struct Silent;

#[hookimpl]
impl Numbers for Silent {
    fn ask(&self, _: u64) -> Option<u64> {
        None
    }
}

#[derive(Plugin)]
#[plugin(manual)]
struct Around;

#[hookimpl]
impl Numbers for Around {
    #[hookimpl(wrapper)]
    fn tell(&self, number: u64, next: &dyn Fn(u64)) {
        next(number);
    }

    #[hookimpl(wrapper)]
    fn ask_first(&self, number: u64, next: &dyn Fn(u64) -> Option<u64>) -> Option<u64> {
        next(number)
    }
}

/// A hundred plugins that return a value, each followed by one that returns none.
fn manager() -> PluginManager {
    let manager = PluginManager::new::<dyn Numbers>();
    for number in 0..100 {
        manager.register_as(&format!("answering-{number}"), Answering).unwrap().expect_active();
        manager.register_as(&format!("silent-{number}"), Silent).unwrap().expect_active();
    }
    manager
}

fn hooks() -> Hooks<dyn Numbers> {
    manager().hook::<dyn Numbers>()
}

/// The number of allocations that a call makes on its own thread.
fn allocations<T>(call: impl FnOnce() -> T) -> u64 {
    measure(|| drop(black_box(call()))).count_total
}

#[test]
fn a_call_that_returns_nothing_allocates_nothing() {
    let hooks = hooks();
    assert_eq!(allocations(|| hooks.tell(7)), 0);
}

#[test]
fn a_firstresult_call_allocates_nothing_with_or_without_a_result() {
    let hooks = hooks();
    assert_eq!(allocations(|| hooks.ask_first(7)), 0);
    assert_eq!(allocations(|| hooks.ask_first(0)), 0);
}

#[test]
fn collecting_results_takes_one_allocation() {
    let hooks = hooks();
    assert_eq!(hooks.ask(7).len(), 100);
    assert_eq!(allocations(|| hooks.ask(7)), 1);
    assert_eq!(allocations(|| hooks.ask_all(7)), 1);
    assert_eq!(allocations(|| hooks.try_ask(7)), 1);
}

#[test]
fn a_collecting_call_without_results_allocates_nothing() {
    let manager = PluginManager::new::<dyn Numbers>();
    manager.register(Silent).unwrap().expect_active();
    let hooks = manager.hook::<dyn Numbers>();
    assert_eq!(allocations(|| hooks.ask(7)), 0);
}

#[test]
fn getting_hooks_from_the_manager_allocates_nothing() {
    let manager = manager();
    // On its first call, a thread prepares to read without a lock.
    drop(manager.hook::<dyn Numbers>());
    assert_eq!(allocations(|| manager.hook::<dyn Numbers>()), 0);
}

#[test]
fn wrappers_and_extras_allocate_nothing() {
    let manager = manager();
    for number in 0..10 {
        manager.register_as(&format!("around-{number}"), Around).unwrap().expect_active();
    }
    let hooks = manager.hook::<dyn Numbers>();
    assert_eq!(allocations(|| hooks.tell(7)), 0);
    assert_eq!(allocations(|| hooks.ask_first(0)), 0);
    assert_eq!(allocations(|| hooks.tell.call_extra(&[&|_| ()], 7)), 0);
}
