//! How parameters reach several plugins, and what results may borrow.

use std::sync::atomic::{AtomicUsize, Ordering};

use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

/// Counts how often it was cloned.
#[derive(Debug, Default)]
struct Counted(std::sync::Arc<AtomicUsize>);

impl Clone for Counted {
    fn clone(&self) -> Self {
        self.0.fetch_add(1, Ordering::Relaxed);
        Self(std::sync::Arc::clone(&self.0))
    }
}

/// A parameter to which fields can be added: hookimpls name the fields that they use.
#[non_exhaustive]
#[derive(Clone, Copy)]
struct Login<'a> {
    token: &'a str,
    attempt: u8,
}

#[hookspec(project = "tests-parameters")]
trait Parameters {
    fn copied(&self, n: u8) -> u8;
    fn cloned(&self, value: Counted);
    fn edited(&self, list: &mut Vec<&'static str>);
    fn many(&self, name: &str, list: &mut Vec<String>, n: u8, owned: String) -> Result<(), String>;
    fn structured(&self, login: Login<'_>) -> usize;
    fn by_reference(&self, login: &Login<'_>) -> u8;
    fn callback(&self, write: &mut dyn FnMut(&str));
    /// Borrowed from the plugin.
    fn of_plugin(&self, key: &str) -> Option<&str>;
    /// Borrowed from the argument.
    fn of_argument<'k>(&self, key: &'k str) -> Option<&'k str>;
    /// Borrowed from either.
    fn of_either<'a>(&'a self, key: &'a str) -> &'a str;
    #[hookspec(firstresult)]
    fn first_of_plugin(&self) -> Option<&'_ str>;
    fn two_lifetimes<'a, 'b: 'a>(&self, a: &'a str, b: &'b str) -> Option<&'a str>;
}

#[derive(Plugin)]
#[plugin(manual)]
struct Tool {
    name: String,
}

#[hookimpl]
impl Parameters for Tool {
    fn copied(&self, n: u8) -> u8 {
        n
    }

    fn cloned(&self, _value: Counted) {}

    fn edited(&self, list: &mut Vec<&'static str>) {
        list.push("tool");
    }

    #[hookimpl(wrapper)]
    fn edited(&self, list: &mut Vec<&'static str>, next: &dyn Fn(&mut Vec<&'static str>)) {
        list.push("before");
        next(list);
        list.push("after");
    }

    fn many(&self, name: &str, list: &mut Vec<String>, n: u8, owned: String) -> Result<(), String> {
        list.push(format!("{name} {n} {owned}"));
        Ok(())
    }

    fn structured(&self, Login { token, .. }: Login<'_>) -> usize {
        token.len()
    }

    fn by_reference(&self, &Login { attempt, .. }: &Login<'_>) -> u8 {
        attempt
    }

    fn callback(&self, write: &mut dyn FnMut(&str)) {
        write(&self.name);
    }

    fn of_plugin(&self, _key: &str) -> Option<&str> {
        Some(&self.name)
    }

    #[hookimpl(wrapper)]
    fn of_plugin<'s>(&'s self, key: &str, next: &dyn Fn(&str) -> Vec<&'s str>) -> Vec<&'s str> {
        let mut names = next(key);
        names.push("wrapped");
        names
    }

    fn of_argument<'k>(&self, key: &'k str) -> Option<&'k str> {
        key.get(1..)
    }

    #[hookimpl(wrapper)]
    fn of_argument<'k>(
        &self,
        key: &'k str,
        next: &dyn Fn(&'k str) -> Vec<&'k str>,
    ) -> Vec<&'k str> {
        next(&key[1..])
    }

    fn of_either<'a>(&'a self, key: &'a str) -> &'a str {
        if key.is_empty() { &self.name } else { key }
    }

    fn first_of_plugin(&self) -> Option<&str> {
        Some(&self.name)
    }

    fn two_lifetimes<'a, 'b: 'a>(&self, a: &'a str, b: &'b str) -> Option<&'a str> {
        Some(if a.is_empty() { b } else { a })
    }
}

fn two_tools() -> PluginManager {
    let manager = PluginManager::new::<dyn Parameters>();
    for name in ["second", "first"] {
        manager.register_as(name, Tool { name: name.to_owned() }).unwrap().expect_active();
    }
    manager
}

#[test]
fn values_are_cloned_once_for_each_plugin() {
    let hooks = two_tools().hook::<dyn Parameters>();
    let value = Counted::default();
    let count = std::sync::Arc::clone(&value.0);
    hooks.cloned(value);
    assert_eq!(count.load(Ordering::Relaxed), 2);
    assert_eq!(hooks.copied(7), [7, 7]);
}

#[test]
fn a_mutable_reference_is_passed_from_plugin_to_plugin() {
    let hooks = two_tools().hook::<dyn Parameters>();
    let mut list = Vec::new();
    hooks.edited(&mut list);
    assert_eq!(list, ["before", "before", "tool", "tool", "after", "after"]);

    let mut list = Vec::new();
    hooks.many("a", &mut list, 1, "b".to_owned()).unwrap();
    assert_eq!(list, ["a 1 b", "a 1 b"]);

    let mut names = String::new();
    hooks.callback(&mut |name| names.push_str(name));
    assert_eq!(names, "firstsecond");
}

#[test]
fn a_struct_can_be_destructured_by_a_pattern() {
    let hooks = two_tools().hook::<dyn Parameters>();
    let login = Login { token: "t0ken", attempt: 3 };
    assert_eq!(hooks.structured(login), [5, 5]);
    assert_eq!(hooks.by_reference(&login), [3, 3]);
}

#[test]
fn results_may_borrow_from_plugins_and_arguments() {
    let hooks = two_tools().hook::<dyn Parameters>();
    let key = String::from("key");
    assert_eq!(hooks.of_plugin(&key), ["first", "second", "wrapped", "wrapped"]);
    assert_eq!(hooks.first_of_plugin(), Some("first"));
    assert_eq!(hooks.of_either(""), ["first", "second"]);
    assert_eq!(hooks.two_lifetimes("", &key), ["key", "key"]);

    // A value that is borrowed from the argument does not borrow the `Hooks`.
    let key = String::from("abcd");
    let of_argument = {
        let hooks = two_tools().hook::<dyn Parameters>();
        hooks.of_argument(&key)
    };
    assert_eq!(of_argument, ["d", "d"]);
}

#[test]
fn extras_may_borrow_from_their_environment() {
    let hooks = two_tools().hook::<dyn Parameters>();
    let local = String::from("local");
    assert_eq!(
        hooks.of_plugin.call_extra(&[&|_| Some(local.as_str())], "key"),
        ["local", "first", "second", "wrapped", "wrapped"]
    );
}
