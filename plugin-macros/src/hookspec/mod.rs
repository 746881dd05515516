//! `#[hookspec]` on a trait writes the contract, its relay and its description.
//!
//! `parse` reads the trait, `check` rejects mistakes, `expand` writes a valid hookspec, and `fallback`
//! writes the valid parts of a rejected one.

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
    let Some(spec) = parse::parse(&mut errors, item) else {
        let errors = errors.into_compile_errors();
        return quote!(#item #errors);
    };
    let expanded = match check::spec(&mut errors, options, spec) {
        Ok(spec) => expand::spec(&spec, features),
        Err(rejected) => fallback::spec(&rejected, features),
    };
    let errors = errors.into_compile_errors();
    quote!(#expanded #errors)
}
