//! The results of calls on a plugin set, how arguments reach the plugins, and what results borrow.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::thread;

use plugin_core::{Plugin, PluginSet, hookimpl, hookspec};

#[hookspec(project = "tests-sets-answers")]
trait Answers {
    fn unit(&self, called: &Called);
    fn plain(&self) -> u8;
    fn optional(&self) -> Option<u8>;
    fn fallible_unit(&self, called: &Called) -> Result<(), String>;
    fn fallible(&self, called: &Called) -> Result<u8, String>;
    fn fallible_optional(&self) -> Result<Option<u8>, String>;
    #[hookspec(firstresult)]
    fn first(&self, called: &Called) -> Option<u8>;
    #[hookspec(firstresult)]
    fn fallible_first(&self, called: &Called) -> Result<Option<u8>, String>;
    #[hookspec(historic)]
    fn historic(&self, name: &str, n: u8) -> Option<u8>;
    fn cloned(&self, value: Counted, boxed: Box<str>);
    fn edited(&self, list: &mut Vec<u8>);
    fn object(&self, write: &mut dyn FnMut(u8));
    fn of_plugin(&self, key: &str) -> Option<&str>;
    fn of_argument<'k>(&self, key: &'k str) -> &'k str;
    fn of_either<'a>(&'a self, key: &'a str) -> &'a str;
    #[hookspec(firstresult)]
    fn first_of_plugin(&self) -> Option<&str>;
    fn elements<'e>(&self, list: &mut Vec<&'e str>, element: &'e str);
    fn tracked(&self, tracked: Tracked) -> Tracked;
}

/// The numbers of the plugins that were called.
#[derive(Default)]
struct Called(Cell<Vec<u8>>);

impl Called {
    fn record(&self, number: u8) {
        let mut all = self.0.take();
        all.push(number);
        self.0.set(all);
    }
}

/// Counts its clones.
#[derive(Default)]
struct Counted(Rc<Cell<usize>>);

impl Clone for Counted {
    fn clone(&self) -> Self {
        self.0.set(self.0.get() + 1);
        Self(Rc::clone(&self.0))
    }
}

/// Counts its live clones by those of the `Rc`.
#[derive(Clone, Default)]
struct Tracked(Rc<()>);

/// Returns its number; 0 returns no value, 2 fails and 9 panics.
#[derive(Plugin)]
#[plugin(manual, id = "number")]
struct Number<const N: u8>;

impl<const N: u8> Number<N> {
    const ANSWER: Option<u8> = if N > 0 { Some(N) } else { None };
    const FAIL: Result<(), &str> = if N == 2 { Err("two fails") } else { Ok(()) };

    fn fail() -> Result<(), String> {
        Self::FAIL.map_err(str::to_owned)
    }
}

macro_rules! numbers {
    ($($ty:ident $id:literal $n:literal)*) => {$(
        #[derive(Plugin, Default)]
        #[plugin(manual, id = $id)]
        struct $ty {
            name: &'static str,
        }

        #[hookimpl]
        impl Answers for $ty {
            fn unit(&self, called: &Called) {
                called.record($n);
            }

            fn plain(&self) -> u8 {
                $n
            }

            fn optional(&self) -> Option<u8> {
                Number::<$n>::ANSWER
            }

            fn fallible_unit(&self, called: &Called) -> Result<(), String> {
                called.record($n);
                Number::<$n>::fail()
            }

            fn fallible(&self, called: &Called) -> Result<u8, String> {
                called.record($n);
                Number::<$n>::fail().map(|()| $n)
            }

            fn fallible_optional(&self) -> Result<Option<u8>, String> {
                Number::<$n>::fail().map(|()| Number::<$n>::ANSWER)
            }

            fn first(&self, called: &Called) -> Option<u8> {
                called.record($n);
                Number::<$n>::ANSWER
            }

            fn fallible_first(&self, called: &Called) -> Result<Option<u8>, String> {
                called.record($n);
                Number::<$n>::fail().map(|()| Number::<$n>::ANSWER)
            }

            fn historic(&self, name: &str, n: u8) -> Option<u8> {
                name.is_empty().then_some(n + $n)
            }

            fn cloned(&self, _value: Counted, _boxed: Box<str>) {}

            fn edited(&self, list: &mut Vec<u8>) {
                list.push($n);
            }

            fn object(&self, write: &mut dyn FnMut(u8)) {
                write($n);
            }

            fn of_plugin(&self, key: &str) -> Option<&str> {
                self.name.strip_prefix(key)
            }

            fn of_argument<'k>(&self, key: &'k str) -> &'k str {
                &key[1..]
            }

            fn of_either<'a>(&'a self, key: &'a str) -> &'a str {
                if key.is_empty() { self.name } else { key }
            }

            fn first_of_plugin(&self) -> Option<&str> {
                Some(self.name)
            }

            fn elements<'e>(&self, list: &mut Vec<&'e str>, element: &'e str) {
                list.push(element);
            }

            fn tracked(&self, tracked: Tracked) -> Tracked {
                assert!($n != 9, "nine panics");
                tracked
            }
        }
    )*};
}

numbers! { Zero "zero" 0 One "one" 1 Two "two" 2 Three "three" 3 Nine "nine" 9 }

/// The plugins are called in the reverse of the field order.
#[derive(PluginSet, Default)]
#[plugin_set(hookspecs(Answers))]
struct ThreeZeroOne {
    one: One,
    zero: Zero,
    three: Three,
}

#[derive(PluginSet, Default)]
#[plugin_set(hookspecs(Answers))]
struct ThreeTwoOne {
    one: One,
    two: Two,
    three: Three,
}

