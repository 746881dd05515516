//! `#[hookimpl]` on a trait impl declares which hooks a plugin implements, and with which options.
//!
//! `parse` reads the impl, `check` rejects mistakes, `expand` writes the impl and its table, and
//! `fallback` writes a rejected impl.

mod check;

mod expand;

mod fallback;

mod parse;

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::Errors;
use crate::features::Features;
use crate::options::Options;

pub(crate) fn run(args: TokenStream, item: &TokenStream, features: Features) -> TokenStream {
    let mut errors = Errors::default();
    let options = errors.keep(syn::parse2::<Options>(args));
    let Some(block) = parse::parse(&mut errors, item) else {
        let errors = errors.into_compile_errors();
        return quote!(#item #errors);
    };
    let expanded = match check::block(&mut errors, options, block) {
        Ok(block) => expand::block(&block, features),
        Err(rejected) => fallback::block(&rejected),
    };
    let errors = errors.into_compile_errors();
    quote!(#expanded #errors)
}
