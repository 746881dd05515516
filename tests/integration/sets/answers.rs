//! What a call returns, how arguments reach the plugins, and what results borrow.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::thread;

use plugin_core::{Plugin, PluginSet, hookimpl, hookspec};

#[hookspec(project = "tests-sets-answers")]
trait Answers {
    fn unit(&self, asked: &Asked);
    fn plain(&self) -> u8;
    fn optional(&self) -> Option<u8>;
    fn fallible_unit(&self, asked: &Asked) -> Result<(), String>;
    fn fallible(&self, asked: &Asked) -> Result<u8, String>;
    fn fallible_optional(&self) -> Result<Option<u8>, String>;
    #[hookspec(firstresult)]
    fn first(&self, asked: &Asked) -> Option<u8>;
    #[hookspec(firstresult)]
    fn fallible_first(&self, asked: &Asked) -> Result<Option<u8>, String>;
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

/// Who was asked.
#[derive(Default)]
struct Asked(Cell<Vec<u8>>);

impl Asked {
    fn note(&self, number: u8) {
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

/// Every clone of the `Rc` is one that lives.
#[derive(Clone, Default)]
struct Tracked(Rc<()>);

/// Answers with its number; 0 has no answer, 2 fails and 9 panics.
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
            fn unit(&self, asked: &Asked) {
                asked.note($n);
            }

            fn plain(&self) -> u8 {
                $n
            }

            fn optional(&self) -> Option<u8> {
                Number::<$n>::ANSWER
            }

            fn fallible_unit(&self, asked: &Asked) -> Result<(), String> {
                asked.note($n);
                Number::<$n>::fail()
            }

            fn fallible(&self, asked: &Asked) -> Result<u8, String> {
                asked.note($n);
                Number::<$n>::fail().map(|()| $n)
            }

            fn fallible_optional(&self) -> Result<Option<u8>, String> {
                Number::<$n>::fail().map(|()| Number::<$n>::ANSWER)
            }

            fn first(&self, asked: &Asked) -> Option<u8> {
                asked.note($n);
                Number::<$n>::ANSWER
            }

            fn fallible_first(&self, asked: &Asked) -> Result<Option<u8>, String> {
                asked.note($n);
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

/// They are asked in the reverse order.
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
fn answers_are_collected_without_none() {
    let (set, asked) = (ThreeZeroOne::default(), Asked::default());
    let hooks = set.hook::<dyn Answers>();
    hooks.unit(&asked);
    assert_eq!(asked.0.take(), [3, 0, 1]);
    assert_eq!(hooks.plain(), [3, 0, 1]);
    assert_eq!(hooks.optional(), [3, 1]);
    assert_eq!(hooks.fallible_unit(&asked), Ok(()));
    assert_eq!(hooks.fallible(&asked), Ok(vec![3, 0, 1]));
    assert_eq!(hooks.fallible_optional(), Ok(vec![3, 1]));
    assert_eq!(hooks.historic("", 10), [13, 10, 11]);
    assert!(hooks.historic("x", 10).is_empty());
}

#[test]
fn the_first_failure_ends_the_call_and_loses_the_answers() {
    let (set, asked) = (ThreeTwoOne::default(), Asked::default());
    let hooks = set.hook::<dyn Answers>();
    let failure = || "two fails".to_owned();
    assert_eq!(hooks.fallible_unit(&asked), Err(failure()));
    assert_eq!(asked.0.take(), [3, 2]);
    assert_eq!(hooks.fallible(&asked), Err(failure()));
    assert_eq!(asked.0.take(), [3, 2]);
    assert_eq!(hooks.fallible_optional(), Err(failure()));
}

#[test]
fn firstresult_stops_at_the_first_answer_or_failure() {
    let (set, asked) = (ThreeTwoOne::default(), Asked::default());
    let hooks = set.hook::<dyn Answers>();
    assert_eq!((hooks.first(&asked), asked.0.take()), (Some(3), vec![3]));
    assert_eq!((hooks.fallible_first(&asked), asked.0.take()), (Ok(Some(3)), vec![3]));

    let set = ZeroTwoOne::default();
    let hooks = set.hook::<dyn Answers>();
    assert_eq!((hooks.first(&asked), asked.0.take()), (Some(2), vec![0, 2]));
    let failed = Err("two fails".to_owned());
    assert_eq!((hooks.fallible_first(&asked), asked.0.take()), (failed, vec![0, 2]));
}

#[test]
fn one_allocation_has_room_for_all_answers() {
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
fn a_mutable_reference_goes_from_one_to_the_next() {
    let set = ThreeZeroOne::default();
    let (mut edited, mut written) = (Vec::new(), Vec::new());
    set.hook::<dyn Answers>().edited(&mut edited);
    set.hook::<dyn Answers>().object(&mut |n| written.push(n));
    assert_eq!((edited, written), (vec![3, 0, 1], vec![3, 0, 1]));
}

#[test]
fn results_may_borrow_from_plugins_and_arguments() {
    let set = named();
    // The relay does not live as long as what it returned.
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
fn whatever_was_answered_before_a_panic_is_dropped() {
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
