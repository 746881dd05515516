//! Values that a host provides to plugins: which plugins get them, and what is reported if one is
//! missing.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use plugin_core::error::{Diagnostic, MissingValueError, Suggestion};
use plugin_core::info::TypeKey;
use plugin_core::manager::ResolvePolicy;
use plugin_core::{
    Context, Plugin, PluginManager, PluginManagerBuilder, Problem, Registry, hookimpl, hookspec,
};

#[hookspec(project = "tests-context")]
trait Hooks {
    fn state(&self) -> String;
}

trait Clock: Send + Sync {
    fn year(&self) -> u16;
}

struct Always(u16);

impl Clock for Always {
    fn year(&self) -> u16 {
        self.0
    }
}

#[derive(Debug, PartialEq)]
struct Pool(&'static str);

struct Secret;

/// Lists the values that it needs.
#[derive(Plugin)]
#[plugin(id = "context.log", init = Log::open, needs(Arc<dyn Clock>, Pool))]
struct Log {
    clock: Arc<dyn Clock>,
    pool: &'static str,
}

impl Log {
    fn open(context: &Context) -> Result<Self, MissingValueError> {
        let clock: &Arc<dyn Clock> = context.get()?;
        Ok(Self { clock: Arc::clone(clock), pool: context.get::<Pool>()?.0 })
    }
}

#[hookimpl]
impl Hooks for Log {
    fn state(&self) -> String {
        format!("{} from {}", self.clock.year(), self.pool)
    }
}

/// Gets values that it does not list, and works without a `Secret`.
#[derive(Plugin)]
#[plugin(id = "context.mail", init = Mail::open)]
struct Mail {
    state: String,
}

impl Mail {
    fn open(context: &Context) -> Result<Self, MissingValueError> {
        let secret = if context.get::<Secret>().is_ok() { "secretly" } else { "openly" };
        let Pool(pool) = context.get()?;
        let id = context.plugin();
        Ok(Self { state: format!("{secret} from {pool} as {id}") })
    }
}

#[hookimpl]
impl Hooks for Mail {
    fn state(&self) -> String {
        self.state.clone()
    }
}

/// Takes the context and cannot fail.
#[derive(Plugin)]
#[plugin(id = "context.sure", init = sure)]
struct Sure;

fn sure(_: &Context) -> Sure {
    Sure
}

#[hookimpl]
impl Hooks for Sure {
    fn state(&self) -> String {
        "sure".to_owned()
    }
}

fn builder() -> PluginManagerBuilder {
    PluginManager::builder::<dyn Hooks>()
}

fn clock(year: u16) -> Arc<dyn Clock> {
    Arc::new(Always(year))
}

fn states(manager: &PluginManager) -> Vec<String> {
    manager.hook::<dyn Hooks>().state()
}

#[test]
fn init_gets_values_that_are_provided_to_all_plugins() {
    let manager = builder().provide(clock(1970)).provide(Pool("west")).discover().unwrap();
    assert_eq!(states(&manager), ["sure", "openly from west as context.mail", "1970 from west"]);
}

#[test]
fn a_value_for_one_plugin_takes_precedence_over_one_for_all() {
    let manager = builder()
        .provide(clock(1970))
        .provide(Pool("west"))
        .provide_to("context.mail", Secret)
        .provide_to("context.log", Pool("east"))
        .discover()
        .unwrap();
    assert_eq!(states(&manager), ["sure", "secretly from west as context.mail", "1970 from east"]);
}

#[test]
fn a_value_for_one_plugin_is_not_injected_into_another() {
    let manager = builder().provide_to("context.log", Pool("east")).build();
    let error = manager.load::<Mail>().err().unwrap();
    let [Problem::Init { plugin, source, .. }] = error.problems() else { panic!("{error}") };
    let missing_value: &MissingValueError = source.downcast_ref().unwrap();
    assert_eq!(*plugin, Mail::info());
    assert_eq!(*missing_value.plugin(), "context.mail");
    assert!(missing_value.type_key().as_str().ends_with("::Pool"));
    let report = error.to_string();
    assert!(report.contains("failed: the host does not provide `"), "{report}");
    assert!(report.contains("`builder.provide_to(\"context.mail\", ..)`"), "{report}");
    assert!(manager.plugins().is_empty());
}

#[hookspec(project = "tests-context-order")]
trait Ordered {
    fn unused(&self);
}

static CONSTRUCTED: AtomicUsize = AtomicUsize::new(0);

/// Is constructed first.
#[derive(Plugin)]
#[plugin(id = "context.first", init = First::open)]
struct First;

impl First {
    fn open() -> Self {
        CONSTRUCTED.fetch_add(1, Ordering::Relaxed);
        Self
    }
}

#[hookimpl]
impl Ordered for First {
    fn unused(&self) {}
}

/// Needs a value that is missing.
#[derive(Plugin)]
#[plugin(id = "context.second", init = Second::open, needs(Pool))]
struct Second;

impl Second {
    fn open(_: &Context) -> Self {
        CONSTRUCTED.fetch_add(1, Ordering::Relaxed);
        Self
    }
}

#[hookimpl]
impl Ordered for Second {
    fn unused(&self) {}
}

#[test]
fn listed_values_are_checked_before_any_plugin_code_runs() {
    let error = PluginManager::discover::<dyn Ordered>().unwrap_err();
    assert!(matches!(error.problems(), [Problem::MissingValue { .. }]), "{error}");
    assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), 0);
    PluginManager::builder::<dyn Ordered>().provide(Pool("west")).discover().unwrap();
    assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), 2);
}

