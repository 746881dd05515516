//! `plugin_crates!`, which lists the plugin crates of a host so that they are linked.

use std::fmt;

use crate::info::{Location, Package};

/// Links the plugin crates of a host. rustc does not link a dependency that no code names, so this
/// macro names each of them.
///
/// With a build script that calls `plugin_build::link_plugins()`, the macro names every dependency
/// of the host that depends on `plugin-core`. `cargo add` is then enough to add a plugin:
///
/// ```text
/// plugin_core::plugin_crates!();
/// ```
///
/// Without such a build script, the host lists the crates, by the names that its code uses. A crate
/// that does not exist is a compile error:
///
/// ```text
/// plugin_core::plugin_crates! { gateway_plugin_auth, gateway_plugin_cache }
/// ```
///
/// If there is a build script nevertheless, a crate that it found and that the list lacks is a
/// [`Diagnostic`](crate::error::Diagnostic::UnlistedCrate).
///
/// Write it at the top of a crate: of the host, and of each test, example or benchmark that does
/// not use the host's library. [`Registry::crates`](crate::Registry::crates) returns the listed
/// crates.
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

/// Writes the element of the slice. The expression names the crates; its value is a [`Listed`].
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
                    ::core::option_env!("PLUGIN_CORE_CRATES"),
                )
            );
        };
    };
}

/// The listed crates (name in code, package, version, source; an empty text is unknown), and the
/// versions of `plugin-core` that they depend on.
pub type Listed =
    (&'static [(&'static str, &'static str, &'static str, &'static str)], &'static [&'static str]);

/// The crates that one `plugin_crates!` lists.
#[derive(Debug)]
pub struct Crates {
    /// The package that lists them.
    pub(crate) listed_by: Package,
    pub(crate) location: Location,
    pub(crate) listed: Listed,
    /// The crates that a build script found, whether or not they are listed:
    /// `name|package|version|source`, separated by spaces.
    pub(crate) found: Option<&'static str>,
}

/// A crate that [`plugin_crates!`](crate::plugin_crates) lists.
///
/// The facts of its package are known if a build script found the crate. Otherwise they are empty
/// texts.
///
/// ```
/// use plugin_core::Registry;
///
/// for it in Registry::linked().crates() {
///     println!("{}: {} {} from {}", it.name(), it.package(), it.version(), it.source());
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PluginCrate {
    name: &'static str,
    package: &'static str,
    version: &'static str,
    source: &'static str,
}

impl PluginCrate {
    pub(crate) fn from_list(crates: &'static Crates) -> impl Iterator<Item = Self> {
        crates.listed.0.iter().map(|&(name, package, version, source)| Self {
            name,
            package,
            version,
            source,
        })
    }

    /// The crates that a build script found.
    pub(crate) fn found(crates: &'static Crates) -> impl Iterator<Item = Self> {
        let found = crates.found.unwrap_or_default().split_whitespace();
        found.map(|text| {
            let mut fields = text.splitn(4, '|');
            let mut next = || fields.next().unwrap_or_default();
            Self { name: next(), package: next(), version: next(), source: next() }
        })
    }

    /// Whether an item of this package, at this location, is in the crate. If the package of the
    /// crate is unknown, the name of the crate is compared.
    pub(crate) fn contains(&self, package: &Package, location: &Location) -> bool {
        if self.package.is_empty() {
            return location.module().split("::").next() == Some(self.name);
        }
        (self.package, self.version) == (package.name(), package.version())
    }

    /// The name of the crate in the code of the host.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name of the package.
    pub const fn package(&self) -> &'static str {
        self.package
    }

    /// The version of the package.
    pub const fn version(&self) -> &'static str {
        self.version
    }

    /// The source of the package: a registry, a repository, or `path`.
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
