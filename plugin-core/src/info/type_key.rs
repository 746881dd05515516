//! A type, and how it is called.

use std::any::{TypeId, type_name};
use std::fmt;

/// A type that a plugin needs, is given, or reads its configuration as.
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
    // Not what they return: neither can be asked for everywhere in a constant.
    id: fn() -> TypeId,
    name: fn() -> &'static str,
}

impl TypeKey {
    pub(crate) const fn of<T: ?Sized + 'static>() -> Self {
        Self { id: TypeId::of::<T>, name: type_name::<T> }
    }

    /// Its path, as the compiler writes it.
    pub fn as_str(&self) -> &'static str {
        (self.name)()
    }

    pub(crate) fn id(&self) -> TypeId {
        (self.id)()
    }
}

/// Whether they are the same type, whatever it is called.
impl PartialEq for TypeKey {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for TypeKey {}

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
