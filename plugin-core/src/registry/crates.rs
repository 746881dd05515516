//! The crates that a host names so that they are linked: `plugin_crates!`.

use std::fmt;

use crate::info::{Location, Package};

/// Links the plugin crates of a host: names each, as rustc does not link a dependency that no code
/// names.
///
/// With a build script that calls `plugin_build::link_plugins()`, it names every dependency that
/// depends on `plugin-core`, whatever `cargo add` brings:
///
/// ```text
/// plugin_core::plugin_crates!();
/// ```
///
/// Without one, the host names them, in its spelling of their names. A crate that does not exist is
/// a compile error:
///
/// ```text
/// plugin_core::plugin_crates! { gateway_plugin_auth, gateway_plugin_cache }
/// ```
///
/// It stands at the top of a crate: of the host, and of each test, example or benchmark that does
/// not use the host's library. What was named is in [`Registry::crates`](crate::Registry::crates).
#[macro_export]
macro_rules! plugin_crates {
    () => {
        $crate::__linked_crates!(::core::include!(::core::concat!(
            ::core::env!(
                "OUT_DIR",
                "`plugin_crates!()` needs a build script that calls `plugin_build::link_plugins()`; \
                 without one, name the crates: `plugin_crates! { a, b }`"
            ),
            "/plugin_crates.rs"
        )));
    };
    ($($name:ident),+ $(,)?) => {
        $crate::__linked_crates!({
            $(use ::$name as _;)+
            (&[$((::core::stringify!($name), "", "", "")),+], &[])
        });
    };
}

/// The element of the slice. What is given names the crates, and has [`Listed`] as its value.
#[doc(hidden)]
#[macro_export]
macro_rules! __linked_crates {
    ($listed:expr) => {
        const _: () = {
            const LISTED: $crate::__private_0_1_0::Listed = $listed;

            $crate::__register!(
                CRATES,
                $crate::__private_0_1_0::new_crates(
                    $crate::__package!(),
                    $crate::__location!(),
                    LISTED,
                )
            );
        };
    };
}

/// The named crates (name in code, package, version, source; empty where it is not known), and the
/// versions of `plugin-core` that they depend on.
pub type Listed =
    (&'static [(&'static str, &'static str, &'static str, &'static str)], &'static [&'static str]);

/// What one `plugin_crates!` names.
#[derive(Debug)]
pub struct Crates {
    /// The package that names them.
    pub(crate) namer: Package,
    pub(crate) location: Location,
    pub(crate) listed: Listed,
}

/// A crate that was named by [`plugin_crates!`](crate::plugin_crates).
///
/// What its package says is known if a build script found it; else the texts are empty.
///
/// ```
/// use plugin_core::Registry;
///
/// for it in Registry::linked().crates() {
///     println!("{}: {} {} from {}", it.name(), it.package(), it.version(), it.source());
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PluginCrate {
    name: &'static str,
    package: &'static str,
    version: &'static str,
    source: &'static str,
}

impl PluginCrate {
    pub(crate) fn all_of(crates: &'static Crates) -> impl Iterator<Item = Self> {
        crates.listed.0.iter().map(|&(name, package, version, source)| Self {
            name,
            package,
            version,
            source,
        })
    }

    /// Whether what stands here is of this crate. Where the package is not known, the name of the
    /// crate decides.
    pub(crate) fn is_of(&self, package: &Package, location: &Location) -> bool {
        if self.package.is_empty() {
            return location.module().split("::").next() == Some(self.name);
        }
        (self.package, self.version) == (package.name(), package.version())
    }

    /// How the code of the host names it.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name of its package.
    pub const fn package(&self) -> &'static str {
        self.package
    }

    /// The version of its package.
    pub const fn version(&self) -> &'static str {
        self.version
    }

    /// Where Cargo found it: a registry, a repository, or `path`.
    pub const fn source(&self) -> &'static str {
        self.source
    }
}

impl fmt::Display for PluginCrate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.package.is_empty() {
            return write!(f, "crate `{}`", self.name);
        }
        write!(f, "crate `{}` (package `{}` {})", self.name, self.package, self.version)
    }
}
