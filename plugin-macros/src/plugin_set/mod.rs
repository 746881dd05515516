//! `#[derive(PluginSet)]` makes a struct of plugins callable without a manager.
//!
//! syn reads the struct, `check` rejects mistakes, and `expand` writes a valid set. A rejected set has no
//! fallback: nothing is written for it.

mod check;

mod expand;

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::Errors;
use crate::features::Features;

pub(crate) fn run(item: TokenStream, features: Features) -> TokenStream {
    let mut errors = Errors::default();
    let Some(item) = errors.keep(syn::parse2::<syn::DeriveInput>(item)) else {
        return errors.into_compile_errors();
    };
    let expanded = check::set(&mut errors, item).map(|set| expand::set(&set, features));
    let errors = errors.into_compile_errors();
    quote!(#expanded #errors)
}
