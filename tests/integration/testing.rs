//! The module `testing`, which plugin authors and hosts use in their tests.

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

/// Linked, but registered only by managers that load it.
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

fn fake() -> <dyn Hooks as plugin_core::closures::FakeHookSpec>::Fake {
    testing::fake::<dyn Hooks>()
}

/// The message with which a test panics.
fn panics(test: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(test)).expect_err("the test fails");
    *payload.downcast::<String>().expect("the payload is a message")
}

#[test]
fn a_test_manager_has_only_the_plugins_that_it_is_given() {
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
fn a_fake_implements_only_the_hooks_that_it_is_given() {
    let questions = Arc::new(Mutex::new(Vec::new()));
    let recorded = Arc::clone(&questions);
    let fake = fake()
        .first(move |question| {
            recorded.lock().unwrap().push(question.to_owned());
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
    assert_eq!(hooks.fallible(), Ok(()), "the fake does not implement it");
    assert_eq!(hooks.on_configured(1), [2]);
    assert_eq!((seen, questions.lock().unwrap().len()), (vec![4], 1));
    let implemented = manager.hooks_for("hooks-fake").unwrap();
    let implemented: Vec<_> = implemented.iter().map(|hook| hook.name()).collect();
    assert_eq!(implemented, ["first", "all", "borrowed", "on_configured"]);
}

#[test]
fn a_hook_whose_result_borrows_in_an_unusual_way_cannot_be_faked_but_works() {
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
fn a_fake_may_replace_a_required_plugin() {
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
fn a_plugin_that_cannot_work_leads_to_advice_for_a_test() {
    #[derive(Plugin)]
    #[plugin(manual, requires("testing-markdown ^0.1"))]
    struct Toc;

    #[derive(Plugin)]
    #[plugin(manual, requires("testing-linked"), conflicts("testing-enemy"))]
    struct Wants;

    let report = panics(|| drop(testing::manager::<dyn Hooks>().with(Toc)));
    let help = "help: add a fake before it: `.with_as(\"testing-markdown 0.1.0\", \
                testing::fake::<dyn Hooks>())`";
    assert!(report.ends_with(help), "{report}");
    let with = |session: &str| {
        drop(testing::manager::<dyn Hooks>().with_as(session, fake()).with(Toc).build());
    };
    with("testing-markdown 0.1.0");
    let report = panics(|| with("testing-markdown 0.2.0"));
    let help = "help: add another version: `.with_as(\"testing-markdown 0.1.0\", ";
    assert!(report.contains(help) && !report.contains("cargo update"), "{report}");

    // One that is linked.
    let report = panics(|| drop(testing::manager::<dyn Hooks>().with(Wants)));
    assert!(
        report.contains("`.with_as(\"testing-linked\", testing::fake::<dyn Hooks>())`"),
        "{report}"
    );
    assert!(
        report.ends_with("or: add `testing-linked` itself before it: `.with(Linked..)`"),
        "{report}"
    );
    let manager = testing::manager::<dyn Hooks>().with(Linked).with_as("testing-enemy", fake());
    let report = panics(|| drop(manager.with(Wants)));
    assert!(report.ends_with("or: do not add `testing-enemy`"), "{report}");
    assert!(!report.contains(".block("), "{report}");
}

#[test]
fn a_recorder_records_nested_calls_and_failures() {
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
fn a_failed_assertion_lists_the_recorded_calls() {
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
fn a_misspelled_name_in_an_assertion_is_reported() {
    /// No linked plugin implements it, and no host of the test asks for it before the assertion.
    #[hookspec(project = "tests-testing-unasked")]
    trait Unasked {
        fn never_called(&self);
    }

    let manager = testing::manager::<dyn Hooks>().with(fake().borrowed(|| "it")).build();
    let recorder = testing::Recorder::new(&manager);
    let expected = "there is no hook `borowed`; did you mean `borrowed`?";
    assert_eq!(panics(|| recorder.assert_not_called("borowed")), expected);
    assert_eq!(panics(|| recorder.assert_called("borowed")), expected);
    assert_eq!(panics(|| recorder.assert_called_on("borowed", [])), expected);
    assert_eq!(panics(|| recorder.assert_hooks(["borowed"])), expected);
    assert_eq!(panics(|| drop(recorder.calls_of("borowed"))), expected);
    let qualified = panics(|| recorder.assert_not_called("Hooks::first"));
    assert_eq!(qualified, "there is no hook `Hooks::first`; did you mean `first`?");
    let unlike = panics(|| recorder.assert_not_called("nothing_like_it"));
    assert_eq!(unlike, "there is no hook `nothing_like_it`; name a hook of `Hooks`");
    // Another hookspec is known, whoever implements it.
    recorder.assert_not_called("never_called");
    manager.hook::<dyn Unasked>().never_called();
    recorder.assert_called("never_called");

    manager.hook::<dyn Hooks>().borrowed();
    let message = panics(|| recorder.assert_called_on("borrowed", ["hooks-fkae"]));
    let hint = "\nthere is no plugin `hooks-fkae`; did you mean `hooks-fake`?";
    assert!(message.ends_with(hint), "{message}");
}

#[test]
fn calls_on_several_threads_are_distinguished() {
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
fn a_check_reports_all_mistakes() {
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
    let message = panics(|| testing::check::<Wrong, dyn Hooks>(|_| unreachable!()));
    for mistake in ["is written for version `^9`", "implements no hook of `Hooks`", "no key file"] {
        assert!(message.contains(mistake), "{mistake} in {message}");
    }
    assert!(!message.contains("nobody"), "requirements are not checked: {message}");
}

#[test]
fn hundreds_of_concurrent_managers_are_independent() {
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
