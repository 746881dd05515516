//! What a host has given to plugins. It does not change once there is a manager.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::sync::Arc;

use crate::info::{PluginId, TypeKey};
use crate::registered::RegisteredPlugin;

/// All that is given, by type.
#[derive(Clone, Default)]
pub(crate) struct ProvidedValues {
    to_all: Given,
    /// By id.
    to_one: BTreeMap<String, Given>,
    /// What was given again to those that had it.
    again: Vec<(Option<String>, TypeKey)>,
}

type Given = BTreeMap<TypeId, Value>;

#[derive(Clone)]
pub(crate) struct Value {
    pub(crate) type_name: TypeKey,
    pub(crate) value: Arc<dyn Any + Send + Sync>,
}

impl ProvidedValues {
    /// Gives a value to the plugin with this id, or to all. If they have one of the type, this one
    /// is dropped, and the mistake kept.
    pub(crate) fn add<T: Send + Sync + 'static>(&mut self, to: Option<&str>, value: T) {
        let given = match to {
            Some(id) => self.to_one.entry(id.to_owned()).or_default(),
            None => &mut self.to_all,
        };
        let type_name = TypeKey::of::<T>();
        match given.entry(type_name.id()) {
            Entry::Vacant(it) => drop(it.insert(Value { type_name, value: Arc::new(value) })),
            Entry::Occupied(_) => self.again.push((to.map(str::to_owned), type_name)),
        }
    }

    /// What the plugin has of a type.
    pub(crate) fn find(&self, plugin: &str, type_id: TypeId) -> Option<&Value> {
        let own = self.to_one.get(plugin).and_then(|it| it.get(&type_id));
        own.or_else(|| self.to_all.get(&type_id))
    }

    /// All types that the plugin has, sorted by name.
    pub(crate) fn given_to(&self, plugin: &str) -> impl Iterator<Item = TypeKey> + use<> {
        let own = self.to_one.get(plugin).into_iter().flatten();
        let all: BTreeMap<_, _> = own
            .chain(&self.to_all)
            .map(|(id, it)| ((it.type_name.as_str(), *id), it.type_name))
            .collect();
        all.into_values()
    }

    /// The types that were given again, and to whom.
    pub(crate) fn again(&self) -> impl Iterator<Item = (Option<&str>, TypeKey)> {
        self.again.iter().map(|(to, type_name)| (to.as_deref(), *type_name))
    }

    /// What is given to single ids, sorted by id and name.
    pub(crate) fn to_single(&self) -> impl Iterator<Item = (&str, TypeKey)> {
        self.to_one.iter().flat_map(|(id, given)| by_name(given).map(|it| (id.as_str(), it)))
    }

    /// The report: who holds what.
    pub(crate) fn report(&self, plugins: &[RegisteredPlugin]) -> Vec<InjectedValue> {
        let to_all = by_name(&self.to_all).map(|it| (None, it));
        let to_single = self.to_single().map(|(id, it)| (Some(id), it));
        let values = to_all.chain(to_single).map(|(to, type_name)| {
            let holds = |plugin: &&RegisteredPlugin| {
                let id = plugin.id().as_str();
                let its_own =
                    self.to_one.get(id).is_some_and(|it| it.contains_key(&type_name.id()));
                let reaches = to.map_or(!its_own, |to| to == id);
                reaches && plugin.injected().contains(&type_name)
            };
            let mut holders: Vec<_> =
                plugins.iter().filter(holds).map(|plugin| plugin.id().clone()).collect();
            holders.sort_unstable();
            InjectedValue { type_name, to: to.map(str::to_owned), holders }
        });
        values.collect()
    }
}

fn by_name(given: &Given) -> impl Iterator<Item = TypeKey> {
    let mut names: Vec<_> = given.values().map(|it| it.type_name).collect();
    names.sort_unstable_by_key(TypeKey::as_str);
    names.into_iter()
}

impl fmt::Debug for ProvidedValues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to_all = by_name(&self.to_all).map(|it| (None, it));
        let to_single = self.to_single().map(|(id, it)| (Some(id), it));
        f.debug_list().entries(to_all.chain(to_single)).finish()
    }
}

/// Something that the host gives, and the plugins that took it: a line of
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
///     "`u16`, for all plugins: held by `server`",
///     "`char`, for `auth` alone: held by nobody",
/// ]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InjectedValue {
    type_name: TypeKey,
    to: Option<String>,
    holders: Vec<PluginId>,
}

impl InjectedValue {
    /// The type.
    pub fn type_name(&self) -> TypeKey {
        self.type_name
    }

    /// The id of the plugin that it is for; `None` if it is for all.
    pub fn to(&self) -> Option<&str> {
        self.to.as_deref()
    }

    /// The registered plugins that took it, sorted by id.
    pub fn holders(&self) -> &[PluginId] {
        &self.holders
    }
}

impl fmt::Display for InjectedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`, for ", self.type_name)?;
        match &self.to {
            Some(id) => write!(f, "`{}` alone: held by ", id.escape_debug())?,
            None => f.write_str("all plugins: held by ")?,
        }
        let Some((last, others)) = self.holders.split_last() else { return f.write_str("nobody") };
        others.iter().try_for_each(|it| write!(f, "`{it}`, "))?;
        write!(f, "`{last}`")
    }
}
