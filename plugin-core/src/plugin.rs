//! What a plugin is: the trait, its id, and what is known of it without running any of its code.

mod id;

mod relations;

mod plugin_ref;

use std::any::{Any, TypeId};
use std::fmt;
use std::sync::Arc;

use semver::Version;

pub use self::id::{InvalidIdError, PluginId};
pub use self::plugin_ref::PluginRef;
pub use self::relations::{Capability, Relation, Requirement};
use crate::context::TypeKey;
use crate::isolate::{Phase, Service, contain};
use crate::registry::entry::HookImplsEntry;

/// A type that can take part in a [`PluginManager`](crate::PluginManager).
///
/// It is derived, never written by hand: `#[derive(Plugin)]` gathers the facts of
/// [`PluginInfo`] from the type and from the Cargo package it stands in.
///
/// ```
/// use plugin_core::Plugin;
///
/// /// Checks bearer tokens.
/// #[derive(Plugin, Default)]
/// struct BearerAuth;
///
/// assert_eq!(BearerAuth::info().id(), "bearer-auth");
/// assert_eq!(BearerAuth::info().description(), "Checks bearer tokens.");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a plugin",
    label = "this type needs `#[derive(Plugin)]`",
    note = "a `#[hookimpl]` belongs to a plugin: write `#[derive(Plugin)]` on the type"
)]
pub trait Plugin: Send + Sync + 'static {
    #[doc(hidden)]
    const INFO: &'static PluginInfo;

    /// What is known of this type of plugin.
    fn info() -> &'static PluginInfo {
        Self::INFO
    }

    /// The hookimpls that a generic type lists, as they cannot register themselves.
    #[doc(hidden)]
    fn listed() -> Vec<HookImplsEntry> {
        Vec::new()
    }
}

/// What is known of a type of plugin before any of its code runs: constant data, gathered by
/// `#[derive(Plugin)]`.
///
/// ```
/// use plugin_core::Plugin;
///
/// #[derive(Plugin, Default)]
/// #[plugin(id = "auth", version = "1.4.0-rc.1")]
/// struct Auth;
///
/// let info = Auth::info();
/// assert_eq!(info.version(), "1.4.0-rc.1".parse().unwrap());
/// assert_eq!(info.package().name(), "plugin-core"); // where this example is compiled
/// assert_eq!(info.to_string(), "plugin `auth` 1.4.0-rc.1");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PluginInfo {
    pub(crate) id: &'static str,
    pub(crate) type_name: &'static str,
    pub(crate) version: &'static str,
    pub(crate) description: &'static str,
    pub(crate) package: Package,
    pub(crate) location: Location,
    /// Whether the type has parameters: it cannot be in the registry then.
    pub(crate) is_generic: bool,
    pub(crate) relations: &'static [Relation],
}

impl PluginInfo {
    /// The id under which the plugin registers unless the host chooses another: `id = ".."`, or
    /// the type's name in kebab-case.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The name of the type, without its path.
    pub const fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// The plugin's version: `version = ".."`, or that of its package. 0.0.0 if another build system
    /// than Cargo gave the package one that is not SemVer.
    pub fn version(&self) -> Version {
        version(self.version)
    }

    /// The first paragraph of the type's doc comment; empty if there is none.
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// The Cargo package that the plugin was compiled in.
    pub const fn package(&self) -> &Package {
        &self.package
    }

    /// Where the plugin is declared.
    pub const fn location(&self) -> &Location {
        &self.location
    }
}

/// A literal is checked when it is compiled, and a manifest by Cargo; others may have set the
/// variables of the build.
fn version(text: &str) -> Version {
    Version::parse(text).unwrap_or(Version::new(0, 0, 0))
}

impl fmt::Display for PluginInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plugin `{}` {}", self.id, self.version)
    }
}

/// The Cargo package that something was compiled in, as its manifest describes it.
///
/// ```
/// # use plugin_core::Plugin;
/// # #[derive(Plugin, Default)]
/// # struct Auth;
/// let package = Auth::info().package();
/// assert_eq!(package.name(), "plugin-core");
/// assert_eq!(package.license(), "MIT OR Apache-2.0");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
    pub(crate) authors: &'static str,
    pub(crate) license: &'static str,
    pub(crate) repository: &'static str,
}

