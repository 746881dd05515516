//! What plugin authors and hosts have for their tests.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::thread;

use plugin_core::{Plugin, PluginManager, hookimpl, hookspec, testing};

#[hookspec(project = "tests-testing")]
trait Hooks {
    #[hookspec(firstresult)]
    fn first(&self, question: &str) -> Option<String>;
    fn all(&self, seen: &mut Vec<u8>, by_value: String) -> &'static str;
    fn borrowed(&self) -> &str;
    fn fallible(&self) -> Result<(), String>;
    fn outer(&self, plugins: &PluginManager);
    #[hookspec(historic)]
    fn on_configured(&self, port: u16) -> Option<u16>;
}

/// Linked, and never to be seen in a manager that does not ask for it.
#[derive(Plugin, Default)]
#[plugin(id = "testing-linked", contract = "^0.1")]
struct Linked;

#[hookimpl]
impl Hooks for Linked {
    fn borrowed(&self) -> &'static str {
        "linked"
    }

    fn on_configured(&self, port: u16) -> Option<u16> {
        Some(port)
    }
}

fn fake() -> <dyn Hooks as plugin_core::FakeHookSpec>::Fake {
    testing::fake::<dyn Hooks>()
}

/// What a test panics with.
fn panics(test: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(test)).expect_err("the test fails");
    *payload.downcast::<String>().expect("it says why")
}

#[test]
fn a_manager_has_just_the_plugins_that_it_is_given() {
    assert!(testing::manager::<dyn Hooks>().build().plugins().is_empty());
    let manager = testing::manager::<dyn Hooks>().with(Linked).with_as("other", Linked).build();
    assert_eq!(manager.hook::<dyn Hooks>().borrowed(), ["linked", "linked"]);
    let report = panics(|| drop(testing::manager::<dyn Hooks>().with(Linked).with(Linked).build()));
    assert!(report.contains("`testing-linked`"), "{report}");
    assert!(
        panics(|| drop(testing::manager::<dyn Hooks>().with_as("Other", Linked)))
            .contains("`Other`")
    );
}

#[test]
fn a_fake_implements_the_hooks_that_it_is_given() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&asked);
    let fake = fake()
        .first(move |question| {
            noted.lock().unwrap().push(question.to_owned());
            None
        })
        .all(|seen, by_value| {
            seen.push(u8::try_from(by_value.len()).unwrap());
            "fake"
        })
        .borrowed(|| "borrowed")
        .on_configured(|port| Some(port + 1));
    let manager = testing::manager::<dyn Hooks>().with(fake).build();
    let hooks = manager.hook::<dyn Hooks>();
    let mut seen = Vec::new();
    assert_eq!(hooks.first("why"), None);
    assert_eq!(hooks.all(&mut seen, "four".to_owned()), ["fake"]);
    assert_eq!(hooks.borrowed(), ["borrowed"]);
    assert_eq!(hooks.fallible(), Ok(()), "which it leaves out");
    assert_eq!(hooks.on_configured(1), [2]);
    assert_eq!((seen, asked.lock().unwrap().len()), (vec![4], 1));
    let implemented = manager.hooks_for("hooks-fake").unwrap();
    let implemented: Vec<_> = implemented.iter().map(|hook| hook.name()).collect();
    assert_eq!(implemented, ["first", "all", "borrowed", "on_configured"]);
}

#[test]
fn a_hook_whose_answer_lends_in_its_own_way_has_no_fake_and_is_a_hook_like_any_other() {
    use std::fmt::Debug;

    #[hookspec(project = "tests-testing-lending")]
    trait Lending {
        fn object(&self) -> &dyn Debug;
        fn functions(&self) -> fn() -> &'static dyn Debug;
        fn items(&self) -> Box<dyn Iterator<Item = &str> + '_>;
        fn guarded(&self) -> &Mutex<&str>;
        fn found(&self) -> Option<&str>;
    }

    let fake = testing::fake::<dyn Lending>().object(|| &7).found(|| Some("it"));
    let manager = testing::manager::<dyn Lending>().with(fake).build();
    let hooks = manager.hook::<dyn Lending>();
    assert_eq!(format!("{:?}", hooks.object()), "[7]");
    assert_eq!(hooks.found(), ["it"]);
    assert!(hooks.items().is_empty());
}

#[test]
fn a_fake_stands_in_for_what_others_require() {
    #[derive(Plugin)]
    #[plugin(manual, requires("session ^1.2"))]
    struct Wants;

    let with = |session: &str| {
        drop(testing::manager::<dyn Hooks>().with_as(session, fake()).with(Wants).build());
    };
    with("session 1.4.0");
    assert!(panics(|| with("session 1.0.0")).contains("`session` is 1.0.0"));
    assert!(panics(|| with("session one")).contains("`one` is not a SemVer version"));
}

