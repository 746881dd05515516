//! Requirements between plugins, which managers enforce when they start and when plugins are
//! registered and unregistered.

use std::cell::Cell;

use plugin_core::error::MissingReason;
use plugin_core::manager::{ResolvePolicy, WeakPluginManager};
use plugin_core::{HookSpec, Plugin, PluginManager, Problem, RegisteredPlugin, hookimpl, hookspec};

#[hookspec(project = "tests-requirements")]
trait Hooks {
    fn name(&self) -> &str;
}

thread_local! {
    /// The number of times that `A` was constructed on this thread, and therefore in this test.
    static CONSTRUCTED: Cell<usize> = const { Cell::new(0) };
}

#[derive(Plugin, Default)]
#[plugin(id = "req-base", version = "1.2.0", provides("req-api 3.1"))]
struct Base;

#[derive(Plugin)]
#[plugin(id = "req-a", init = A::init, requires("req-base ^1.1"))]
struct A;

#[derive(Plugin, Default)]
#[plugin(id = "req-c", requires("req-a", "req-api >=3, <4"))]
struct C;

#[derive(Plugin, Default)]
#[plugin(id = "req-z-enemy", conflicts("req-a"))]
struct Enemy;

#[derive(Plugin, Default)]
#[plugin(id = "req-other-base", provides("req-api 3.0"))]
struct OtherBase;

#[derive(Plugin, Default)]
#[plugin(id = "req-friend", optional("req-late ^1"))]
struct Friend;

#[derive(Plugin, Default)]
#[plugin(id = "req-late", version = "2.0.0")]
struct Late;

impl A {
    fn init() -> Self {
        CONSTRUCTED.set(CONSTRUCTED.get() + 1);
        Self
    }
}

macro_rules! implement {
    ($($ty:ident $name:literal),*) => {$(
        #[hookimpl]
        impl Hooks for $ty {
            fn name(&self) -> &str {
                $name
            }
        }
    )*};
}

implement! { Base "base", A "a", C "c", Enemy "enemy", OtherBase "other base", Friend "friend", Late "late" }

fn ids(plugins: &[RegisteredPlugin]) -> Vec<&str> {
    plugins.iter().map(|it| it.id().as_str().trim_start_matches("req-")).collect()
}

fn empty() -> PluginManager {
    PluginManager::new::<dyn Hooks>()
}

/// A manager with `base`, `a` and `c`.
fn chain() -> PluginManager {
    let manager = empty();
    manager.register(Base).unwrap().expect_active();
    manager.load::<A>().unwrap().expect_active();
    manager.register(C).unwrap().expect_active();
    manager
}

#[test]
fn a_required_plugin_is_registered_first_and_called_last() {
    let builder = PluginManager::builder::<dyn Hooks>().allow(["req-base", "req-a", "req-c"]);
    let manager = builder.discover().unwrap();
    assert_eq!(ids(&manager.plugins()), ["base", "a", "c"]);
    assert_eq!(manager.hook::<dyn Hooks>().name(), ["c", "a", "base"]);
    assert_eq!(CONSTRUCTED.get(), 1, "the count works");
}

#[test]
fn no_code_runs_if_a_requirement_is_missing() {
    let error = PluginManager::discover::<dyn Hooks>().unwrap_err();
    let problems = error.problems();
    assert!(problems.iter().any(|it| matches!(it, Problem::Conflict { .. })), "{error}");
    assert!(problems.iter().any(|it| matches!(it, Problem::SeveralProviders { .. })), "{error}");
    assert!(problems.iter().any(|it| matches!(it, Problem::WrongVersion { .. })), "{error}");
    assert_eq!(CONSTRUCTED.get(), 0);
}

#[test]
fn a_blocked_requirement_is_reported_before_any_code_runs() {
    let manager = PluginManager::builder::<dyn Hooks>().allow(["req-base", "req-a", "req-c"]);
    let manager = manager.build();
    manager.block("req-base").unwrap();
    let error = manager.load_linked().unwrap_err();
    assert_eq!(error.problems().len(), 2, "`a` lacks the plugin, and `c` the capability: {error}");
    for problem in error.problems() {
        let Problem::Missing { reason: MissingReason::Excluded(base, _), .. } = problem else {
            panic!("{problem}")
        };
        assert_eq!(base.id(), "req-base");
    }
    assert!(manager.plugins().is_empty());
    assert_eq!(CONSTRUCTED.get(), 0);
}

