//! What a plugin is given when it is constructed, and what it asks for in vain.

pub(crate) mod injectable;

mod values;

use std::any::TypeId;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::sync::{Arc, Mutex};

pub use self::values::InjectedValue;
pub(crate) use self::values::ProvidedValues;
use crate::info::{PluginId, TypeKey};
use crate::util::lock;

/// What `init` of a plugin receives: the values and services that the host has chosen to give to
/// this plugin, by type.
///
/// The host gives to [all plugins](crate::PluginManagerBuilder::provide) or to
/// [one](crate::PluginManagerBuilder::provide_to); what is granted to one goes before what is provided
/// for all. A service that plugins know by a trait is given as an [`Arc`] of it. To ask for what was
/// not given is an error when plugins are taken in, which names the plugin and the type: `?` is
/// enough.
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
/// // Who lists what it needs is refused before any code of any plugin runs.
/// let error = PluginManager::discover::<dyn GatewayHooks>().unwrap_err();
/// assert!(error.to_string().contains("plugin `log` needs `alloc::sync::Arc<dyn "));
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
///
/// A context lasts as long as `init`. What a plugin needs later it takes with it: a clone of an
/// [`Arc`], as above. A plugin may also ask for what it has not listed; then it is its `init` that
/// fails, and what it can do without it may take by `context.get().ok()`.
///
/// # What this is not
///
/// It is no boundary against hostile code. A plugin is native code in the process of the host: it
/// can open files, read the environment and call any crate that it depends on, whatever it was
/// given. A context keeps honest plugins honest: what one works with is written down where the host
/// is put together, [`PluginManager::injected`](crate::PluginManager::injected) shows who took what, and
/// nothing need be global. And it makes them testable: a test gives other things.
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
/// # Code that is not compiled in
///
/// Code that is not trusted does not belong in the process, or belongs in an interpreter that
/// confines it. The place for it is a plugin that is an adapter: a type under `#[plugin(manual)]`
/// which implements the hookspec by handing each call on, to a script or to a module that was loaded
/// at run time. The host makes one for each module and
/// [registers it under an id of its own](crate::PluginManager::register_as). To callers, lists,
/// monitors and wishes it is a plugin like any other. What the module may use is what the host puts
/// into the adapter, and here that is a boundary.
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
/// /// Greets as a text says that was read at run time.
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
    taken: Mutex<BTreeMap<TypeId, TypeKey>>,
}

impl Context {
    pub(crate) fn new(plugin: PluginId, values: Arc<ProvidedValues>) -> Self {
        Self { plugin, values, taken: Mutex::default() }
    }

    /// The id under which the plugin is to be registered.
    pub fn plugin(&self) -> &PluginId {
        &self.plugin
    }

    /// The value of this type that the plugin was given.
    ///
    /// # Errors
    ///
    /// When it was given none.
    pub fn get<T: Send + Sync + 'static>(&self) -> Result<&T, MissingValueError> {
        let id = self.plugin.as_str();
        match self.values.find(id, TypeId::of::<T>()).and_then(|it| it.value.downcast_ref()) {
            Some(value) => {
                lock(&self.taken).insert(TypeId::of::<T>(), TypeKey::of::<T>());
                Ok(value)
            }
            None => Err(MissingValueError {
                plugin: self.plugin.clone(),
                type_name: TypeKey::of::<T>(),
                given: self.values.given_to(id).collect(),
            }),
        }
    }

    /// What the plugin asked for and got.
    pub(crate) fn into_taken(self) -> Vec<TypeKey> {
        let taken = self.taken.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        taken.into_values().collect()
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given: Vec<_> = self.values.given_to(self.plugin.as_str()).collect();
        f.debug_struct("Context")
            .field("plugin", &self.plugin)
            .field("given", &given)
            .finish_non_exhaustive()
    }
}

/// A plugin asked for what the host did not give to it.
///
/// ```
/// # use plugin_core::{PluginManager, hookspec};
/// # #[hookspec]
/// # trait GatewayHooks { fn on_startup(&self); }
/// let builder = PluginManager::builder::<dyn GatewayHooks>().provide(8080_u16);
/// let context = builder.context("auth")?;
/// let error = context.get::<u32>().unwrap_err();
/// assert_eq!((error.plugin().as_str(), error.type_name().as_str()), ("auth", "u32"));
/// assert_eq!(
///     error.to_string(),
///     "plugin `auth` was not granted `u32`, but only `u16`; \
///      give it: `builder.provide(..)`, or to `auth` alone: `builder.provide_to(\"auth\", ..)`"
/// );
/// # Ok::<(), plugin_core::error::InvalidIdError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingValueError {
    plugin: PluginId,
    type_name: TypeKey,
    /// What it was given instead.
    given: Vec<TypeKey>,
}

impl MissingValueError {
    /// The plugin.
    pub fn plugin(&self) -> &PluginId {
        &self.plugin
    }

    /// The type.
    pub fn type_name(&self) -> TypeKey {
        self.type_name
    }
}

impl fmt::Display for MissingValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { plugin, type_name, given } = self;
        write!(f, "plugin `{plugin}` was not granted `{type_name}`{}; ", But { type_name, given })?;
        write!(f, "{}", Give(plugin))
    }
}

impl Error for MissingValueError {}

/// What is there in the place of a type: often it is one that looks like it.
pub(crate) struct But<'a> {
    pub(crate) type_name: &'a TypeKey,
    pub(crate) given: &'a [TypeKey],
}

impl fmt::Display for But<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.given.iter().any(|it| it.as_str() == self.type_name.as_str()) {
            return f
                .write_str(", but another type of that name: is its crate there in two versions?");
        }
        let Some((last, others)) = self.given.split_last() else { return Ok(()) };
        f.write_str(", but only ")?;
        others.iter().try_for_each(|it| write!(f, "`{it}`, "))?;
        write!(f, "`{last}`")
    }
}

/// How a host gives something to a plugin.
pub(crate) struct Give<'a>(pub(crate) &'a PluginId);

impl fmt::Display for Give<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(id) = self;
        write!(
            f,
            "give it: `builder.provide(..)`, or to `{id}` alone: `builder.provide_to(\"{id}\", ..)`"
        )
    }
}
