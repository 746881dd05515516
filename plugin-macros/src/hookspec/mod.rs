//! `#[hookspec]` on a trait: the contract, its relay, and what is known of it.

mod check;

mod expand;

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::Errors;
use crate::options::Options;
use crate::syntax::{self, Trait};

pub(crate) fn run(args: TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let options = errors.keep(syn::parse2::<Options>(args));
    let Some(spec) = parse(&mut errors, item) else {
        let errors = errors.into_compile_errors();
        return quote!(#item #errors);
    };
    let checked = check::spec(&mut errors, options, spec);
    let expanded = expand::spec(&checked);
    let errors = errors.into_compile_errors();
    quote!(#expanded #errors)
}

fn parse(errors: &mut Errors, item: &TokenStream) -> Option<Trait> {
    if syntax::is_function(item) {
        errors.add(
            item,
            "`#[hookspec(..)]` on a method belongs in a trait that is itself under `#[hookspec]`",
        );
        return None;
    }
    if !syntax::has_keyword(item, "trait") {
        errors.add(item, "`#[hookspec]` stands on a trait");
        return None;
    }
    errors.keep(syn::parse2(item.clone()))
}
