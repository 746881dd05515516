//! A type as a key, with its name.

use std::any::{TypeId, type_name};
use std::fmt;
use std::hash::{Hash, Hasher};

/// The type of a value that a plugin needs or a host provides, or of a plugin's configuration. Two
/// keys are equal if they are of the same type.
///
/// ```
/// use std::sync::Arc;
/// use plugin_core::{Context, Plugin};
///
/// # trait Clock {}
/// # struct Pool;
/// #[derive(Plugin)]
/// #[plugin(init = Auth::open, needs(Pool, Arc<dyn Clock + Send + Sync>))]
/// struct Auth;
///
/// impl Auth {
///     fn open(_context: &Context) -> Self { Self }
/// }
///
/// let [pool, clock] = Auth::info().needs() else { panic!() };
/// assert!(pool.as_str().ends_with("::Pool"));
/// assert!(clock.to_string().starts_with("alloc::sync::Arc<dyn "));
/// ```
#[derive(Clone, Copy)]
pub struct TypeKey {
    // Functions, because their results cannot be computed in every constant.
    id: fn() -> TypeId,
    name: fn() -> &'static str,
}

impl TypeKey {
    pub(crate) const fn of<T: ?Sized + 'static>() -> Self {
        Self { id: TypeId::of::<T>, name: type_name::<T> }
    }

    /// The path of the type, as the compiler writes it.
    pub fn as_str(&self) -> &'static str {
        (self.name)()
    }

    pub(crate) fn id(&self) -> TypeId {
        (self.id)()
    }
}

// Keys are compared and hashed by type and not by name: two types may have the same name.

impl PartialEq for TypeKey {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for TypeKey {}

impl Hash for TypeKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id().hash(state);
    }
}

impl fmt::Debug for TypeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for TypeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
