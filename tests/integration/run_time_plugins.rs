//! Plugins whose behavior is not compiled into the host: each is an instance of an adapter for a
//! script that is read at run time. They are registered like all other plugins.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use plugin_core::{Context, Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-run-time")]
trait Hooks {
    fn greet(&self, name: &str) -> Option<String>;
    #[hookspec(firstresult)]
    fn price(&self, item: &str) -> Option<i64>;
    #[hookspec(historic)]
    fn on_configured(&self, currency: &str);
}

/// An interpreter for scripts: a line `hook = text` for each hook. A script can access only the
/// values that it was passed.
struct Script {
    lines: BTreeMap<String, String>,
    prices: Option<Arc<BTreeMap<String, i64>>>,
    currency: Mutex<String>,
}

impl Script {
    fn of(source: &str) -> Self {
        let lines = source.lines().filter_map(|line| line.split_once(" = "));
        let lines = lines.map(|(hook, text)| (hook.trim().to_owned(), text.to_owned())).collect();
        Self { lines, prices: None, currency: Mutex::default() }
    }

    fn run(&self, hook: &str, argument: &str) -> Option<String> {
        let currency = self.currency.lock().unwrap();
        let text = self.lines.get(hook)?.replace("{}", argument);
        Some(text.replace("{currency}", &currency))
    }
}

/// Passes each call to a script.
#[derive(Plugin)]
#[plugin(manual)]
struct Adapter(Script);

#[hookimpl]
impl Hooks for Adapter {
    fn greet(&self, name: &str) -> Option<String> {
        self.0.run("greet", name)
    }

    fn price(&self, item: &str) -> Option<i64> {
        let factor: i64 = self.0.run("price", item)?.parse().ok()?;
        let prices = self.0.prices.as_ref()?;
        Some(factor * prices.get(item)?)
    }

    fn on_configured(&self, currency: &str) {
        currency.clone_into(&mut self.0.currency.lock().unwrap());
    }
}

/// A compiled plugin.
#[derive(Plugin, Default)]
struct Native;

#[hookimpl(trylast)]
impl Hooks for Native {
    fn greet(&self, name: &str) -> Option<String> {
        Some(format!("good day, {name}"))
    }
}

#[test]
fn scripts_are_registered_under_their_own_ids() {
    let manager = PluginManager::new::<dyn Hooks>();
    manager.hook::<dyn Hooks>().on_configured("francs");
    manager.register(Native).unwrap().expect_active();
    let folder = [
        ("script.curt", "greet = hi"),
        ("script.rich", "greet = {}, have some {currency}\nprice = 3"),
    ];
    for (id, source) in folder {
        manager.register_as(id, Adapter(Script::of(source))).unwrap().expect_active();
    }

    let hooks = manager.hook::<dyn Hooks>();
    assert_eq!(hooks.greet("Ada"), ["Ada, have some francs", "hi", "good day, Ada"]);
    let called: Vec<_> =
        hooks.greet.hookimpls().iter().map(|it| it.plugin().id().to_string()).collect();
    assert_eq!(called, ["script.rich", "script.curt", "native"]);

    // A manager treats these plugins like others: subsets, blocking, unregistering.
    let subset = manager.subset_hook_caller::<dyn Hooks>(["script.rich"]);
    assert_eq!(subset.hook().greet("Ada"), ["hi", "good day, Ada"]);
    manager.block("script.curt").unwrap();
    assert!(
        manager.register_as("script.curt", Adapter(Script::of(""))).unwrap().active().is_none()
    );
    assert!(manager.unregister("script.rich").unwrap().is_some());
    assert_eq!(manager.hook::<dyn Hooks>().greet("Ada"), ["good day, Ada"]);
}

#[test]
fn a_script_gets_values_that_the_host_puts_into_its_adapter() {
    let prices = Arc::new(BTreeMap::from([("tea".to_owned(), 300_i64)]));
    let builder =
        PluginManager::builder::<dyn Hooks>().provide_to("script.shop", Arc::clone(&prices));
    let adapter = |context: &Context| {
        let mut script = Script::of("price = 2");
        script.prices = context.get().ok().cloned();
        Adapter(script)
    };
    let shop = adapter(&builder.context("script.shop").unwrap());
    let other = adapter(&builder.context("script.other").unwrap());
    let manager = builder.build();
    manager.register_as("script.shop", shop).unwrap().expect_active();
    manager.register_as("script.other", other).unwrap().expect_active();

    let hooks = manager.hook::<dyn Hooks>();
    assert_eq!(hooks.price("tea"), Some(600));
    let without = manager.subset_hook_caller::<dyn Hooks>(["script.shop"]);
    assert_eq!(without.hook().price("tea"), None);
}
