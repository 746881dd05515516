//! The context that `init` of a plugin receives: the values that the host provides.

pub(crate) mod injectable;

mod values;

use std::any::TypeId;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

pub use self::values::InjectedValue;
pub(crate) use self::values::ProvidedValues;
use crate::info::{PluginId, TypeKey};
use crate::util::lock;

/// The context that `init` of a plugin receives: the values and services that the host provides to
/// this plugin, by type.
///
/// The host provides a value to [all plugins](crate::PluginManagerBuilder::provide) or to
/// [one](crate::PluginManagerBuilder::provide_to). A value for one plugin has priority over a value
/// for all plugins. A service that plugins know by a trait is provided as an [`Arc`] of the trait
/// object. If a plugin requests a value that the host does not provide, `?` in its `init` is
/// enough: registration fails with an error that names the plugin and the type.
///
/// ```standalone_crate
/// use std::sync::Arc;
/// use plugin_core::error::MissingValueError;
/// use plugin_core::{Context, Plugin, PluginManager, hookimpl, hookspec};
///
/// #[hookspec]
/// pub trait GatewayHooks {
///     fn on_startup(&self) -> String;
/// }
///
/// pub trait Clock: Send + Sync {
///     fn year(&self) -> u16;
/// }
///
/// #[derive(Plugin)]
/// #[plugin(init = Log::open, needs(Arc<dyn Clock>))]
/// struct Log {
///     clock: Arc<dyn Clock>,
/// }
///
/// impl Log {
///     fn open(context: &Context) -> Result<Self, MissingValueError> {
///         Ok(Self { clock: Arc::clone(context.get()?) })
///     }
/// }
///
/// #[hookimpl]
/// impl GatewayHooks for Log {
///     fn on_startup(&self) -> String {
///         format!("started in {}", self.clock.year())
///     }
/// }
///
/// struct Always(u16);
///
/// impl Clock for Always {
///     fn year(&self) -> u16 {
///         self.0
///     }
/// }
///
/// let clock: Arc<dyn Clock> = Arc::new(Always(1970));
/// let manager = PluginManager::builder::<dyn GatewayHooks>().provide(clock).discover()?;
/// assert_eq!(manager.hook::<dyn GatewayHooks>().on_startup(), ["started in 1970"]);
///
/// // `log` lists its needs, so registration fails before any plugin code runs.
/// let error = PluginManager::discover::<dyn GatewayHooks>().unwrap_err();
/// assert!(error.to_string().contains("plugin `log` needs `alloc::sync::Arc<dyn "));
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
///
/// A context exists only during `init`. A plugin that needs a value later stores a clone of it,
/// such as the [`Arc`] above. A plugin may also request a value that it has not listed. If that
/// value is missing, its `init` fails. A plugin requests an optional value with
/// `context.get().ok()`.
///
/// # Is a context a security boundary?
///
/// No, it does not protect against hostile code. A plugin is native code in the process of the
/// host: whatever the host provides, the plugin can open files, read the environment and call any
/// crate that it depends on. A context makes dependencies explicit: the host lists what it provides
/// in one place, [`PluginManager::injected`](crate::PluginManager::injected) shows which plugin
/// uses which value, and nothing needs to be global. It also makes plugins testable, because a test
/// can provide other values.
///
/// ```
/// # use std::sync::Arc;
/// # use plugin_core::error::MissingValueError;
/// # use plugin_core::{Context, PluginManager, hookspec};
/// # #[hookspec]
/// # trait GatewayHooks { fn on_startup(&self); }
/// # pub trait Clock: Send + Sync { fn year(&self) -> u16; }
/// # struct Log { clock: Arc<dyn Clock> }
/// # impl Log {
/// #     fn open(context: &Context) -> Result<Self, MissingValueError> {
/// #         Ok(Self { clock: Arc::clone(context.get()?) })
/// #     }
/// # }
/// # struct Always(u16);
/// # impl Clock for Always { fn year(&self) -> u16 { self.0 } }
/// let clock: Arc<dyn Clock> = Arc::new(Always(2038));
/// let builder = PluginManager::builder::<dyn GatewayHooks>().provide(clock);
/// let log = Log::open(&builder.context("log")?)?;
/// assert_eq!(log.clock.year(), 2038);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # How does a host run code that is not compiled in?
///
/// Untrusted code should run in another process, or in an interpreter that confines it. A host
/// connects it by an adapter: a plugin type with `#[plugin(manual)]` that implements the hookspec
/// and forwards each call to a script or to a module that is loaded at run time. The host creates
/// one adapter for each module and
/// [registers it under its own id](crate::PluginManager::register_as). For calls, filters, monitors
/// and ordering constraints, the adapter is a plugin like any other. The module can use only what
/// the host passes to the adapter. Here, that is a boundary.
///
/// ```
/// # use std::collections::BTreeMap;
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
///
/// #[hookspec]
/// pub trait Greetings {
///     fn greet(&self, name: &str) -> Option<String>;
/// }
///
/// /// Greets with a text that was read at run time.
/// #[derive(Plugin)]
/// #[plugin(manual)]
/// struct Script {
///     text: String,
/// }
///
/// #[hookimpl]
/// impl Greetings for Script {
///     fn greet(&self, name: &str) -> Option<String> {
///         self.text.contains("{}").then(|| self.text.replace("{}", name))
///     }
/// }
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// for (id, text) in [("script.curt", "hi"), ("script.polite", "good day, {}")] {
///     manager.register_as(id, Script { text: text.to_owned() })?.expect_active();
/// }
/// let hooks = manager.hook::<dyn Greetings>();
/// assert_eq!(hooks.greet("Ada"), ["good day, Ada"]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
pub struct Context {
    plugin: PluginId,
    values: Arc<ProvidedValues>,
    /// The types of the values that the plugin has requested and received.
    injected: Mutex<BTreeMap<TypeId, TypeKey>>,
}

