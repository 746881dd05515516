//! Whether a plugin keeps to what is expected of plugins, and of those of its contract.

use std::any::TypeId;
use std::sync::Arc;

use super::altered;
use crate::hook::erased::HookImplsEntry;
use crate::hook::spec::HookSpec;
use crate::info::{PluginId, PluginInfo};
use crate::manager::{IntoInstance, PluginManager};
use crate::plugin::Plugin;
use crate::registry::Registry;

/// Checks that a plugin of the registry can be used by hosts of the hookspec `S`, and that it meets
/// the `expectations` of that contract. They are given a manager with this plugin alone; what it
/// requires of others is not looked at.
///
/// A crate with a contract may publish its expectations, and each crate with a plugin calls this in
/// a test:
///
/// ```
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec, testing};
///
/// #[hookspec]
/// pub trait Greetings { fn greet(&self, name: &str) -> String; }
///
/// pub fn expectations(manager: &PluginManager) {
///     for greeting in manager.hook::<dyn Greetings>().greet("Ada") {
///         assert!(greeting.contains("Ada"), "a greeting names whom it greets: {greeting}");
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
/// With everything that is wrong: the plugin implements no hook of `S`, is not for this version of
/// the contract, has wishes about itself, or cannot be constructed. And if the expectations do.
#[track_caller]
pub fn check<P: Plugin, S: HookSpec + ?Sized>(expectations: impl FnOnce(&PluginManager)) {
    let manager = PluginManager::new::<S>();
    let mut mistakes = mistakes::<P, S>();
    match manager.load_known_as::<P>(alone(P::info())) {
        Ok(_) => {}
        Err(error) => mistakes.push(error.to_string()),
    }
    conclude::<P>(&mistakes);
    expectations(&manager);
}

/// As [`check`], for a plugin that the host constructs.
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
/// As [`check`].
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
    let mut mistakes = mistakes::<P, S>();
    if let Ok(id) = PluginId::new(P::info().id())
        && let Err(error) = manager.register_known_as(id, alone(P::info()), plugin)
    {
        mistakes.push(error.to_string());
    }
    conclude::<P>(&mistakes);
    expectations(&manager);
}

/// What is wrong with the plugin before it is constructed.
fn mistakes<P: Plugin, S: HookSpec + ?Sized>() -> Vec<String> {
    let info = P::info();
    let mut mistakes = Vec::new();
    if let Err(error) = PluginId::new(info.id()) {
        mistakes.push(error.to_string());
    }
    let contract = S::INFO;
    if let Some(host) = info.contract()
        && !host.matches(&contract.package().parsed_version())
    {
        mistakes.push(format!(
            "it is for a host of version `{host}`, and `{}` is of {}",
            contract.name(),
            contract.package()
        ));
    }
    let linked = Registry::linked().hookimpls_of(TypeId::of::<P>());
    let entries = linked.iter().copied().chain(P::listed());
    let hookimpls: Vec<_> = entries.filter(|it| it.spec_type() == TypeId::of::<S>()).collect();
    if hookimpls.is_empty() {
        mistakes.push(format!("it implements no hook of `{}`", contract.name()));
    }
    for hookimpl in hookimpls.iter().flat_map(HookImplsEntry::hookimpls) {
        let mut constraints = hookimpl.before().iter().chain(hookimpl.after());
        if constraints.any(|constraint| *constraint == info.id()) {
            mistakes.push(format!("`{}` has a constraint about its own plugin", hookimpl.method()));
        }
    }
    mistakes
}

/// The plugin without what it says of others.
fn alone(info: &PluginInfo) -> &'static PluginInfo {
    altered(PluginInfo { relations: &[], ..info.clone() })
}

#[track_caller]
fn conclude<P: Plugin>(mistakes: &[String]) {
    let info = P::info();
    let (at, list) = (info.location(), mistakes.join("\n* "));
    assert!(mistakes.is_empty(), "{info} ({at}) does not keep to its contract:\n* {list}");
}
