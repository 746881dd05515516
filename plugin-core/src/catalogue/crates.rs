//! The crates that a host names so that they are linked: `plugin_crates!`.

use std::fmt;

use super::entry::Entry;
use crate::plugin::Package;

/// Links the plugin crates of a host: names each, as rustc does not link a dependency that no code
/// names.
///
/// With a build script that calls `plugin_build::link_plugins()`, it names every dependency that
/// depends on `plugin-core`, whatever `cargo add` brings:
///
/// ```ignore
/// plugin_core::plugin_crates!();
/// ```
///
/// Without one, the host names them, in its spelling of their names. A crate that does not exist is
/// a compile error:
///
/// ```ignore
/// plugin_core::plugin_crates! { gateway_plugin_auth, gateway_plugin_cache }
/// ```
///
/// It stands at the top of a crate: of the host, and of each test, example or benchmark that does
/// not use the host's library. What was named is in [`Catalogue::crates`](crate::Catalogue::crates).
#[macro_export]
macro_rules! plugin_crates {
    () => {
        #[doc(hidden)]
        mod __plugin_crates {
            ::core::include!(::core::concat!(
                ::core::env!(
                    "OUT_DIR",
                    "`plugin_crates!()` needs a build script that calls \
                     `plugin_build::link_plugins()`; without one, name the crates: \
                     `plugin_crates! { a, b }`"
                ),
                "/plugin_crates.rs"
            ));
        }
        $crate::__linked_crates!(__plugin_crates::CRATES, __plugin_crates::CORES);
    };
    ($($name:ident),+ $(,)?) => {
        $(use ::$name as _;)+
        $crate::__linked_crates!(&[$((::core::stringify!($name), "", "", "")),+], &[]);
    };
}

/// The element of the slice.
#[doc(hidden)]
#[macro_export]
macro_rules! __linked_crates {
    ($crates:expr, $cores:expr) => {
        const _: () = {
            #[$crate::__private_0_1_0::linkme::distributed_slice(
                $crate::__private_0_1_0::CATALOGUE
            )]
            #[linkme(crate = $crate::__private_0_1_0::linkme)]
            static CRATES: $crate::__private_0_1_0::Entry =
                $crate::__private_0_1_0::new_crates($crate::__package!(), $crates, $cores);
        };
    };
}

/// What one `plugin_crates!` names.
#[derive(Debug)]
pub struct Crates {
    pub(crate) by: Package,
    /// Name in code, package, version, source; empty where it is not known.
    pub(crate) crates: &'static [(&'static str, &'static str, &'static str, &'static str)],
    pub(crate) cores: &'static [&'static str],
}

pub const fn new_crates(
    by: Package,
    crates: &'static [(&'static str, &'static str, &'static str, &'static str)],
    cores: &'static [&'static str],
) -> Entry {
    Entry::Crates(Crates { by, crates, cores })
}

/// A crate that was named by [`plugin_crates!`](crate::plugin_crates).
///
/// What its package says is known if a build script found it; else the texts are empty.
///
/// ```
/// use plugin_core::Catalogue;
///
/// for it in Catalogue::linked().crates() {
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
        let crates = crates.crates.iter();
        crates.map(|&(name, package, version, source)| Self { name, package, version, source })
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