#[test]
fn every_missing_listed_value_is_reported() {
    let error = builder().discover().unwrap_err();
    let [
        Problem::MissingValue { plugin, type_key: clock, .. },
        Problem::MissingValue { type_key: pool, .. },
    ] = error.problems()
    else {
        panic!("{error}")
    };
    assert_eq!(*plugin.id(), "context.log");
    assert_eq!([*clock, *pool], Log::info().needs());
    let [Suggestion::Provide(id, give), Suggestion::Exclude(_)] =
        &error.problems()[0].suggestions()[..]
    else {
        panic!("{error}")
    };
    assert_eq!((id, give), (plugin.id(), clock));
    let report = error.to_string();
    assert!(report.contains("1. plugin `context.log` needs `alloc::sync::Arc<dyn "), "{report}");
    assert!(
        report.contains("help: provide it: `builder.provide(..)`, or to `context.log`"),
        "{report}"
    );
}

#[test]
fn a_provided_type_similar_to_the_missing_one_is_named() {
    // `Arc<Always>` is another type than `Arc<dyn Clock>`.
    let builder = builder().provide(Arc::new(Always(1))).provide(Pool("west"));
    let report = builder.discover().unwrap_err().to_string();
    assert!(
        report.contains("does not provide it (the host provides only `alloc::sync::Arc<"),
        "{report}"
    );
}

#[test]
fn needs_are_checked_together_with_requirements() {
    let manager = builder().build();
    let error = manager.load_by_id("context.demanding").err().unwrap();
    let [Problem::Missing { .. }, Problem::MissingValue { .. }] = error.problems() else {
        panic!("{error}")
    };
}

#[hookspec(project = "tests-context-lenient")]
trait Lenient {
    fn unused(&self);
}

#[derive(Plugin)]
#[plugin(id = "context.demanding", init = Demanding::open, needs(Pool), requires("context.nobody"))]
struct Demanding;

impl Demanding {
    fn open(_: &Context) -> Self {
        Self
    }
}

#[hookimpl]
impl Lenient for Demanding {
    fn unused(&self) {}
}

#[test]
fn needs_of_skipped_plugins_are_not_checked() {
    let builder = PluginManager::builder::<dyn Lenient>();
    let manager = builder.on_unresolved(ResolvePolicy::Skip).discover().unwrap();
    assert_eq!(manager.skipped().len(), 1);
    // Under the policy `Fail`, all problems are reported at once.
    let error = PluginManager::discover::<dyn Lenient>().unwrap_err();
    assert_eq!(error.problems().len(), 2, "{error}");
}

#[test]
fn needs_of_blocked_plugins_are_not_checked() {
    let manager = builder().block(["context.log"]).provide(Pool("west")).discover().unwrap();
    assert_eq!(states(&manager), ["sure", "openly from west as context.mail"]);
    // A missing value is the host's mistake, so the plugin must not be skipped silently.
    let lenient = builder().on_unresolved(ResolvePolicy::Skip);
    let error = lenient.discover().unwrap_err();
    assert!(
        error.problems().iter().all(|it| matches!(it, Problem::MissingValue { .. })),
        "{error}"
    );
}

#[test]
fn needs_of_plugins_that_the_host_constructs_are_not_checked() {
    let manager = builder().build();
    manager.register(Log { clock: clock(3), pool: "own" }).unwrap().expect_active();
    assert_eq!(states(&manager), ["3 from own"]);
    assert!(manager.injected().is_empty());
}

