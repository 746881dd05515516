//! Another plugin instead of a linked one: `PluginManagerBuilder::replace`.

use std::sync::{Arc, Mutex};

use plugin_core::error::{Diagnostic, UnusedReplacementReason};
use plugin_core::{
    Plugin, PluginManager, PluginManagerBuilder, Problem, RegisterError, hookimpl, hookspec,
};

#[hookspec(project = "tests-replacement")]
trait Sessions {
    fn name(&self) -> String;
    #[hookspec(historic)]
    fn on_configured(&self, port: u16);
}

/// Another plugin requires it. It cannot be constructed here: no value is provided for its needs.
#[derive(Plugin)]
#[plugin(id = "replacement-session", version = "1.2.0", init = Session::init, needs(u8))]
struct Session;

impl Session {
    fn init(_: &plugin_core::Context) -> Self {
        panic!("it is replaced")
    }
}

#[hookimpl]
impl Sessions for Session {
    fn name(&self) -> String {
        "session".to_owned()
    }
}

#[derive(Plugin, Default)]
#[plugin(id = "replacement-login", requires("replacement-session ^1.2"))]
struct Login;

#[hookimpl]
impl Sessions for Login {
    fn name(&self) -> String {
        "login".to_owned()
    }
}

/// The replacement.
#[derive(Plugin, Default)]
#[plugin(manual)]
struct Stub {
    ports: Mutex<Vec<u16>>,
}

#[hookimpl]
impl Sessions for Stub {
    fn name(&self) -> String {
        "stub".to_owned()
    }

    fn on_configured(&self, port: u16) {
        self.ports.lock().unwrap().push(port);
    }
}

fn builder() -> PluginManagerBuilder {
    PluginManager::builder::<dyn Sessions>()
}

fn problem(result: Result<impl Sized, RegisterError>) -> Problem {
    let error = result.err().unwrap();
    assert_eq!(error.problems().len(), 1, "{error}");
    error.into_problems().remove(0)
}

#[test]
fn a_replacement_has_the_position_and_the_facts_of_the_replaced_plugin() {
    assert!(matches!(problem(builder().discover()), Problem::MissingValue { .. }));

    let stub = Arc::new(Stub::default());
    let manager = builder().replace("replacement-session", Arc::clone(&stub)).build();
    manager.hook::<dyn Sessions>().on_configured(80);
    assert_eq!(manager.load_linked().unwrap(), 2);

    // The replaced plugin is required by `Login`, so it is registered first and called last.
    assert_eq!(manager.hook::<dyn Sessions>().name(), ["login", "stub"]);
    assert_eq!(*stub.ports.lock().unwrap(), [80], "earlier calls are replayed to it");
    let session = manager.get("replacement-session").unwrap();
    assert_eq!(session.info(), Session::info());
    assert!(Arc::ptr_eq(&session.downcast::<Stub>().unwrap(), &stub));
    assert!(manager.unregister("replacement-session").is_err(), "it is required");
}

#[test]
fn the_same_instance_is_registered_again_after_unregistering() {
    let manager = builder().replace("replacement-session", Stub::default()).build();
    let first = manager.load_by_id("replacement-session").unwrap().expect_active();
    manager.unregister("replacement-session").unwrap();
    let second = manager.load_by_id("replacement-session").unwrap().expect_active();
    let stub = |plugin: plugin_core::RegisteredPlugin| plugin.downcast::<Stub>().unwrap();
    assert!(Arc::ptr_eq(&stub(first), &stub(second)));
}

#[test]
fn a_replaced_plugin_is_not_loaded_by_its_type() {
    let manager = builder().replace("replacement-session", Stub::default()).build();
    let problem = problem(manager.load::<Session>());
    assert!(matches!(problem, Problem::Replaced { .. }), "{problem}");
    assert!(problem.to_string().contains("load_by_id(\"replacement-session\")"), "{problem}");
    assert!(manager.plugins().is_empty());
}

#[test]
fn a_replacement_of_no_linked_plugin_is_an_error() {
    let problem = problem(builder().replace("replacement-sesion", Stub::default()).discover());
    assert!(matches!(&problem, Problem::NotLinked { id, .. } if id == "replacement-sesion"));
    assert!(problem.to_string().contains("did you mean `replacement-session`?"), "{problem}");
}

#[test]
fn a_blocked_replacement_is_not_registered() {
    let manager = builder()
        .replace("replacement-session", Stub::default())
        .block(["replacement-*"])
        .discover()
        .unwrap();
    assert!(manager.plugins().is_empty());
}

#[hookspec(project = "tests-replacement-elsewhere")]
trait Elsewhere {
    fn unused(&self);
}

#[derive(Plugin, Default)]
#[plugin(id = "replacement-elsewhere")]
struct Stranger;

#[hookimpl]
impl Elsewhere for Stranger {
    fn unused(&self) {}
}

#[derive(Plugin)]
#[plugin(id = "replacement-by-hand", manual)]
struct ByHand;

#[hookimpl]
impl Sessions for ByHand {
    fn name(&self) -> String {
        "by hand".to_owned()
    }
}

#[test]
fn a_replacement_that_is_not_used_is_reported_with_the_reason() {
    let unused = |manager: &PluginManager| -> Vec<Diagnostic> {
        let diagnostics = manager.diagnose().all().to_vec();
        let unused = |it: &Diagnostic| matches!(it, Diagnostic::UnusedReplacement { .. });
        diagnostics.into_iter().filter(unused).collect()
    };
    let replace = |id| builder().replace(id, Stub::default());
    let report = |manager: &PluginManager| {
        let [unused] = &unused(manager)[..] else { panic!("{}", manager.diagnose()) };
        unused.to_string()
    };

    // Used, or not loaded yet.
    let used = replace("replacement-session").build();
    assert!(unused(&used).is_empty());
    used.load_by_id("replacement-session").unwrap().expect_active();
    assert!(unused(&used).is_empty());

    let blocked = replace("replacement-session").block(["replacement-*"]).discover().unwrap();
    let expected = "the replacement of `replacement-session` is not used: the plugin is blocked by \
                    the host: allow it, or remove the replacement";
    assert_eq!(report(&blocked), expected);
    blocked.unblock("replacement-session");
    assert!(unused(&blocked).is_empty());
    blocked.block("replacement-session").unwrap();
    assert!(unused(&blocked).is_empty(), "the host blocks it on purpose");
    assert!(unused(&replace("replacement-session").block_all().build()).is_empty());
    let not_allowed = replace("replacement-session").allow(["nothing-like-it"]).build();
    assert!(report(&not_allowed).contains("is not allowed by the host"));

    let elsewhere = replace("replacement-elsewhere").build();
    assert!(report(&elsewhere).contains("of other projects only (`tests-replacement-elsewhere`)"));
    elsewhere.load_by_id("replacement-elsewhere").unwrap().expect_active();
    assert!(unused(&elsewhere).is_empty());

    assert!(report(&replace("replacement-by-hand").build()).contains("`manager.register_as`"));
    let misspelled = replace("replacement-sesion").build();
    assert!(report(&misspelled).ends_with("did you mean `replacement-session`?"));

    let taken = replace("replacement-session").build();
    taken.register_as("replacement-session", ByHand).unwrap().expect_active();
    assert!(matches!(
        &unused(&taken)[..],
        [Diagnostic::UnusedReplacement { reason: UnusedReplacementReason::Taken(by), .. }]
            if by.info() == ByHand::info()
    ));
}