#[derive(PluginSet, Default)]
#[plugin_set(hookspecs(Answers))]
struct ZeroTwoOne {
    one: One,
    two: Two,
    zero: Zero,
}

fn named() -> ThreeZeroOne {
    let (one, zero, three) = (One { name: "one" }, Zero { name: "zero" }, Three { name: "three" });
    ThreeZeroOne { one, zero, three }
}

#[test]
fn collected_results_do_not_contain_none() {
    let (set, called) = (ThreeZeroOne::default(), Called::default());
    let hooks = set.hook::<dyn Answers>();
    hooks.unit(&called);
    assert_eq!(called.0.take(), [3, 0, 1]);
    assert_eq!(hooks.plain(), [3, 0, 1]);
    assert_eq!(hooks.optional(), [3, 1]);
    assert_eq!(hooks.fallible_unit(&called), Ok(()));
    assert_eq!(hooks.fallible(&called), Ok(vec![3, 0, 1]));
    assert_eq!(hooks.fallible_optional(), Ok(vec![3, 1]));
    assert_eq!(hooks.historic("", 10), [13, 10, 11]);
    assert!(hooks.historic("x", 10).is_empty());
}

#[test]
fn the_first_failure_ends_the_call_and_drops_the_results() {
    let (set, called) = (ThreeTwoOne::default(), Called::default());
    let hooks = set.hook::<dyn Answers>();
    let failure = || "two fails".to_owned();
    assert_eq!(hooks.fallible_unit(&called), Err(failure()));
    assert_eq!(called.0.take(), [3, 2]);
    assert_eq!(hooks.fallible(&called), Err(failure()));
    assert_eq!(called.0.take(), [3, 2]);
    assert_eq!(hooks.fallible_optional(), Err(failure()));
}

#[test]
fn firstresult_stops_at_the_first_result_or_failure() {
    let (set, called) = (ThreeTwoOne::default(), Called::default());
    let hooks = set.hook::<dyn Answers>();
    assert_eq!((hooks.first(&called), called.0.take()), (Some(3), vec![3]));
    assert_eq!((hooks.fallible_first(&called), called.0.take()), (Ok(Some(3)), vec![3]));

    let set = ZeroTwoOne::default();
    let hooks = set.hook::<dyn Answers>();
    assert_eq!((hooks.first(&called), called.0.take()), (Some(2), vec![0, 2]));
    let failed = Err("two fails".to_owned());
    assert_eq!((hooks.fallible_first(&called), called.0.take()), (failed, vec![0, 2]));
}

#[test]
fn one_allocation_has_room_for_all_results() {
    let set = ThreeZeroOne::default();
    assert_eq!(set.hook::<dyn Answers>().plain().capacity(), 3);
    assert_eq!(set.hook::<dyn Answers>().optional().capacity(), 3);
}

#[test]
fn values_are_cloned_once_for_each_plugin() {
    let (set, value) = (ThreeZeroOne::default(), Counted::default());
    let count = Rc::clone(&value.0);
    set.hook::<dyn Answers>().cloned(value, "boxed".into());
    assert_eq!(count.get(), 3);
}

#[test]
fn a_mutable_reference_is_passed_from_plugin_to_plugin() {
    let set = ThreeZeroOne::default();
    let (mut edited, mut written) = (Vec::new(), Vec::new());
    set.hook::<dyn Answers>().edited(&mut edited);
    set.hook::<dyn Answers>().object(&mut |n| written.push(n));
    assert_eq!((edited, written), (vec![3, 0, 1], vec![3, 0, 1]));
}

#[test]
fn results_may_borrow_from_plugins_and_arguments() {
    let set = named();
    // The result outlives the `Hooks` that returned it.
    let of_plugin = set.hook::<dyn Answers>().of_plugin(&String::from("t"));
    assert_eq!(of_plugin, ["hree"]);
    assert_eq!(set.hook::<dyn Answers>().first_of_plugin(), Some("three"));

    let key = String::from("key");
    let of_argument = named().hook::<dyn Answers>().of_argument(&key);
    assert_eq!(of_argument, ["ey", "ey", "ey"]);
    assert_eq!(set.hook::<dyn Answers>().of_either(""), ["three", "zero", "one"]);
    let mut list = Vec::new();
    set.hook::<dyn Answers>().elements(&mut list, &key);
    assert_eq!(list, ["key"; 3]);
}

#[test]
fn results_before_a_panic_are_dropped() {
    #[derive(PluginSet, Default)]
    #[plugin_set(hookspecs(Answers))]
    struct Panicking {
        one: One,
        nine: Nine,
        three: Three,
    }

    let (set, tracked) = (Panicking::default(), Tracked::default());
    let call = || set.hook::<dyn Answers>().tracked(tracked.clone());
    assert!(catch_unwind(AssertUnwindSafe(call)).is_err());
    assert_eq!(Rc::strong_count(&tracked.0), 1);

    let answers = ThreeZeroOne::default().hook::<dyn Answers>().tracked(tracked.clone());
    assert_eq!((answers.len(), Rc::strong_count(&tracked.0)), (3, 4));
}

#[test]
fn several_threads_call_one_static_set() {
    static SET: ThreeZeroOne = ThreeZeroOne {
        one: One { name: "one" },
        zero: Zero { name: "zero" },
        three: Three { name: "three" },
    };

    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(SET.hook::<dyn Answers>().plain(), [3, 0, 1]));
        }
    });
    let names: Vec<&'static str> = SET.hook::<dyn Answers>().of_either("");
    assert_eq!(names, ["three", "zero", "one"]);
}