#[test]
fn a_plugin_is_registered_by_hand_after_the_one_it_requires() {
    let manager = empty();
    let error = manager.load::<A>().err().unwrap();
    let [Problem::Missing { reason: MissingReason::NotRegistered(base), .. }] = error.problems()
    else {
        panic!("{error}")
    };
    assert_eq!(base.id(), "req-base");

    manager.register(Base).unwrap().expect_active();
    manager.load::<A>().unwrap().expect_active();
    assert_eq!(ids(&manager.plugins()), ["base", "a"]);
}

#[test]
fn a_plugin_that_conflicts_with_registered_ones_cannot_be_registered_by_hand() {
    let manager = chain();
    let error = manager.register(Enemy).err().unwrap();
    assert!(matches!(error.problems(), [Problem::Conflict { .. }]), "{error}");
    // `c` requires exactly one provider.
    let error = manager.register(OtherBase).err().unwrap();
    assert!(matches!(error.problems(), [Problem::SeveralProviders { .. }]), "{error}");
    // The registered plugins are checked as well.
    manager.register(Friend).unwrap().expect_active();
    let error = manager.register(Late).err().unwrap();
    assert!(matches!(error.problems(), [Problem::WrongVersion { .. }]), "{error}");
    assert_eq!(ids(&manager.plugins()), ["base", "a", "c", "friend"]);
}

#[test]
fn requirements_refer_to_the_id_in_the_manager() {
    let manager = empty();
    manager.register_as("req-z-base", Base).unwrap().expect_active();
    assert!(manager.load::<A>().is_err(), "it requires another id");
    manager.register_as("req-base", Base).unwrap().expect_active();
    manager.load::<A>().unwrap().expect_active();
}

#[test]
fn a_plugin_may_have_the_id_of_a_capability_that_it_provides() {
    #[derive(Plugin)]
    #[plugin(manual, requires("req-api ^1"))]
    struct Wants;

    let manager = empty();
    manager.register_as("req-api", Base).unwrap().expect_active();
    // It is one provider, in the version of the plugin and not in that of the capability.
    manager.register(Wants).unwrap().expect_active();
}

#[test]
fn a_plugin_that_is_being_registered_does_not_meet_requirements() {
    #[hookspec(project = "tests-requirements-nested")]
    trait Nested {
        #[hookspec(historic)]
        fn on_configured(&self, plugins: &WeakPluginManager);
    }

    #[derive(Plugin)]
    #[plugin(id = "req-base", version = "1.1.0", manual)]
    struct Eager;

    #[hookimpl]
    impl Nested for Eager {
        fn on_configured(&self, plugins: &WeakPluginManager) {
            let error = plugins.upgrade().unwrap().load::<A>().err().unwrap();
            let [Problem::Missing { reason: MissingReason::Pending(base), .. }] = error.problems()
            else {
                panic!("{error}")
            };
            assert_eq!(base.id(), "req-base");
        }
    }

    let manager = empty();
    manager.hook::<dyn Nested>().on_configured(&manager.downgrade());
    manager.register(Eager).unwrap().expect_active();
    manager.load::<A>().unwrap().expect_active();
}

#[test]
fn a_required_plugin_cannot_be_unregistered() {
    let manager = chain();
    for error in
        [manager.unregister("req-base").unwrap_err(), manager.block("req-base").unwrap_err()]
    {
        let dependents = error.dependents().iter();
        let dependents: Vec<_> = dependents.map(ToString::to_string).collect();
        assert!(dependents[0].starts_with("`req-a`") && dependents[0].ends_with("`req-base ^1.1`"));
        assert!(
            dependents[1].starts_with("`req-c`") && dependents[1].ends_with("`req-api >=3, <4`")
        );
    }
    assert!(!manager.is_blocked("req-base"));
    assert_eq!(manager.plugins().len(), 3);

    assert_eq!(manager.unregister("req-c").unwrap().unwrap().id(), "req-c");
    assert!(manager.unregister("req-a").unwrap().is_some());
    assert!(manager.unregister("req-base").unwrap().is_some());
}

