//! `#[hookimpl]` on a trait impl: which hooks a plugin implements, and how.

mod check;

mod expand;

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::Errors;
use crate::options::Options;
use crate::syntax::{self, Impl};

pub(crate) fn run(args: TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let options = errors.keep(syn::parse2::<Options>(args));
    let parsed = syn::parse2::<Impl>(item.clone());
    if parsed.is_err() && syntax::is_function(item) {
        errors.add(
            item,
            "`#[hookimpl(..)]` on a method belongs in an impl that is itself under `#[hookimpl]`",
        );
        let errors = errors.into_compile_errors();
        return quote!(#item #errors);
    }
    let Some(block) = errors.keep(parsed) else {
        let errors = errors.into_compile_errors();
        return quote!(#item #errors);
    };
    let expanded = match check::block(&mut errors, options, block) {
        Ok(checked) => expand::block(&checked),
        Err(refused) => refused,
    };
    let errors = errors.into_compile_errors();
    quote!(#expanded #errors)
}
