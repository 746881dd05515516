//! The values that a host provides to plugins. They do not change after the manager is built.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::sync::Arc;

use crate::info::{PluginId, TypeKey};
use crate::registered::RegisteredPlugin;

/// All provided values, by type.
#[derive(Clone, Default)]
pub(crate) struct ProvidedValues {
    /// The values for all plugins.
    to_all: ByType,
    /// The values for one plugin, by plugin id.
    to_one: BTreeMap<String, ByType>,
    /// The types of which a second value was provided, and the plugin id if it was for one plugin.
    duplicates: Vec<(Option<String>, TypeKey)>,
}

type ByType = BTreeMap<TypeId, Value>;

#[derive(Clone)]
pub(crate) struct Value {
    pub(crate) type_key: TypeKey,
    pub(crate) value: Arc<dyn Any + Send + Sync>,
}

impl ProvidedValues {
    /// Provides a value to the plugin with this id, or to all plugins. If there already is a value
    /// of this type, the new value is dropped and recorded as a duplicate.
    pub(crate) fn add<T: Send + Sync + 'static>(&mut self, to: Option<&str>, value: T) {
        let values = match to {
            Some(id) => self.to_one.entry(id.to_owned()).or_default(),
            None => &mut self.to_all,
        };
        let type_key = TypeKey::of::<T>();
        match values.entry(type_key.id()) {
            Entry::Vacant(it) => drop(it.insert(Value { type_key, value: Arc::new(value) })),
            Entry::Occupied(_) => self.duplicates.push((to.map(str::to_owned), type_key)),
        }
    }

    /// The value of this type for the plugin. A value for this plugin alone has priority.
    pub(crate) fn find(&self, plugin: &str, type_id: TypeId) -> Option<&Value> {
        let own = self.to_one.get(plugin).and_then(|it| it.get(&type_id));
        own.or_else(|| self.to_all.get(&type_id))
    }

    /// The types of all values that are available to the plugin, sorted by name.
    pub(crate) fn available(&self, plugin: &str) -> impl Iterator<Item = TypeKey> + use<> {
        let own = self.to_one.get(plugin).into_iter().flatten();
        let all: BTreeMap<_, _> = own
            .chain(&self.to_all)
            .map(|(id, it)| ((it.type_key.as_str(), *id), it.type_key))
            .collect();
        all.into_values()
    }

    /// The types of which a second value was provided, with the plugin id if it was for one plugin.
    pub(crate) fn duplicates(&self) -> impl Iterator<Item = (Option<&str>, TypeKey)> {
        self.duplicates.iter().map(|(to, type_key)| (to.as_deref(), *type_key))
    }

    /// The plugin ids and types of the values for one plugin, sorted by id and name.
    pub(crate) fn to_one(&self) -> impl Iterator<Item = (&str, TypeKey)> {
        self.to_one.iter().flat_map(|(id, values)| by_name(values).map(|it| (id.as_str(), it)))
    }

    /// All values, with the plugins that each was injected into.
    pub(crate) fn report(&self, plugins: &[RegisteredPlugin]) -> Vec<InjectedValue> {
        let to_all = by_name(&self.to_all).map(|it| (None, it));
        let to_one = self.to_one().map(|(id, it)| (Some(id), it));
        let values = to_all.chain(to_one).map(|(to, type_key)| {
            let has_it = |plugin: &&RegisteredPlugin| {
                let id = plugin.id().as_str();
                let has_own = self.to_one.get(id).is_some_and(|it| it.contains_key(&type_key.id()));
                let is_for_it = to.map_or(!has_own, |to| to == id);
                is_for_it && plugin.injected().contains(&type_key)
            };
            let mut plugins: Vec<_> =
                plugins.iter().filter(has_it).map(|plugin| plugin.id().clone()).collect();
            plugins.sort_unstable();
            InjectedValue { type_key, to: to.map(str::to_owned), plugins }
        });
        values.collect()
    }
}

fn by_name(values: &ByType) -> impl Iterator<Item = TypeKey> {
    let mut types: Vec<_> = values.values().map(|it| it.type_key).collect();
    types.sort_unstable_by_key(TypeKey::as_str);
    types.into_iter()
}

impl fmt::Debug for ProvidedValues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to_all = by_name(&self.to_all).map(|it| (None, it));
        let to_one = self.to_one().map(|(id, it)| (Some(id), it));
        f.debug_list().entries(to_all.chain(to_one)).finish()
    }
}

/// A value that the host provides, and the plugins that it was injected into: an item of
/// [`PluginManager::injected`](crate::PluginManager::injected).
///
/// ```
/// # use plugin_core::error::MissingValueError;
/// # use plugin_core::{Context, Plugin, PluginManager, hookspec};
/// # #[hookspec]
/// # trait GatewayHooks { fn on_startup(&self); }
/// #[derive(Plugin)]
/// #[plugin(init = Server::open)]
/// struct Server(u16);
///
/// impl Server {
///     fn open(context: &Context) -> Result<Self, MissingValueError> {
///         Ok(Self(*context.get()?))
///     }
/// }
///
/// let manager = PluginManager::builder::<dyn GatewayHooks>()
///     .provide(8080_u16)
///     .provide_to("auth", 'x')
///     .build();
/// manager.load::<Server>()?.expect_active();
///
/// let lines: Vec<_> = manager.injected().iter().map(ToString::to_string).collect();
/// assert_eq!(lines, [
///     "`u16` is provided to all plugins, and injected into `server`",
///     "`char` is provided to `auth`, and injected into no plugin",
/// ]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InjectedValue {
    type_key: TypeKey,
    to: Option<String>,
    plugins: Vec<PluginId>,
}

impl InjectedValue {
    /// The type of the value.
    pub fn type_key(&self) -> TypeKey {
        self.type_key
    }

    /// The id of the plugin that the value is provided to; `None` if it is provided to all plugins.
    pub fn to(&self) -> Option<&str> {
        self.to.as_deref()
    }

    /// The registered plugins that the value was injected into, sorted by id.
    pub fn plugins(&self) -> &[PluginId] {
        &self.plugins
    }
}

impl fmt::Display for InjectedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is provided to ", self.type_key)?;
        match &self.to {
            Some(id) => write!(f, "`{}`", id.escape_debug())?,
            None => f.write_str("all plugins")?,
        }
        f.write_str(", and injected into ")?;
        let Some((last, others)) = self.plugins.split_last() else {
            return f.write_str("no plugin");
        };
        others.iter().try_for_each(|it| write!(f, "`{it}`, "))?;
        write!(f, "`{last}`")
    }
}
