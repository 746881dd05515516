//! Checks that a plugin meets what every plugin and its contract must meet.

use std::any::TypeId;
use std::sync::Arc;

use super::leaked_info;
use crate::hook::erased::HookImplsEntry;
use crate::hook::spec::HookSpec;
use crate::info::{PluginId, PluginInfo};
use crate::manager::{IntoInstance, PluginManager};
use crate::plugin::Plugin;
use crate::registry::Registry;

/// Checks that hosts of the hookspec `S` can use a linked plugin, and that the plugin meets the
/// `expectations` of the contract. `expectations` gets a manager with this plugin alone. The
/// plugin's relations to other plugins are ignored.
///
/// The crate of a contract can publish its expectations. Each plugin crate then calls this function
/// in a test:
///
/// ```
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec, testing};
///
/// #[hookspec]
/// pub trait Greetings { fn greet(&self, name: &str) -> String; }
///
/// pub fn expectations(manager: &PluginManager) {
///     for greeting in manager.hook::<dyn Greetings>().greet("Ada") {
///         assert!(greeting.contains("Ada"), "a greeting contains the name: {greeting}");
///     }
/// }
///
/// #[derive(Plugin, Default)]
/// struct Polite;
///
/// #[hookimpl]
/// impl Greetings for Polite {
///     fn greet(&self, name: &str) -> String { format!("good day, {name}") }
/// }
///
/// testing::check::<Polite, dyn Greetings>(expectations);
/// ```
///
/// # Panics
///
/// If the plugin implements no hook of `S`, does not support this version of the contract, has an
/// ordering constraint on itself, or cannot be constructed. The message lists everything that is
/// wrong. Also if `expectations` panics.
#[track_caller]
pub fn check<P: Plugin, S: HookSpec + ?Sized>(expectations: impl FnOnce(&PluginManager)) {
    let manager = PluginManager::new::<S>();
    let mut errors = static_errors::<P, S>();
    match manager.load_known_as::<P>(alone(P::info())) {
        Ok(_) => {}
        Err(error) => errors.push(error.to_string()),
    }
    conclude::<P>(&errors);
    expectations(&manager);
}

/// Like [`check`], for a plugin that the host constructs.
///
/// ```
/// # use plugin_core::{Plugin, hookimpl, hookspec, testing};
/// # #[hookspec]
/// # pub trait Greetings { fn greet(&self, name: &str) -> String; }
/// #[derive(Plugin)]
/// #[plugin(manual)]
/// struct Polite { greeting: String }
///
/// #[hookimpl]
/// impl Greetings for Polite {
///     fn greet(&self, name: &str) -> String { format!("{}, {name}", self.greeting) }
/// }
///
/// let polite = Polite { greeting: "good day".to_owned() };
/// testing::check_instance::<dyn Greetings>(polite, |manager| {
///     assert_eq!(manager.hook::<dyn Greetings>().greet("Ada"), ["good day, Ada"]);
/// });
/// ```
///
/// # Panics
///
/// Like [`check`].
#[track_caller]
pub fn check_instance<S: HookSpec + ?Sized>(
    plugin: impl IntoInstance,
    expectations: impl FnOnce(&PluginManager),
) {
    check_shared::<_, S>(plugin.into_instance(), expectations);
}

#[track_caller]
fn check_shared<P: Plugin, S: HookSpec + ?Sized>(
    plugin: Arc<P>,
    expectations: impl FnOnce(&PluginManager),
) {
    let manager = PluginManager::new::<S>();
    let mut errors = static_errors::<P, S>();
    if let Ok(id) = PluginId::new(P::info().id())
        && let Err(error) = manager.register_known_as(id, alone(P::info()), plugin)
    {
        errors.push(error.to_string());
    }
    conclude::<P>(&errors);
    expectations(&manager);
}

/// Everything that is wrong with the plugin before it is constructed.
fn static_errors<P: Plugin, S: HookSpec + ?Sized>() -> Vec<String> {
    let info = P::info();
    let mut errors = Vec::new();
    if let Err(error) = PluginId::new(info.id()) {
        errors.push(error.to_string());
    }
    let contract = S::INFO;
    if let Some(required) = info.contract()
        && !required.matches(&contract.package().parsed_version())
    {
        errors.push(format!(
            "it is written for version `{required}` of the contract package `{}`; `{}` is from version {}",
            contract.package().name(),
            contract.name(),
            contract.package().version()
        ));
    }
    let linked = Registry::linked().hookimpls_of(TypeId::of::<P>());
    let entries = linked.iter().copied().chain(P::listed());
    let hookimpls: Vec<_> = entries.filter(|it| it.spec_type() == TypeId::of::<S>()).collect();
    if hookimpls.is_empty() {
        errors.push(format!("it implements no hook of `{}`", contract.name()));
    }
    for hookimpl in hookimpls.iter().flat_map(HookImplsEntry::hookimpls) {
        let mut constraints = hookimpl.before().iter().chain(hookimpl.after());
        if constraints.any(|constraint| *constraint == info.id()) {
            errors.push(format!(
                "`{}` has an ordering constraint on its own plugin",
                hookimpl.method()
            ));
        }
    }
    errors
}

/// The facts of the plugin without its relations.
fn alone(info: &PluginInfo) -> &'static PluginInfo {
    leaked_info(PluginInfo { relations: &[], ..info.clone() })
}

#[track_caller]
fn conclude<P: Plugin>(errors: &[String]) {
    let info = P::info();
    let (at, list) = (info.location(), errors.join("\n* "));
    assert!(errors.is_empty(), "{info} ({at}) does not meet its contract:\n* {list}");
}
