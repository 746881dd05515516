//! `#[derive(PluginSet)]`: plugins that are known at compile time, fused.

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