impl Context {
    pub(crate) fn new(plugin: PluginId, values: Arc<ProvidedValues>) -> Self {
        Self { plugin, values, injected: Mutex::default() }
    }

    /// The id under which the plugin is to be registered.
    pub fn plugin(&self) -> &PluginId {
        &self.plugin
    }

    /// The value of this type that the host provides to the plugin.
    ///
    /// # Errors
    ///
    /// If the host does not provide a value of this type.
    pub fn get<T: Send + Sync + 'static>(&self) -> Result<&T, MissingValueError> {
        let id = self.plugin.as_str();
        match self.values.find(id, TypeId::of::<T>()).and_then(|it| it.value.downcast_ref()) {
            Some(value) => {
                lock(&self.injected).insert(TypeId::of::<T>(), TypeKey::of::<T>());
                Ok(value)
            }
            None => Err(MissingValueError {
                plugin: self.plugin.clone(),
                type_key: TypeKey::of::<T>(),
                available: self.values.available(id).collect(),
            }),
        }
    }

    /// The types of the values that the plugin has received.
    pub(crate) fn into_injected(self) -> Vec<TypeKey> {
        let injected = self.injected.into_inner().unwrap_or_else(PoisonError::into_inner);
        injected.into_values().collect()
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let available: Vec<_> = self.values.available(self.plugin.as_str()).collect();
        f.debug_struct("Context")
            .field("plugin", &self.plugin)
            .field("available", &available)
            .finish_non_exhaustive()
    }
}

/// A plugin requested a value that the host does not provide.
///
/// ```
/// # use plugin_core::{PluginManager, hookspec};
/// # #[hookspec]
/// # trait GatewayHooks { fn on_startup(&self); }
/// let builder = PluginManager::builder::<dyn GatewayHooks>().provide(8080_u16);
/// let context = builder.context("auth")?;
/// let error = context.get::<u32>().unwrap_err();
/// assert_eq!((error.plugin().as_str(), error.type_key().as_str()), ("auth", "u32"));
/// assert_eq!(
///     error.to_string(),
///     "the host does not provide `u32` to plugin `auth` (the host provides only `u16`); \
///      provide it: `builder.provide(..)`, or to `auth` alone: `builder.provide_to(\"auth\", ..)`"
/// );
/// # Ok::<(), plugin_core::error::InvalidIdError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingValueError {
    plugin: PluginId,
    type_key: TypeKey,
    /// The types of the values that the host provides to the plugin.
    available: Vec<TypeKey>,
}

impl MissingValueError {
    /// The plugin.
    pub fn plugin(&self) -> &PluginId {
        &self.plugin
    }

    /// The type of the missing value.
    pub fn type_key(&self) -> TypeKey {
        self.type_key
    }
}

impl fmt::Display for MissingValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { plugin, type_key, available } = self;
        let available = AvailableValues { type_key, available };
        write!(f, "the host does not provide `{type_key}` to plugin `{plugin}`{available}; ")?;
        write!(f, "{}", ProvideHint(plugin))
    }
}

impl Error for MissingValueError {}

/// Displays which values are available instead of the missing one. Often one of them has a similar
/// type.
pub(crate) struct AvailableValues<'a> {
    /// The type of the missing value.
    pub(crate) type_key: &'a TypeKey,
    pub(crate) available: &'a [TypeKey],
}

impl fmt::Display for AvailableValues<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.available.iter().any(|it| it.as_str() == self.type_key.as_str()) {
            return f.write_str(
                " (the host provides another type with the same name: are two versions of \
                 its crate linked?)",
            );
        }
        let Some((last, others)) = self.available.split_last() else { return Ok(()) };
        f.write_str(" (the host provides only ")?;
        others.iter().try_for_each(|it| write!(f, "`{it}`, "))?;
        write!(f, "`{last}`)")
    }
}

/// Displays how a host provides a value to a plugin.
pub(crate) struct ProvideHint<'a>(pub(crate) &'a PluginId);

impl fmt::Display for ProvideHint<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(id) = self;
        write!(
            f,
            "provide it: `builder.provide(..)`, or to `{id}` alone: `builder.provide_to(\"{id}\", \
             ..)`"
        )
    }
}
