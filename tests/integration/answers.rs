//! The result of a call for each return type of a hook: one test for each row of the table in the
//! docs of `#[hookspec]`.

use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-answers")]
trait Answers {
    fn unit(&self);
    fn optional(&self) -> Option<u8>;
    fn plain(&self) -> u8;
    fn fallible_unit(&self, fail: bool) -> Result<(), String>;
    fn fallible(&self, fail: bool) -> Result<u8, String>;
    fn fallible_optional(&self, fail: bool) -> Result<Option<u8>, String>;
    fn aliased(&self) -> std::io::Result<u8>;
    #[hookspec(firstresult)]
    fn first(&self) -> Option<u8>;
    #[hookspec(firstresult)]
    fn fallible_first(&self, fail: bool) -> Result<Option<u8>, String>;
}

/// Returns its number; 0 returns no value, and 2 fails if `fail` is set.
#[derive(Plugin)]
#[plugin(manual)]
struct Number(u8);

impl Number {
    fn answer(&self) -> Option<u8> {
        (self.0 > 0).then_some(self.0)
    }

    fn fail(&self, fail: bool) -> Result<(), String> {
        if fail && self.0 == 2 { Err("two fails".to_owned()) } else { Ok(()) }
    }
}

#[hookimpl]
impl Answers for Number {
    fn unit(&self) {}

    fn optional(&self) -> Option<u8> {
        self.answer()
    }

    fn plain(&self) -> u8 {
        self.0
    }

    fn fallible_unit(&self, fail: bool) -> Result<(), String> {
        self.fail(fail)
    }

    fn fallible(&self, fail: bool) -> Result<u8, String> {
        self.fail(fail).map(|()| self.0)
    }

    fn fallible_optional(&self, fail: bool) -> Result<Option<u8>, String> {
        self.fail(fail).map(|()| self.answer())
    }

    fn aliased(&self) -> std::io::Result<u8> {
        Ok(self.0)
    }

    fn first(&self) -> Option<u8> {
        self.answer()
    }

    fn fallible_first(&self, fail: bool) -> Result<Option<u8>, String> {
        self.fail(fail).map(|()| self.answer())
    }
}

/// Registers plugins with these numbers, which are called in this order.
fn with(numbers: &[u8]) -> PluginManager {
    let manager = PluginManager::new::<dyn Answers>();
    for number in numbers.iter().rev() {
        manager.register_as(&format!("number-{number}"), Number(*number)).unwrap().expect_active();
    }
    manager
}

#[test]
fn collected_results_do_not_contain_none() {
    let hooks = with(&[1, 0, 2]).hook::<dyn Answers>();
    hooks.unit();
    assert_eq!(hooks.optional(), [1, 2]);
    assert_eq!(hooks.plain(), [1, 0, 2]);
    assert_eq!(hooks.aliased().unwrap(), [1, 0, 2]);
    assert_eq!(hooks.fallible(false), Ok(vec![1, 0, 2]));
    assert_eq!(hooks.fallible_optional(false), Ok(vec![1, 2]));
    assert_eq!(hooks.fallible_unit(false), Ok(()));
}

#[test]
fn the_first_failure_ends_the_call_and_drops_the_results() {
    let hooks = with(&[1, 2, 3]).hook::<dyn Answers>();
    assert_eq!(hooks.fallible(true), Err("two fails".to_owned()));
    assert_eq!(hooks.fallible_optional(true), Err("two fails".to_owned()));
    assert_eq!(hooks.fallible_unit(true), Err("two fails".to_owned()));
}

#[test]
fn firstresult_stops_at_the_first_result_or_failure() {
    assert_eq!(with(&[0, 3, 1]).hook::<dyn Answers>().first(), Some(3));
    assert_eq!(with(&[0]).hook::<dyn Answers>().first(), None);
    assert_eq!(with(&[]).hook::<dyn Answers>().first(), None);

    let answered_before_the_failure = with(&[0, 3, 2]).hook::<dyn Answers>();
    assert_eq!(answered_before_the_failure.fallible_first(true), Ok(Some(3)));
    let failed_first = with(&[0, 2, 3]).hook::<dyn Answers>();
    assert_eq!(failed_first.fallible_first(true), Err("two fails".to_owned()));
}

#[test]
fn one_allocation_has_room_for_all_results() {
    let answers = with(&[0, 1, 2, 3]).hook::<dyn Answers>().optional();
    assert_eq!(answers.capacity(), 3);
}
