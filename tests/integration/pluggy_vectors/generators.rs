//! pluggy rejects some wrappers because they are generators. Here a wrapper is a function, which
//! may call `next` any number of times.

use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-pluggy-generators")]
trait Hooks {
    fn collected(&self, number: u32) -> u32;
    #[hookspec(firstresult)]
    fn first(&self, number: u32) -> Option<u32>;
}

#[derive(Plugin)]
#[plugin(manual)]
struct Answering;

#[hookimpl]
impl Hooks for Answering {
    fn collected(&self, number: u32) -> u32 {
        number
    }
    fn first(&self, number: u32) -> Option<u32> {
        Some(number)
    }
}

/// Calls `next` this many times.
#[derive(Plugin)]
#[plugin(manual)]
struct Asking(u32);

#[hookimpl(wrapper)]
impl Hooks for Asking {
    fn collected(&self, number: u32, next: &dyn Fn(u32) -> Vec<u32>) -> Vec<u32> {
        (0..self.0).flat_map(|time| next(10 * number + time)).collect()
    }
    fn first(&self, number: u32, next: &dyn Fn(u32) -> Option<u32>) -> Option<u32> {
        (0..self.0).filter_map(|time| next(10 * number + time)).last()
    }
}

/// Calls the hooks through wrappers that call `next` this many times, listed from the outermost to
/// the innermost.
fn through(wrappers: &[u32]) -> (Vec<u32>, Option<u32>) {
    let manager = PluginManager::new::<dyn Hooks>();
    manager.register(Answering).unwrap().expect_active();
    for (place, times) in wrappers.iter().rev().enumerate() {
        manager.register_as(&format!("asking-{place}"), Asking(*times)).unwrap().expect_active();
    }
    let hooks = manager.hook::<dyn Hooks>();
    (hooks.collected(1), hooks.first(1))
}

#[test]
fn the_result_of_a_wrapper_that_does_not_call_next_replaces_the_others() {
    assert_eq!(through(&[0]), (vec![], None));
    assert_eq!(through(&[1, 0, 1]), (vec![], None), "wrappers outside of it run");
}

#[test]
fn a_wrapper_that_calls_next_again_calls_the_others_again_with_its_arguments() {
    assert_eq!(through(&[2]), (vec![10, 11], Some(11)));
    assert_eq!(through(&[2, 2]), (vec![100, 101, 110, 111], Some(111)));
}
