//! A registered plugin: one instance, under an id.

use std::any::{Any, TypeId};
use std::fmt;
use std::sync::Arc;

use crate::info::{PluginId, PluginInfo, PluginRef, TypeKey};
use crate::isolate::{Phase, PluginFaults, contain};

/// An instance of a plugin without its type, as managers store it.
pub type Instance = Arc<dyn Any + Send + Sync>;

/// A registered plugin: an instance under an id. Cheap to clone.
///
/// ```
/// # use plugin_core::{Plugin, PluginManager, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// #[derive(Plugin, Default)]
/// struct Auth {
///     users: usize,
/// }
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(Auth { users: 3 })?.expect_active();
///
/// let plugin = manager.get("auth").unwrap();
/// assert_eq!(plugin.id(), "auth");
/// assert_eq!(plugin.downcast::<Auth>().unwrap().users, 3);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Clone)]
pub struct RegisteredPlugin(Arc<Registration>);

struct Registration {
    plugin: PluginRef,
    /// `Some` until the registration is dropped.
    instance: Option<Instance>,
    /// The types of the host's values that were injected into the plugin.
    injected: Vec<TypeKey>,
    /// `Some` in a manager that isolates its plugins.
    faults: Option<PluginFaults>,
}

impl Drop for Registration {
    fn drop(&mut self) {
        let (Some(faults), Some(instance)) = (&self.faults, self.instance.take()) else { return };
        if let Err(panic) = contain(|| drop(instance)) {
            faults.record(self.plugin.clone(), Phase::Drop, None, panic);
        }
    }
}

impl RegisteredPlugin {
    pub(crate) fn new(
        plugin: PluginRef,
        instance: Instance,
        injected: Vec<TypeKey>,
        faults: Option<PluginFaults>,
    ) -> Self {
        Self(Arc::new(Registration { plugin, instance: Some(instance), injected, faults }))
    }

    /// The id under which the plugin is registered.
    pub fn id(&self) -> &PluginId {
        self.0.plugin.id()
    }

    /// The facts of the plugin's type.
    pub fn info(&self) -> &'static PluginInfo {
        self.0.plugin.info()
    }

    pub(crate) fn injected(&self) -> &[TypeKey] {
        &self.0.injected
    }

    pub(crate) fn plugin_ref(&self) -> &PluginRef {
        &self.0.plugin
    }

    /// The instance, if it is of type `P`.
    pub fn downcast<P: Any + Send + Sync>(&self) -> Option<Arc<P>> {
        Arc::clone(self.instance()).downcast().ok()
    }

    /// Whether the plugin is suspended: calls skip it because it had too many faults. Always
    /// `false` in a manager that does not [isolate](crate::PluginManagerBuilder::isolate) its
    /// plugins.
    pub fn is_suspended(&self) -> bool {
        self.faults().is_some_and(PluginFaults::is_suspended)
    }

    pub(crate) fn type_id(&self) -> TypeId {
        (**self.instance()).type_id()
    }

    pub(crate) fn faults(&self) -> Option<&PluginFaults> {
        self.0.faults.as_ref()
    }

    pub(crate) fn instance(&self) -> &Instance {
        self.0
            .instance
            .as_ref()
            .expect("the instance is taken only when the registration is dropped")
    }
}

impl fmt::Debug for RegisteredPlugin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegisteredPlugin")
            .field("id", self.id())
            .field("type", &self.info().type_name())
            .finish_non_exhaustive()
    }
}

impl fmt::Display for RegisteredPlugin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plugin `{}` {}", self.id(), self.info().version)
    }
}

/// Downcasts a reference to a plugin.
///
/// # Panics
///
/// If the plugin is of another type.
#[must_use]
pub fn typed<P: Any>(plugin: &(dyn Any + Send + Sync)) -> &P {
    plugin.downcast_ref().unwrap_or_else(|| another_type())
}

/// Downcasts an instance.
///
/// # Panics
///
/// If the instance is of another type.
#[must_use]
pub fn plugin<P: Send + Sync + 'static>(instance: &Instance) -> Arc<P> {
    match Arc::clone(instance).downcast() {
        Ok(plugin) => plugin,
        Err(_) => another_type(),
    }
}

#[cold]
fn another_type() -> ! {
    unreachable!("hookimpls are stored by the type of their plugin")
}