#[test]
fn a_recorder_notes_calls_within_calls_and_failures() {
    let inner = fake().outer(|plugins| {
        assert!(plugins.hook::<dyn Hooks>().fallible().is_err());
    });
    let fails = fake().fallible(|| Err("no".to_owned()));
    let manager =
        testing::manager::<dyn Hooks>().with_as("inner", inner).with_as("fails", fails).build();
    let recorder = testing::Recorder::new(&manager);
    manager.hook::<dyn Hooks>().outer(&manager);
    manager.hook::<dyn Hooks>().borrowed();

    recorder.assert_hooks(["outer", "fallible", "borrowed"]);
    recorder.assert_called_on("outer", ["inner"]);
    recorder.assert_called_on("borrowed", []);
    recorder.assert_called("fallible");
    let [fallible] = &recorder.calls_of("fallible")[..] else { panic!("{recorder}") };
    assert_eq!(fallible.outcome(), Some("failed \"no\""));
    assert_eq!(fallible.answers()[0].plugin(), "fails");
    assert_eq!(fallible.answers()[0].outcome(), "failed \"no\"");
    let [outer] = &recorder.calls_of("outer")[..] else { panic!("{recorder}") };
    assert!(outer.arguments()[0].starts_with("plugins: PluginManager"), "{outer}");
}

#[test]
fn what_happened_instead_is_told() {
    let manager = testing::manager::<dyn Hooks>().with(fake().borrowed(|| "it")).build();
    let recorder = testing::Recorder::new(&manager);
    assert_eq!(
        panics(|| recorder.assert_called("first")),
        "`first` was not called, but\nno hook was called"
    );
    manager.hook::<dyn Hooks>().borrowed();
    let instead = "1. Hooks::borrowed()\n     hooks-fake returned \"it\"\n     = returned [\"it\"]";
    assert_eq!(
        panics(|| recorder.assert_not_called("borrowed")),
        format!("`borrowed` was called:\n{instead}")
    );
    assert_eq!(
        panics(|| recorder.assert_called_on("borrowed", ["auth"])),
        format!("expected `borrowed` to be called on [\"auth\"], but\n{instead}")
    );
    assert_eq!(
        panics(|| recorder.assert_hooks(["first"])),
        format!("expected calls of [\"first\"], but\n{instead}")
    );
}

#[test]
fn calls_on_several_threads_are_told_apart() {
    let manager =
        testing::manager::<dyn Hooks>().with(fake().first(|it| Some(it.to_owned()))).build();
    let recorder = testing::Recorder::new(&manager);
    thread::scope(|scope| {
        for n in 0..8 {
            let hooks = manager.hook::<dyn Hooks>();
            scope.spawn(move || hooks.first(&n.to_string()));
        }
    });
    let calls = recorder.calls();
    assert_eq!(calls.len(), 8);
    for call in calls {
        let argument = call.arguments()[0].strip_prefix("question: ").unwrap();
        assert_eq!(call.answers()[0].outcome(), format!("returned Some({argument})"), "{call}");
    }
}

#[test]
fn a_check_tells_everything_that_is_wrong() {
    #[derive(Plugin)]
    #[plugin(id = "testing-wrong", init = Wrong::init, contract = "^9", requires("nobody"))]
    struct Wrong;

    impl Wrong {
        fn init() -> Result<Self, String> {
            Err("no key file".to_owned())
        }
    }

    testing::check::<Linked, dyn Hooks>(|manager| {
        assert_eq!(manager.hook::<dyn Hooks>().borrowed(), ["linked"]);
    });
    let told = panics(|| testing::check::<Wrong, dyn Hooks>(|_| unreachable!()));
    for mistake in
        ["requires contract version `^9`", "implements no hook of `Hooks`", "no key file"]
    {
        assert!(told.contains(mistake), "{mistake} in {told}");
    }
    assert!(!told.contains("nobody"), "what it requires is not looked at: {told}");
}

#[test]
fn hundreds_of_managers_at_once_never_see_each_other() {
    thread::scope(|scope| {
        for n in 0..300_u16 {
            scope.spawn(move || {
                let manager = testing::manager::<dyn Hooks>()
                    .with(Linked)
                    .with(fake().on_configured(move |port| Some(port + n)))
                    .build();
                let recorder = testing::Recorder::new(&manager);
                if n % 3 == 0 {
                    manager.block("testing-linked").unwrap();
                }
                let answers = manager.hook::<dyn Hooks>().on_configured(n);
                let both = [2 * n, n];
                assert_eq!(answers, both[..if n % 3 == 0 { 1 } else { 2 }]);
                assert_eq!(recorder.calls().len(), 1);
                assert_eq!(manager.hook::<dyn Hooks>().on_configured.history_len(), 1);
            });
        }
    });
}
