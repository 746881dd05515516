//! An async host holds what a manager gives it across awaits, in futures that any thread may run.
//!
//! Most of these tests only have to compile. `tests/downstream/async_host` runs the same on tokio.

use std::future::Future;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::thread;

use plugin_core::manager::Subset;
use plugin_core::monitor::Monitor;
use plugin_core::testing::{self, Recorder};
use plugin_core::{
    HookSpec, Hooks, Plugin, PluginManager, PluginSet, Registry, hookimpl, hookspec,
};

#[hookspec(project = "tests-async-hosts")]
trait Pages {
    fn slug(&self, title: &str) -> String;
    /// The result borrows from the plugin.
    fn title(&self) -> &str;
    #[hookspec(firstresult)]
    fn find(&self, title: &str) -> Option<&str>;
    fn check(&self, title: &str) -> Result<(), String>;
    #[hookspec(historic)]
    fn on_opened(&self, title: &str) -> usize;
    fn each<'a>(&self, titles: &mut Vec<&'a str>, title: &'a str);
}

#[derive(Plugin, Debug, Default)]
#[plugin(manual)]
struct Plain {
    title: String,
}

#[hookimpl]
impl Pages for Plain {
    fn slug(&self, title: &str) -> String {
        title.to_lowercase()
    }
    fn title(&self) -> &str {
        &self.title
    }
    fn find(&self, title: &str) -> Option<&str> {
        (title == "plain").then_some("found")
    }
    fn check(&self, _: &str) -> Result<(), String> {
        Ok(())
    }
    fn on_opened(&self, title: &str) -> usize {
        title.len()
    }
    fn each<'a>(&self, titles: &mut Vec<&'a str>, title: &'a str) {
        titles.push(title);
    }
}

#[derive(Plugin, Default)]
#[plugin(manual)]
struct Loud;

#[hookimpl]
impl Pages for Loud {
    #[hookimpl(wrapper)]
    fn slug(&self, title: &str, next: &dyn Fn(&str) -> Vec<String>) -> Vec<String> {
        next(title).into_iter().map(|slug| slug + "!").collect()
    }
}

#[derive(PluginSet, Default)]
#[plugin_set(hookspecs(Pages))]
struct Plugins {
    plain: Plain,
}

struct Silent;

impl Monitor for Silent {}

fn plain() -> Plain {
    Plain { title: "plain".to_owned() }
}

fn manager() -> PluginManager {
    let manager = PluginManager::new::<dyn Pages>();
    manager.register(plain()).expect("it is the only plugin").expect_active();
    manager.register(Loud).expect("it requires nothing").expect_active();
    manager
}

/// Runs a future to its end on another thread, with the bounds of `tokio::spawn`.
fn spawn<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> T {
    let run = || {
        let (mut future, mut context) = (pin!(future), Context::from_waker(Waker::noop()));
        loop {
            if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
                return output;
            }
        }
    };
    thread::spawn(run).join().expect("the future does not panic")
}

/// Is pending once.
async fn pause() {
    struct Pause {
        is_over: bool,
    }

    impl Future for Pause {
        type Output = ();

        fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
            if std::mem::replace(&mut self.is_over, true) { Poll::Ready(()) } else { Poll::Pending }
        }
    }

    Pause { is_over: false }.await;
}

#[test]
fn hooks_are_held_across_an_await() {
    let manager = manager();
    let slugs = spawn(async move {
        let hooks = manager.hook::<dyn Pages>();
        pause().await;
        hooks.slug("Title")
    });
    assert_eq!(slugs, ["title!"]);
}

#[test]
fn dropped_hooks_do_not_matter() {
    let manager = manager();
    spawn(async move {
        let hooks = manager.hook::<dyn Pages>();
        assert_eq!(hooks.slug("Title"), ["title!"]);
        drop(hooks);
        pause().await;
    });
}

#[test]
fn hooks_are_held_by_the_expression_that_awaits() {
    async fn len<T>(values: Vec<T>) -> usize {
        pause().await;
        values.len()
    }

    let manager = manager();
    let lengths = spawn(async move {
        let titles = len(manager.hook::<dyn Pages>().title()).await;
        let slugs = match manager.hook::<dyn Pages>().slug("Title").as_slice() {
            [] => 0,
            slugs => {
                pause().await;
                slugs.len()
            }
        };
        (titles, slugs)
    });
    assert_eq!(lengths, (1, 1));
}

