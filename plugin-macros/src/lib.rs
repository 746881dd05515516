//! The macros of `plugin-core`. They transform tokens and know nothing of run time. Users read their
//! documentation in `plugin-core`. An editor shows only what is written here, when the cursor is on a macro.
//! rustdoc shows it at the end of the page in `plugin-core`.
//!
//! Each macro is a folder with the same stages, one file for each. `parse` reads the item (syn does that
//! for a derive). `check` rejects mistakes. `expand` writes a valid item and cannot fail. `fallback` writes
//! the valid parts of a rejected item, so that a mistake causes no further errors; a plugin set has none.

#![forbid(unsafe_code)]

mod hookspec;

mod hookimpl;

mod plugin;

mod plugin_set;

mod options;

mod names;

mod signature;

mod syntax;

mod paths;

mod diagnostics;

mod features;

#[cfg(test)]
mod golden;

use proc_macro::TokenStream;

use self::features::Features;

/// # The options in short
///
/// On the trait:
///
/// * `project = "gateway"`: the project of the hookspec
/// * `crate = path`: the path of `plugin_core`
///
/// `#[hookspec(..)]` on a method:
///
/// * `firstresult`: a call stops at the first result that is not `None`
/// * `historic`: calls are replayed to plugins that are registered later
#[proc_macro_attribute]
pub fn hookspec(args: TokenStream, item: TokenStream) -> TokenStream {
    hookspec::run(args.into(), &item.into(), Features::enabled()).into()
}

/// # The options in short
///
/// On the impl, as defaults, or `#[hookimpl(..)]` on a method:
///
/// * `tryfirst`, `trylast`: runs before, or after, the hookimpls that have neither option
/// * `before = "cache"`, `after("auth", "session")`: runs before, or after, those of these plugins
/// * `wrapper`: runs around the other hookimpls, with one more parameter:
///   `next: &dyn Fn(arguments..) -> what a call returns`
///
/// Only on a method:
///
/// * `specname = "hook"`: implements this hook under another name
///
/// Only on the impl:
///
/// * `crate = path`: the path of `plugin_core`
#[proc_macro_attribute]
pub fn hookimpl(args: TokenStream, item: TokenStream) -> TokenStream {
    hookimpl::run(args.into(), &item.into(), Features::enabled()).into()
}

/// # The options in short
///
/// `#[plugin(..)]` on the type:
///
/// * `id = "auth"`, `version = "1.2.0"`: by default, from the name of the type and from the package
/// * `init = path`: the function that constructs the plugin; by default, `Default` does
/// * `needs(Pool)`: types of values that the host must provide
/// * `config = AuthConfig`: the type of the section of the configuration
/// * `manual`: only the host constructs the plugin
/// * `hookspecs(GatewayHooks)`: the hookspecs of a generic plugin
/// * `requires("session ^1.2")`: plugins or capabilities that must be registered
/// * `optional("metrics ^0.5")`: a plugin that may be missing
/// * `conflicts("legacy-auth")`: a plugin or capability that must not be registered
/// * `provides("auth-api 1.0")`: capabilities that other plugins may require
/// * `contract = "^2.1"`: versions of the package of the hookspec
/// * `crate = path`: the path of `plugin_core`
#[proc_macro_derive(Plugin, attributes(plugin))]
pub fn plugin(item: TokenStream) -> TokenStream {
    plugin::run(item.into()).into()
}

/// # The options in short
///
/// `#[plugin_set(..)]` on the struct:
///
/// * `hookspecs(GatewayHooks)`: the hookspecs that are called on the set
/// * `crate = path`: the path of `plugin_core`
#[proc_macro_derive(PluginSet, attributes(plugin_set))]
pub fn plugin_set(item: TokenStream) -> TokenStream {
    plugin_set::run(item.into(), Features::enabled()).into()
}
