//! The macros of `plugin-core`. They transform tokens and know nothing of run time. Users read their
//! documentation in `plugin-core`.
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

#[expect(missing_docs, reason = "documented in `plugin-core`")]
#[proc_macro_attribute]
pub fn hookspec(args: TokenStream, item: TokenStream) -> TokenStream {
    hookspec::run(args.into(), &item.into(), Features::enabled()).into()
}

#[expect(missing_docs, reason = "documented in `plugin-core`")]
#[proc_macro_attribute]
pub fn hookimpl(args: TokenStream, item: TokenStream) -> TokenStream {
    hookimpl::run(args.into(), &item.into(), Features::enabled()).into()
}

#[expect(missing_docs, reason = "documented in `plugin-core`")]
#[proc_macro_derive(Plugin, attributes(plugin))]
pub fn plugin(item: TokenStream) -> TokenStream {
    plugin::run(item.into()).into()
}

#[expect(missing_docs, reason = "documented in `plugin-core`")]
#[proc_macro_derive(PluginSet, attributes(plugin_set))]
pub fn plugin_set(item: TokenStream) -> TokenStream {
    plugin_set::run(item.into(), Features::enabled()).into()
}