#[test]
fn a_loop_over_hookimpls_awaits() {
    let manager = manager();
    let found = spawn(async move {
        let hooks = manager.hook::<dyn Pages>();
        let mut found = Vec::new();
        for hookimpl in hooks.slug.hookimpls() {
            pause().await;
            let (plugin, info) = (hookimpl.plugin(), hookimpl.info());
            let implementation = hookimpl.implementation();
            pause().await;
            let slug = implementation.map(|it| it.slug("Title"));
            found.push((plugin.id().to_string(), info.is_wrapper(), slug));
        }
        for caller in Hooks::callers(&hooks) {
            pause().await;
            assert!(!caller.hookimpls().is_empty());
        }
        found
    });
    let plain = Some("title".to_owned());
    assert_eq!(found, [("loud".to_owned(), true, None), ("plain".to_owned(), false, plain)]);
}

#[test]
fn callers_and_copies_of_hookimpls_are_held() {
    let manager = manager();
    spawn(async move {
        let hooks = manager.hook::<dyn Pages>();
        let (slug, opened) = (&hooks.slug, &hooks.on_opened);
        let caller = (**slug).clone();
        let hookimpls = slug.hookimpls().to_vec();
        let order = slug.explain();
        let relay = &*hooks;
        pause().await;
        assert_eq!(relay.slug("Title"), slug.call_extra(&[], "Title"));
        assert_eq!((hookimpls.len(), caller.hookimpls().len(), opened.history_len()), (2, 2, 0));
        assert!(!order.to_string().is_empty());
    });
}

#[test]
fn results_that_borrow_from_plugins_are_held() {
    let manager = manager();
    let found = spawn(async move {
        let hooks = manager.hook::<dyn Pages>();
        let (titles, found) = (hooks.title(), hooks.find("plain"));
        pause().await;
        let checked = hooks.check("plain");
        pause().await;
        (titles.concat(), found.map(str::to_owned), checked)
    });
    assert_eq!(found, ("plain".to_owned(), Some("found".to_owned()), Ok(())));
}

#[test]
fn extra_implementations_and_callbacks_are_held() {
    let manager = manager();
    spawn(async move {
        let hooks = manager.hook::<dyn Pages>();
        let suffix = "?".to_owned();
        let extra = |title: &str| title.to_owned() + &suffix;
        pause().await;
        let slugs = hooks.slug.call_extra(&[&extra], "Title");
        pause().await;
        assert_eq!(slugs, ["Title?!", "title!"]);

        let opened = Arc::new(std::sync::Mutex::new(Vec::new()));
        let of_callback = Arc::clone(&opened);
        hooks.on_opened.call_historic(
            move |length| of_callback.lock().expect("no callback panics").push(length),
            "Title",
        );
        pause().await;
        assert_eq!(*opened.lock().expect("no callback panics"), [5]);

        let mut titles = Vec::new();
        hooks.each(&mut titles, "a");
        pause().await;
        hooks.each(&mut titles, "b");
        assert_eq!(titles, ["a", "b"]);
    });
}

#[test]
fn subsets_are_held() {
    let manager = manager();
    let slugs = spawn(async move {
        let subset = manager.subset_hook_caller::<dyn Pages>(["loud"]);
        let excluded = subset.excluded();
        pause().await;
        assert_eq!(excluded.collect::<Vec<_>>(), ["loud"]);
        let hooks = subset.hook();
        pause().await;
        hooks.slug("Title")
    });
    assert_eq!(slugs, ["title"]);
}

#[test]
fn managers_builders_and_registrations_are_held() {
    spawn(async {
        let builder = PluginManager::builder::<dyn Pages>().provide(7_u8).block(["loud"]).isolate();
        pause().await;
        let manager = builder.build();
        pause().await;
        let registered = manager.register(plain()).expect("it is the only plugin");
        pause().await;
        let active = registered.expect_active();
        let (plugins, found) = (manager.plugins(), manager.get_as::<Plain>());
        pause().await;
        assert!(found.is_some_and(|found| Arc::ptr_eq(&found, &active)));
        let error = manager.register(plain()).expect_err("its id is taken");
        let problems = error.problems();
        pause().await;
        assert_eq!((plugins.len(), problems.len()), (1, 1));
        let unregistered = manager.unregister("nothing");
        pause().await;
        drop(unregistered);
    });
}

