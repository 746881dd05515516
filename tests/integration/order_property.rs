//! After any sequence of registering, unregistering and blocking, calls follow pluggy's insertion
//! rule.

use std::collections::BTreeSet;
use std::sync::Mutex;

use plugin_core::{Hooks, Plugin, PluginManager, Problem, hookimpl, hookspec};
use proptest::prelude::*;
use proptest::sample::subsequence;

/// The hookimpls that were called, in order; a wrapper is recorded when it begins.
#[derive(Default)]
struct Visits(Mutex<Vec<String>>);

impl Visits {
    fn record(&self, who: &str) {
        self.0.lock().unwrap().push(who.to_owned());
    }
}

#[hookspec(project = "tests-order-property")]
trait Actors {
    fn visit(&self, visits: &Visits);
}

macro_rules! plugins {
    ($($plugin:ident($($precedence:ident)?))*) => {$(
        #[derive(Plugin)]
        #[plugin(manual)]
        struct $plugin(String);

        #[hookimpl($($precedence)?)]
        impl Actors for $plugin {
            fn visit(&self, visits: &Visits) {
                visits.record(&self.0);
            }
        }
    )*};
}

macro_rules! wrapping_plugins {
    ($($plugin:ident($($option:ident),*))*) => {$(
        #[derive(Plugin)]
        #[plugin(manual)]
        struct $plugin(String);

        #[hookimpl($($option),*)]
        impl Actors for $plugin {
            fn visit(&self, visits: &Visits, next: &dyn Fn(&Visits)) {
                visits.record(&self.0);
                next(visits);
            }
        }
    )*};
}

plugins!(Plain() TryFirst(tryfirst) TryLast(trylast));
wrapping_plugins!(Wrapper(wrapper) TryFirstWrapper(wrapper, tryfirst) TryLastWrapper(wrapper, trylast));

/// One plugin with several hookimpls of the hook. They are added in the order of their declaration.
#[derive(Plugin)]
#[plugin(manual)]
struct Several(String);

#[hookimpl]
impl Actors for Several {
    #[hookimpl(trylast)]
    fn visit(&self, visits: &Visits) {
        visits.record(&format!("{}.a", self.0));
    }

    #[hookimpl(specname = "visit", tryfirst)]
    fn second(&self, visits: &Visits) {
        visits.record(&format!("{}.b", self.0));
    }

    #[hookimpl(specname = "visit", wrapper)]
    fn around(&self, visits: &Visits, next: &dyn Fn(&Visits)) {
        visits.record(&format!("{}.c", self.0));
        next(visits);
    }

    #[hookimpl(specname = "visit", trylast)]
    fn last(&self, visits: &Visits) {
        visits.record(&format!("{}.d", self.0));
    }

    #[hookimpl(specname = "visit", tryfirst)]
    fn third(&self, visits: &Visits) {
        visits.record(&format!("{}.e", self.0));
    }
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Plain,
    TryFirst,
    TryLast,
    Wrapper,
    TryFirstWrapper,
    TryLastWrapper,
    Several,
}

impl Kind {
    const ALL: [Self; 7] = [
        Self::Plain,
        Self::TryFirst,
        Self::TryLast,
        Self::Wrapper,
        Self::TryFirstWrapper,
        Self::TryLastWrapper,
        Self::Several,
    ];

    /// Registers a plugin of this kind, and returns whether it is active.
    fn register(
        self,
        manager: &PluginManager,
        id: &str,
    ) -> Result<bool, plugin_core::RegisterError> {
        let name = id.to_owned();
        Ok(match self {
            Self::Plain => manager.register_as(id, Plain(name))?.is_active(),
            Self::TryFirst => manager.register_as(id, TryFirst(name))?.is_active(),
            Self::TryLast => manager.register_as(id, TryLast(name))?.is_active(),
            Self::Wrapper => manager.register_as(id, Wrapper(name))?.is_active(),
            Self::TryFirstWrapper => manager.register_as(id, TryFirstWrapper(name))?.is_active(),
            Self::TryLastWrapper => manager.register_as(id, TryLastWrapper(name))?.is_active(),
            Self::Several => manager.register_as(id, Several(name))?.is_active(),
        })
    }