#[test]
fn dependents_are_unregistered_too_on_request() {
    let manager = chain();
    assert_eq!(ids(&manager.unregister_cascading("req-a")), ["c", "a"]);
    assert_eq!(manager.hook::<dyn Hooks>().name(), ["base"]);
    assert!(manager.unregister_cascading("req-a").is_empty());

    let manager = chain();
    assert_eq!(ids(&manager.block_cascading("req-base")), ["c", "a", "base"]);
    assert_eq!(manager.blocked(), ["req-base"]);
    assert!(manager.load::<A>().is_err(), "the plugin that it requires is blocked");
}

#[test]
fn plugins_that_cannot_work_together_are_skipped() {
    let builder = PluginManager::builder::<dyn Hooks>().on_unresolved(ResolvePolicy::Skip);
    let manager = builder.discover().unwrap();
    // The enemy declares the conflict; `c` requires one provider and there are two; `friend` does
    // not accept this version of `late`.
    assert_eq!(ids(&manager.plugins()), ["base", "a", "late", "other-base"]);
    let skipped = manager.skipped();
    let ids: Vec<_> = skipped.iter().map(|it| it.plugin().id().as_str()).collect();
    assert_eq!(ids, ["req-friend", "req-z-enemy", "req-c"]);

    // Once its requirements are met, a plugin can be registered, and is no longer listed as
    // skipped.
    manager.unregister("req-other-base").unwrap();
    manager.register(C).unwrap().expect_active();
    assert!(manager.skipped().iter().all(|it| it.plugin().id() != "req-c"));
}

#[test]
fn changes_during_construction_are_detected() {
    #[derive(Plugin)]
    #[plugin(id = "req-slow", manual, requires("req-base"))]
    struct Slow(PluginManager);

    #[hookspec(project = "tests-requirements-replay")]
    trait Replayed {
        #[hookspec(historic)]
        fn on_configured(&self, port: u16);
    }

    #[hookimpl]
    impl Replayed for Slow {
        // During its registration, a plugin that it requires is unregistered.
        fn on_configured(&self, _port: u16) {
            self.0.unregister("req-base").unwrap();
        }
    }

    let manager = empty();
    manager.register(Base).unwrap().expect_active();
    manager.hook::<dyn Replayed>().on_configured(80);
    let error = manager.register(Slow(manager.clone())).err().unwrap();
    assert!(matches!(error.problems(), [Problem::Missing { .. }]), "{error}");
    assert!(manager.plugins().is_empty());
}

#[test]
fn a_contract_has_the_version_of_its_package() {
    #[derive(Plugin)]
    #[plugin(manual, contract = "^0.1")]
    struct Fitting;

    #[derive(Plugin)]
    #[plugin(manual, contract = "^2")]
    struct Unfitting;

    assert_eq!(<dyn Hooks>::INFO.package().version(), "0.1.0");
    let manager = empty();
    manager.register(Fitting).unwrap().expect_active();
    let error = manager.register(Unfitting).err().unwrap();
    assert!(matches!(error.problems(), [Problem::ContractMismatch { .. }]), "{error}");
}

#[test]
fn a_missing_plugin_is_reported_with_the_name_that_is_probably_meant() {
    #[derive(Plugin)]
    #[plugin(manual, requires("req-bsae ^1", "req-apu >=3", "by-hadn", "req-nothing-like-it"))]
    struct Misspelled;

    let manager = empty();
    manager.register_as("by-hand", Base).unwrap().expect_active();
    let error = manager.register(Misspelled).err().unwrap();
    let nearest = error.problems().iter().map(|it| match it {
        Problem::Missing { reason: MissingReason::NotLinked { nearest, .. }, .. } => {
            nearest.as_deref()
        }
        other => panic!("{other}"),
    });
    let nearest: Vec<_> = nearest.collect();
    assert_eq!(nearest, [Some("req-base"), Some("req-api"), Some("by-hand"), None]);
    let report = error.to_string();
    let line = "no linked plugin has this id or provides this capability; did you mean `req-base`?";
    assert!(report.contains(line), "{report}");
}

#[test]
fn a_version_that_is_joined_to_an_id_is_reported_with_the_missing_space() {
    #[derive(Plugin)]
    #[plugin(manual, requires("req-theme1.0", "req-log4-2.1.0-rc.1", "req-s3.files", "req-v2 ^1"))]
    struct Joined;

    let report = empty().register(Joined).err().unwrap().to_string();
    let notes: Vec<_> = report.lines().filter(|it| it.contains("note: ")).map(str::trim).collect();
    let note = "note: a space separates a version:";
    assert_eq!(
        notes,
        [format!("{note} `req-theme 1.0`"), format!("{note} `req-log4 2.1.0-rc.1`")],
        "{report}"
    );
}