#[test]
fn providing_a_type_twice_is_an_error() {
    let manager = builder()
        .provide(clock(1))
        .provide(Pool("first"))
        .provide(Pool("second"))
        .provide_to("context.sure", Secret)
        .provide_to("context.sure", Secret)
        .build();
    let error = manager.load::<Sure>().err().unwrap();
    let [
        Problem::ProvidedTwice { to: None, .. },
        Problem::ProvidedTwice { to: Some(to), type_key, .. },
    ] = error.problems()
    else {
        panic!("{error}")
    };
    assert_eq!(to, "context.sure");
    assert!(type_key.as_str().ends_with("::Secret"));
    assert!(error.to_string().contains("to all plugins: provide only one"), "{error}");
    // One value for all plugins and one for each of several plugins is not a mistake.
    let manager =
        builder().provide(Pool("a")).provide_to("a", Pool("b")).provide_to("c", Pool("d")).build();
    assert!(manager.load::<Sure>().is_ok());
}

#[test]
fn a_value_for_an_id_that_no_plugin_has_is_reported() {
    let manager = builder()
        .provide_to("context.lgo", Secret)
        .provide_to("context.log", Secret)
        .provide_to("by-hand", Secret)
        .build();
    manager.register_as("by-hand", Sure).unwrap().expect_active();
    let diagnostics = manager.diagnose();
    let unmatched: Vec<_> = diagnostics
        .all()
        .iter()
        .filter(|it| matches!(it, Diagnostic::UnmatchedValue { .. }))
        .map(ToString::to_string)
        .collect();
    let [unmatched] = &unmatched[..] else { panic!("{diagnostics}") };
    assert!(unmatched.contains("::Secret` to `context.lgo`"), "{unmatched}");
    assert!(unmatched.ends_with("did you mean `context.log`?"), "{unmatched}");
}

#[test]
fn the_list_of_values_shows_which_plugins_got_each() {
    let manager = builder()
        .provide(clock(1))
        .provide(Pool("west"))
        .provide_to("context.log", Pool("east"))
        .provide_to("context.mail", Secret)
        .provide('c')
        .discover()
        .unwrap();
    let holders = |manager: &PluginManager| -> Vec<(String, String)> {
        let values = manager.injected();
        let ids = |ids: &[plugin_core::info::PluginId]| {
            ids.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>().join(" ")
        };
        values.iter().map(|it| (it.to().unwrap_or("all").to_owned(), ids(it.plugins()))).collect()
    };
    let all = |to: &str, holders: &str| (to.to_owned(), holders.to_owned());
    let expected = [
        all("all", "context.log"),
        all("all", ""),
        all("all", "context.mail"),
        all("context.log", "context.log"),
        all("context.mail", "context.mail"),
    ];
    assert_eq!(holders(&manager), expected);
    assert!(
        manager.injected()[4]
            .to_string()
            .ends_with("Secret` is provided to `context.mail`, and injected into `context.mail`")
    );

    // An unregistered plugin is not listed any more.
    manager.unregister("context.mail").unwrap();
    assert_eq!(holders(&manager)[4], all("context.mail", ""));
}

#[test]
fn a_context_keeps_the_values_that_the_builder_had() {
    let builder = builder().provide(Pool("west"));
    let early = builder.context("context.log").unwrap();
    let builder = builder.provide(clock(5));
    let late = builder.context("context.log").unwrap();
    assert!(Log::open(&early).is_err());
    assert_eq!(Log::open(&late).unwrap().clock.year(), 5);
    assert!(builder.context("No Id").is_err());
}

#[test]
fn values_are_dropped_with_the_last_manager_that_provides_them() {
    let value = Arc::new(Secret);
    let manager = builder().provide(Arc::clone(&value)).build();
    let clone = manager.clone();
    drop(manager);
    assert_eq!(Arc::strong_count(&value), 2);
    drop(clone);
    assert_eq!(Arc::strong_count(&value), 1);
}

#[test]
fn the_needs_of_a_plugin_are_known_without_running_it() {
    let linked = Registry::linked().plugins().find(|it| it.id() == "context.log").unwrap();
    let needs: Vec<_> = linked.needs().iter().map(TypeKey::as_str).collect();
    assert_eq!(needs, [std::any::type_name::<Arc<dyn Clock>>(), std::any::type_name::<Pool>()]);
    assert!(Mail::info().needs().is_empty());
}
