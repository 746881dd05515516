//! Inspecting a manager: its plugins, the injected values, and the diagnostics.

use std::any::TypeId;
use std::sync::Arc;

use super::injector::Known;
use super::shared::PluginManager;
use super::state::State;
use crate::context::InjectedValue;
use crate::error::{Diagnostic, Diagnostics, SkippedPlugin, UnusedReplacementReason};
use crate::info::HookInfo;
#[cfg(feature = "testing")]
use crate::info::HookSpecInfo;
use crate::inspect::diagnose::{constraints, diagnose};
use crate::plugin::Plugin;
use crate::registered::RegisteredPlugin;
use crate::registry::Registry;

/// Inspecting a manager.
impl PluginManager {
    /// The project whose plugins [`load_linked`](Self::load_linked) registers.
    ///
    /// ```
    /// # use plugin_core::{PluginManager, hookspec};
    /// #[hookspec(project = "gateway")]
    /// trait GatewayHooks { fn on_startup(&self); }
    ///
    /// assert_eq!(PluginManager::new::<dyn GatewayHooks>().project(), "gateway");
    /// ```
    pub fn project(&self) -> &'static str {
        self.shared.contract.project()
    }

    /// Finds what is missing or unused: compares what the build listed with what is linked and
    /// registered.
    ///
    /// ```
    /// # use plugin_core::{PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); }
    /// # let manager = PluginManager::new::<dyn GatewayHooks>();
    /// let diagnostics = manager.diagnose();
    /// assert!(!diagnostics.is_clean()); // there is no plugin
    /// println!("{diagnostics}");
    /// ```
    pub fn diagnose(&self) -> Diagnostics {
        let state = self.state();
        let linked = Registry::linked();
        let registered = state.plugins();
        let mut known: Vec<&str> = registered.iter().map(|it| it.id().as_str()).collect();
        linked.plugins().for_each(|it| known.push(it.id()));
        let filters = &self.shared.filters;
        let names = state.known_names().collect();
        let mut unmatched = constraints(self.shared.tables.constrained(), &names);
        unmatched.extend(state.exclusions.diagnostics(filters, &known));
        let is_empty = registered.is_empty() && self.is_unexpectedly_empty(&state);
        let mut unused = self.shared.injector.diagnostics(&Known::all(&registered));
        unused.extend(self.unused_replacements(&state));
        let skipped = state.skipped.clone();
        diagnose(linked, self.project(), unmatched, skipped, unused, is_empty)
    }

    /// Finds replacements that are not registered, and would not be by loading the linked plugins.
    fn unused_replacements(&self, state: &State) -> impl Iterator<Item = Diagnostic> {
        self.shared.replacements.iter().filter_map(|(id, replacement)| {
            let registered = state.get(id);
            if registered.is_some_and(|it| it.type_id() == replacement.type_id()) {
                return None;
            }
            let linked = Registry::linked();
            let with_id: Vec<_> = linked.with_id(id).collect();
            let mut projects: Vec<_> = with_id
                .iter()
                .flat_map(|it| linked.hookimpls_of(it.type_id()))
                .map(|it| it.spec().project())
                .collect();
            projects.sort_unstable();
            projects.dedup();
            let reason = if let Some(registered) = registered {
                UnusedReplacementReason::Taken(registered.plugin_ref().clone())
            } else if with_id.is_empty() {
                UnusedReplacementReason::NotLinked { nearest: linked.nearest_id(id) }
            } else if with_id.iter().all(|it| it.constructor().is_none()) {
                UnusedReplacementReason::Manual
            } else if !projects.contains(&self.project()) {
                UnusedReplacementReason::OtherProjects(projects)
            } else {
                let exclusion = state.exclusions.by_filter(&self.shared.filters, id);
                UnusedReplacementReason::Excluded(exclusion?)
            };
            Some(Diagnostic::UnusedReplacement { id: id.clone(), reason })
        })
    }

    /// Whether there is no known reason for an empty manager to be empty.
    pub(super) fn is_unexpectedly_empty(&self, state: &State) -> bool {
        let linked = Registry::linked();
        let mut own = linked.entries_of(self.project()).filter(|it| it.constructor().is_some());
        let is_blocked =
            own.any(|it| state.exclusions.reason(&self.shared.filters, it.info().id()).is_some());
        let is_intended = self.shared.filters.blocks_all || is_blocked || !state.skipped.is_empty();
        !is_intended && !linked.is_complete()
    }

    /// The plugins that were [skipped](crate::manager::ResolvePolicy::Skip) because they cannot
    /// work with the others, and the reasons.
    ///
    /// ```
    /// # use plugin_core::{PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); }
    /// # let manager = PluginManager::new::<dyn GatewayHooks>();
    /// for skipped in manager.skipped() {
    ///     eprintln!("warning: {skipped}");
    /// }
    /// ```
    pub fn skipped(&self) -> Vec<SkippedPlugin> {
        self.state().skipped.clone()
    }

    /// The registered plugins, in registration order.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # #[derive(Plugin, Default)]
    /// # struct Curt;
    /// let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite)?.expect_active();
    /// manager.register(Curt)?.expect_active();
    /// let ids: Vec<_> = manager.plugins().iter().map(|it| it.id().to_string()).collect();
    /// assert_eq!(ids, ["polite", "curt"]);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn plugins(&self) -> Vec<RegisteredPlugin> {
        self.state().plugins()
    }

    /// The plugin with this id.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite)?.expect_active();
    /// assert_eq!(manager.get("polite").unwrap().info().type_name(), "Polite");
    /// assert!(manager.get("rude").is_none());
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn get(&self, id: &str) -> Option<RegisteredPlugin> {
        self.state().get(id).cloned()
    }

    /// The registered plugin of this type. If there are several, returns the one that was
    /// registered first.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; }
    /// #[derive(Plugin)]
    /// #[plugin(manual)]
    /// struct Polite { name: String }
    ///
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite { name: "Ada".to_owned() })?.expect_active();
    /// assert_eq!(manager.get_as::<Polite>().unwrap().name, "Ada");
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn get_as<P: Plugin>(&self) -> Option<Arc<P>> {
        self.state().of_type(TypeId::of::<P>())?.downcast()
    }

    /// The hooks that a plugin implements, sorted by hookspec and then in declaration order. `None`
    /// if no plugin with this id is registered.
    ///
    /// ```
    /// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
    /// # #[hookspec]
    /// # trait Greetings { fn greet(&self) -> String; fn part(&self); }
    /// # #[derive(Plugin, Default)]
    /// # struct Polite;
    /// # #[hookimpl]
    /// # impl Greetings for Polite { fn greet(&self) -> String { "good day".to_owned() } }
    /// # let manager = PluginManager::new::<dyn Greetings>();
    /// manager.register(Polite)?.expect_active();
    /// let hooks = manager.hooks_for("polite").unwrap();
    /// assert_eq!(hooks.iter().map(|hook| hook.name()).collect::<Vec<_>>(), ["greet"]);
    /// # Ok::<(), plugin_core::RegisterError>(())
    /// ```
    pub fn hooks_for(&self, id: &str) -> Option<Vec<&'static HookInfo>> {
        let plugin = self.get(id)?;
        Some(self.shared.tables.hooks_for(plugin.id()))
    }

    /// The values that the host provides, and the plugins that each was injected into. The values
    /// for all plugins come first, then the values for single plugins, sorted by id and type. See
    /// [`InjectedValue`] for an example.
    pub fn injected(&self) -> Vec<InjectedValue> {
        self.shared.injector.values.report(&self.plugins())
    }
}

/// For tests.
#[cfg(feature = "testing")]
impl PluginManager {
    /// The contract that the manager was made for.
    pub(crate) fn contract(&self) -> &'static HookSpecInfo {
        self.shared.contract
    }

    /// The hookspecs that the manager may call: its contract, those that plugins implement or the
    /// host has asked for, and all linked ones.
    pub(crate) fn hookspecs(&self) -> Vec<&'static HookSpecInfo> {
        self.shared.tables.build_all();
        let own = [self.contract()].into_iter().chain(self.shared.tables.specs());
        own.chain(Registry::linked().hookspecs()).collect()
    }
}