#[test]
fn monitors_and_diagnostics_are_held() {
    let manager = manager();
    spawn(async move {
        let guard = manager.monitor(Silent);
        let diagnostics = manager.diagnose();
        let (injected, faults) = (manager.injected(), manager.faults());
        pause().await;
        drop((guard, diagnostics, injected, faults));

        let (recorder, fake) = (Recorder::new(&manager), testing::fake::<dyn Pages>());
        pause().await;
        manager
            .register(fake.slug(|_| "fake".to_owned()))
            .expect("it requires nothing")
            .expect_active();
        assert_eq!(manager.hook::<dyn Pages>().slug("Title"), ["fake!", "title!"]);
        let calls = recorder.calls();
        pause().await;
        assert_eq!(calls.len(), 1);

        let registry = Registry::linked();
        let (hookspecs, plugins, crates) =
            (registry.hookspecs(), registry.plugins(), registry.crates());
        pause().await;
        drop((hookspecs, plugins, crates));
    });
}

#[test]
fn the_hooks_of_a_plugin_set_are_held() {
    let slugs = spawn(async {
        let plugins = Plugins::default();
        let hooks = plugins.hook::<dyn Pages>();
        pause().await;
        hooks.slug("Title")
    });
    assert_eq!(slugs, ["title"]);
}

/// A host's own types may be generic over the hookspec, too.
struct Host<S: HookSpec + ?Sized> {
    hooks: Hooks<S>,
    others: Subset<S>,
}

impl<S: HookSpec + ?Sized> Host<S> {
    fn new(manager: &PluginManager) -> Self {
        let others = manager.subset_hook_caller(["loud"]);
        Self { hooks: manager.hook(), others }
    }
}

#[test]
fn generic_types_of_a_host_are_held() {
    let host = Arc::new(Host::<dyn Pages>::new(&manager()));
    let slugs = spawn(async move {
        let others = &host.others;
        pause().await;
        let others = others.hook();
        pause().await;
        [host.hooks.slug("Title"), others.slug("Title")].concat()
    });
    assert_eq!(slugs, ["title!", "title"]);
}

/// Futures that are generic over the hookspec are checked where they are written.
#[test]
fn generic_futures_hold_hooks() {
    async fn count<S: HookSpec + ?Sized>(manager: PluginManager) -> usize {
        let hooks = manager.hook::<S>();
        pause().await;
        Hooks::callers(&hooks).len()
    }

    fn spawn_count<S: HookSpec + ?Sized>(manager: PluginManager) -> usize {
        spawn(count::<S>(manager))
    }

    assert_eq!(spawn_count::<dyn Pages>(manager()), 6);
}

/// Web frameworks take handlers as functions that return futures, and box these.
#[test]
fn handlers_hold_hooks() {
    type Boxed = Pin<Box<dyn Future<Output = Vec<String>> + Send>>;

    async fn handler(hooks: Hooks<dyn Pages>, title: String) -> Vec<String> {
        pause().await;
        hooks.slug(&title)
    }

    fn boxed<F: Future<Output = Vec<String>> + Send + 'static>(
        handler: impl Fn(Hooks<dyn Pages>, String) -> F + Clone + Send + Sync + 'static,
    ) -> impl Fn(Hooks<dyn Pages>, String) -> Boxed + Send + Sync {
        move |hooks, title| Box::pin(handler(hooks, title))
    }

    let run = boxed(handler);
    let hooks = manager().hook();
    assert_eq!(spawn(run(hooks, "Title".to_owned())), ["title!"]);
}

/// Such as the adapter of `futures` that catches panics.
#[test]
fn a_future_with_hooks_is_unwind_safe() {
    fn assert_unwind_safe<T: UnwindSafe + RefUnwindSafe>(_: &T) {}

    let manager = manager();
    let future = async move {
        let hooks = manager.hook::<dyn Pages>();
        let subset = manager.subset_hook_caller::<dyn Pages>(["loud"]);
        pause().await;
        [hooks.slug("Title"), subset.hook().slug("Title")].concat()
    };
    assert_unwind_safe(&future);
    assert_eq!(spawn(future), ["title!", "title"]);
}
