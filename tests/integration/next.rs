//! The ways to write the parameter `next` of a wrapper, and parameters that only look like it.

use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

type Numbers = Vec<u8>;
type Next<'n> = &'n dyn Fn(u8) -> Numbers;
type Around<'n> = dyn Fn(u8) -> Vec<u8> + 'n;
type NoResult = ();

macro_rules! next_of {
    ($argument:ty) => { &dyn Fn($argument) -> Vec<u8> };
}

#[hookspec(project = "tests-next")]
trait Hooks {
    fn aliased(&self, n: u8) -> Option<u8>;
    fn behind_reference(&self, n: u8) -> Option<u8>;
    fn renamed(&self, n: u8) -> Option<u8>;
    fn by_path(&self, n: u8) -> Option<u8>;
    fn by_macro(&self, n: u8) -> Option<u8>;
    fn unused(&self, n: u8) -> Option<u8>;
    fn nothing(&self);
    /// A hook may take a function, and a parameter `next` of another type.
    fn visit(&self, next: u8, visit: &dyn Fn(u8)) -> u8;
    fn step(&self, n: u8, next: &mut dyn FnMut(u8) -> u8) -> u8;
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl(wrapper)]
impl Hooks for Tool {
    fn aliased(&self, n: u8, next: Next<'_>) -> Vec<u8> {
        next(n)
    }

    fn behind_reference(&self, n: u8, next: &Around<'_>) -> Numbers {
        next(n)
    }

    // A call in the body shows that it is a function.
    fn renamed(&self, n: u8, inner: Next<'_>) -> Numbers {
        [inner(n), vec![n]].concat()
    }

    fn by_path(&self, n: u8, inner: &dyn ::std::ops::Fn(u8) -> ::std::vec::Vec<u8>) -> Numbers {
        inner(n)
    }

    fn by_macro(&self, n: u8, next: next_of!(u8)) -> Vec<u8> {
        next(n)
    }

    fn unused(&self, n: u8, _next: &(dyn Fn(u8) -> Vec<u8> + '_)) -> Vec<u8> {
        vec![n]
    }

    fn nothing(&self, next: &dyn Fn() -> NoResult) {
        next();
    }

    fn visit(
        &self,
        n: u8,
        visit: &dyn Fn(u8),
        next: &dyn Fn(u8, &dyn Fn(u8)) -> Vec<u8>,
    ) -> Vec<u8> {
        next(n, visit)
    }
}

#[derive(Plugin, Default)]
struct Plain;

#[hookimpl]
impl Hooks for Plain {
    fn aliased(&self, next: u8) -> Option<u8> {
        Some(next)
    }

    fn visit(&self, next: u8, visit: &dyn Fn(u8)) -> u8 {
        visit(next);
        next
    }

    fn step(&self, n: u8, next: &mut dyn FnMut(u8) -> u8) -> u8 {
        next(n)
    }
}

#[test]
fn next_may_be_an_alias_or_have_another_name() {
    let manager = PluginManager::new::<dyn Hooks>();
    manager.register(Plain).unwrap().expect_active();
    manager.register(Tool).unwrap().expect_active();
    let hooks = manager.hook::<dyn Hooks>();
    assert_eq!(hooks.aliased(1), [1]);
    assert!(hooks.behind_reference(2).is_empty());
    assert_eq!(hooks.renamed(3), [3]);
    assert!(hooks.by_path(4).is_empty());
    assert!(hooks.by_macro(4).is_empty());
    assert_eq!(hooks.unused(5), [5]);
    hooks.nothing();
    assert_eq!(hooks.visit(6, &|_| {}), [6]);
    assert_eq!(hooks.step(7, &mut |n| n + 1), [8]);
}