mod loaded_with_requirements {
    //! `load_with_requirements` loads what is missing, and nothing else.

    use plugin_core::RegisterError;

    use super::*;

    #[derive(Plugin, Default)]
    #[plugin(id = "req-choosy", requires("req-api ^3"))]
    struct Choosy;

    #[derive(Plugin, Default)]
    #[plugin(id = "req-only", provides("req-sole 2.0"))]
    struct Only;

    #[derive(Plugin, Default)]
    #[plugin(id = "req-by-capability", requires("req-sole ^2"), optional("req-late"))]
    struct ByCapability;

    #[derive(Plugin, Default)]
    #[plugin(id = "req-too-new", requires("req-sole ^3"))]
    struct TooNew;

    #[derive(Plugin)]
    #[plugin(id = "req-manual", manual)]
    struct Manual;

    #[derive(Plugin, Default)]
    #[plugin(id = "req-on-manual", requires("req-manual", "req-only"))]
    struct OnManual;

    #[track_caller]
    fn missing(result: Result<impl Sized, RegisterError>) -> MissingReason {
        let error = result.err().unwrap();
        let [Problem::Missing { reason, .. }] = error.problems() else { panic!("{error}") };
        reason.clone()
    }

    fn load(manager: &PluginManager, id: &str) {
        manager.load_with_requirements(id).unwrap().expect_active();
    }

    #[test]
    fn what_a_plugin_requires_is_loaded_directly_and_indirectly() {
        let manager = empty();
        let loaded = manager.load_with_requirements("req-c").unwrap().expect_active();
        assert_eq!(loaded.id(), "req-c");
        assert_eq!(ids(&manager.plugins()), ["base", "a", "c"], "`base` also provides `req-api`");
        assert_eq!(CONSTRUCTED.get(), 1);
    }

    #[test]
    fn what_is_registered_is_not_loaded_again() {
        let manager = empty();
        manager.register(Base).unwrap().expect_active();
        load(&manager, "req-a");
        load(&manager, "req-c");
        assert_eq!(ids(&manager.plugins()), ["base", "a", "c"]);
        let again = manager.load_with_requirements("req-c").err().unwrap();
        assert!(matches!(again.problems(), [Problem::DuplicateId { .. }]), "{again}");
    }

    #[test]
    fn the_only_provider_of_a_capability_is_loaded_and_optional_plugins_are_not() {
        let manager = empty();
        load(&manager, "req-by-capability");
        assert_eq!(ids(&manager.plugins()), ["only", "by-capability"]);
    }

    #[test]
    fn the_host_chooses_between_several_providers() {
        let manager = empty();
        let reason = missing(manager.load_with_requirements("req-choosy"));
        assert!(matches!(reason, MissingReason::NotRegistered(_)), "{reason:?}");
        assert!(manager.plugins().is_empty());
        manager.register(OtherBase).unwrap().expect_active();
        load(&manager, "req-choosy");
        assert_eq!(ids(&manager.plugins()), ["other-base", "choosy"]);
    }

    #[test]
    fn nothing_is_registered_if_a_requirement_cannot_be_met() {
        let manager = empty();
        let reason = missing(manager.load_with_requirements("req-too-new"));
        assert!(matches!(reason, MissingReason::OtherVersion(_)), "{reason:?}");
        let reason = missing(manager.load_with_requirements("req-on-manual"));
        assert!(matches!(reason, MissingReason::NotRegistered(_)), "{reason:?}");
        manager.block("req-base").unwrap();
        let reason = missing(manager.load_with_requirements("req-a"));
        assert!(matches!(reason, MissingReason::Excluded(..)), "{reason:?}");
        assert!(manager.plugins().is_empty());
        assert_eq!(CONSTRUCTED.get(), 0);
    }

    #[test]
    fn what_a_blocked_plugin_requires_is_not_loaded() {
        let manager = empty();
        manager.block("req-a").unwrap();
        assert!(!manager.load_with_requirements("req-a").unwrap().is_active());
        assert!(manager.plugins().is_empty());
        let unknown = manager.load_with_requirements("req-nowhere").err().unwrap();
        assert!(matches!(unknown.problems(), [Problem::NotLinked { .. }]), "{unknown}");
    }
}