    /// The hookimpls that are added, in this order.
    fn added(self, id: &str) -> Vec<Stored> {
        use Position::{First, Last, Middle};
        let one = |wrapper, position| {
            vec![Stored { id: id.to_owned(), shown: id.to_owned(), wrapper, position }]
        };
        match self {
            Self::Plain => one(false, Middle),
            Self::TryFirst => one(false, First),
            Self::TryLast => one(false, Last),
            Self::Wrapper => one(true, Middle),
            Self::TryFirstWrapper => one(true, First),
            Self::TryLastWrapper => one(true, Last),
            Self::Several => {
                let all = [
                    ("a", false, Last),
                    ("b", false, First),
                    ("c", true, Middle),
                    ("d", false, Last),
                    ("e", false, First),
                ];
                let all = all.map(|(name, wrapper, position)| Stored {
                    id: id.to_owned(),
                    shown: format!("{id}.{name}"),
                    wrapper,
                    position,
                });
                all.into()
            }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Position {
    First,
    Middle,
    Last,
}

#[derive(Debug, Clone)]
struct Stored {
    id: String,
    shown: String,
    wrapper: bool,
    position: Position,
}

/// A list as pluggy keeps it, in the reverse of the call order. It is always sorted, as each
/// hookimpl is inserted at its position. (The framework sorts instead.)
#[derive(Debug, Clone, Default)]
struct Model {
    stored: Vec<Stored>,
    registered: BTreeSet<String>,
    blocked: BTreeSet<String>,
}

impl Model {
    fn insert(&mut self, added: Stored) {
        let inside = self.stored.iter().take_while(|it| !it.wrapper).count();
        let (start, end) = if added.wrapper { (inside, self.stored.len()) } else { (0, inside) };
        let at = match added.position {
            Position::Last => start,
            Position::First => end,
            Position::Middle => {
                let region = &self.stored[start..end];
                let tryfirst = region.iter().rev().take_while(|it| it.position == Position::First);
                end - tryfirst.count()
            }
        };
        self.stored.insert(at, added);
    }

    /// Registers the plugin. Returns whether it is active, or `None` if it is rejected.
    fn register(&mut self, kind: Kind, id: &str) -> Option<bool> {
        if self.blocked.contains(id) {
            return Some(false);
        }
        if !self.registered.insert(id.to_owned()) {
            return None;
        }
        kind.added(id).into_iter().for_each(|it| self.insert(it));
        Some(true)
    }

    fn unregister(&mut self, id: &str) -> bool {
        self.stored.retain(|it| it.id != id);
        self.registered.remove(id)
    }

    fn call(&self, excluded: &[String], extras: &[String]) -> Vec<String> {
        let mut list: Vec<Stored> =
            self.stored.iter().filter(|it| !excluded.contains(&it.id)).cloned().collect();
        for extra in extras {
            let passed =
                list.iter().rev().take_while(|it| it.wrapper || it.position == Position::First);
            let at = list.len() - passed.count();
            let (shown, wrapper, position) = (extra.clone(), false, Position::Middle);
            list.insert(at, Stored { id: String::new(), shown, wrapper, position });
        }
        list.into_iter().rev().map(|it| it.shown).collect()
    }
}

#[derive(Debug, Clone)]
enum Step {
    Register(Kind, String),
    Unregister(String),
    Block(String),
    Unblock(String),
    /// Calls without these plugins and with this many extras.
    Call {
        excluded: Vec<String>,
        extras: usize,
    },
}

const IDS: [&str; 7] = ["a", "b", "c", "d", "e", "f", "g"];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let id = || proptest::sample::select(&IDS[..]).prop_map(str::to_owned);
    let kind = proptest::sample::select(&Kind::ALL[..]);
    let excluded = subsequence(&IDS[..], 0..4)
        .prop_map(|ids| ids.into_iter().map(str::to_owned).collect::<Vec<_>>());
    let step = prop_oneof![
        6 => (kind, id()).prop_map(|(kind, id)| Step::Register(kind, id)),
        3 => id().prop_map(Step::Unregister),
        1 => id().prop_map(Step::Block),
        1 => id().prop_map(Step::Unblock),
        3 => (excluded, 0..4_usize)
            .prop_map(|(excluded, extras)| Step::Call { excluded, extras }),
    ];
    proptest::collection::vec(step, 0..40)
}

fn visited(hooks: &Hooks<dyn Actors>, extras: &[String]) -> Vec<String> {
    let visits = Visits::default();
    let extras: Vec<_> =
        extras.iter().map(|extra| move |visits: &Visits| visits.record(extra)).collect();
    let extras: Vec<&dyn Fn(&Visits)> = extras.iter().map(|it| it as _).collect();
    if extras.is_empty() {
        hooks.visit(&visits);
    } else {
        hooks.visit.call_extra(&extras, &visits);
    }
    visits.0.into_inner().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn calls_follow_the_insertion_rule_of_pluggy(steps in steps()) {
        let manager = PluginManager::new::<dyn Actors>();
        let mut model = Model::default();
        // `Hooks` that were created earlier do not change.
        let mut kept = Vec::new();
        // The subset is created before any plugin is registered, and follows later changes.
        let without_a = manager.subset_hook_caller::<dyn Actors>(["a"]);
        for step in &steps {
            match step {
                Step::Register(kind, id) => match (kind.register(&manager, id), model.register(*kind, id)) {
                    (Ok(joined), Some(expected)) => prop_assert_eq!(joined, expected),
                    (Err(error), None) => {
                        let duplicate = matches!(error.problems(), [Problem::DuplicateId { .. }]);
                        prop_assert!(duplicate, "{}", error);
                    }
                    (registered, expected) => {
                        prop_assert!(false, "{:?}, expected {:?}", registered, expected);
                    }
                },
                Step::Unregister(id) => {
                    prop_assert_eq!(manager.unregister(id).unwrap().is_some(), model.unregister(id));
                }
                Step::Block(id) => {
                    prop_assert_eq!(manager.block(id).unwrap().is_some(), model.unregister(id));
                    model.blocked.insert(id.clone());
                }
                Step::Unblock(id) => {
                    prop_assert_eq!(manager.unblock(id), model.blocked.remove(id));
                }
                Step::Call { excluded, extras } => {
                    let extras: Vec<_> = (0..*extras).map(|n| format!("x{n}")).collect();
                    let subset = manager.subset_hook_caller::<dyn Actors>(excluded).hook();
                    prop_assert_eq!(visited(&subset, &extras), model.call(excluded, &extras));
                    let all = manager.hook::<dyn Actors>();
                    prop_assert_eq!(visited(&all, &extras), model.call(&[], &extras));
                }
            }
            let hooks = manager.hook::<dyn Actors>();
            let order = model.call(&[], &[]);
            prop_assert_eq!(&visited(&hooks, &[]), &order);
            let listed: Vec<_> = hooks.visit.hookimpls().iter().map(|it| it.plugin().id()).collect();
            let stored: Vec<_> = model.stored.iter().rev().map(|it| it.id.as_str()).collect();
            prop_assert_eq!(listed, stored);
            prop_assert_eq!(visited(&without_a.hook(), &[]), model.call(&["a".to_owned()], &[]));
            kept.push((hooks, order));
        }
        for (hooks, order) in kept {
            prop_assert_eq!(visited(&hooks, &[]), order);
        }
    }
}