impl Package {
    /// `package.name`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// `package.version`, as written.
    pub const fn version(&self) -> &'static str {
        self.version
    }

    pub(crate) fn parsed_version(&self) -> Version {
        version(self.version)
    }

    /// `package.authors`; empty where the manifest names none.
    pub fn authors(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.authors.split(':').filter(|author| !author.is_empty())
    }

    /// `package.license`; empty where the manifest names none.
    pub const fn license(&self) -> &'static str {
        self.license
    }

    /// `package.repository`; empty where the manifest names none.
    pub const fn repository(&self) -> &'static str {
        self.repository
    }
}

impl fmt::Display for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "package `{}` {}", self.name, self.version)
    }
}

/// A place in source code: the attribute that a plugin, a hookspec or a hookimpl begins with.
///
/// ```
/// # use plugin_core::Plugin;
/// # #[derive(Plugin, Default)]
/// # struct Auth;
/// let location = Auth::info().location();
/// assert_eq!(location.to_string(), format!("{}:{}", location.file(), location.line()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    pub(crate) module: &'static str,
    pub(crate) file: &'static str,
    pub(crate) line: u32,
}

impl Location {
    /// The path of the module, beginning with the crate's name.
    pub const fn module(&self) -> &'static str {
        self.module
    }

    /// The file, as the compiler was given it.
    pub const fn file(&self) -> &'static str {
        self.file
    }

    /// The line, counted from 1.
    pub const fn line(&self) -> u32 {
        self.line
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// An instance without its type, as managers keep it.
pub type Instance = Arc<dyn Any + Send + Sync>;

/// One plugin in a manager: an instance under an id. Cheap to clone.
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
/// manager.register(Auth { users: 3 })?;
///
/// let plugin = manager.get("auth").unwrap();
/// assert_eq!(plugin.id(), "auth");
/// assert_eq!(plugin.downcast::<Auth>().unwrap().users, 3);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
#[derive(Clone)]
pub struct RegisteredPlugin(Arc<Registered>);

struct Registered {
    id: PluginId,
    info: &'static PluginInfo,
    /// Until it is dropped.
    instance: Option<Instance>,
    /// What it took of what the host gives.
    holds: Vec<TypeKey>,
    /// In a manager that isolates its plugins.
    service: Option<Service>,
}

impl Drop for Registered {
    fn drop(&mut self) {
        let (Some(service), Some(instance)) = (&self.service, self.instance.take()) else { return };
        if let Err(panic) = contain(|| drop(instance)) {
            service.note(PluginRef::new(self.id.clone(), self.info), Phase::Drop, None, panic);
        }
    }
}

impl RegisteredPlugin {
    pub(crate) fn new(
        id: PluginId,
        info: &'static PluginInfo,
        instance: Instance,
        holds: Vec<TypeKey>,
        service: Option<Service>,
    ) -> Self {
        Self(Arc::new(Registered { id, info, instance: Some(instance), holds, service }))
    }

    /// The id under which it is registered.
    pub fn id(&self) -> &PluginId {
        &self.0.id
    }

    /// What is known of its type.
    pub fn info(&self) -> &'static PluginInfo {
        self.0.info
    }

    pub(crate) fn holds(&self) -> &[TypeKey] {
        &self.0.holds
    }

    pub(crate) fn plugin_ref(&self) -> PluginRef {
        PluginRef::new(self.id().clone(), self.info())
    }

    /// The instance, if it is a `P`.
    pub fn downcast<P: Plugin>(&self) -> Option<Arc<P>> {
        Arc::clone(self.instance()).downcast().ok()
    }

    /// Whether it is passed over in calls, as it had too many faults. Always `false` in a manager
    /// that does not [isolate](crate::PluginManagerBuilder::isolate) its plugins.
    pub fn is_suspended(&self) -> bool {
        self.service().is_some_and(Service::is_out)
    }

    /// Whether it is the same registration.
    #[cfg(feature = "testing")]
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(crate) fn type_id(&self) -> TypeId {
        (**self.instance()).type_id()
    }

    pub(crate) fn service(&self) -> Option<&Service> {
        self.0.service.as_ref()
    }

    pub(crate) fn instance(&self) -> &Instance {
        self.0.instance.as_ref().expect("it is there until the plugin is dropped")
    }
}

impl fmt::Debug for RegisteredPlugin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegisteredPlugin")
            .field("id", &self.0.id)
            .field("type", &self.0.info.type_name)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for RegisteredPlugin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plugin `{}` {}", self.0.id, self.0.info.version)
    }
}
