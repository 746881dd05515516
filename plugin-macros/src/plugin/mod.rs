//! `#[derive(Plugin)]` declares the description of a plugin and its construction.
//!
//! syn reads the type, `check` rejects mistakes, `expand` writes a valid plugin, and `fallback` writes the
//! description of a rejected one.

mod check;

mod expand;

mod fallback;

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::Errors;

pub(crate) fn run(item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(item) = errors.keep(syn::parse2::<syn::DeriveInput>(item)) else {
        return errors.into_compile_errors();
    };
    let expanded = match check::plugin(&mut errors, item) {
        Ok(plugin) => expand::plugin(&plugin),
        Err(rejected) => fallback::plugin(&rejected),
    };
    let errors = errors.into_compile_errors();
    quote!(#expanded #errors)
}
