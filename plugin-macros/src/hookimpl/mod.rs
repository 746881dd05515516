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
    let Some(block) = parse(&mut errors, item) else {
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

fn parse(errors: &mut Errors, item: &TokenStream) -> Option<Impl> {
    if syntax::is_function(item) {
        errors.add(
            item,
            "`#[hookimpl(..)]` on a method belongs in an impl that is itself under `#[hookimpl]`",
        );
        return None;
    }
    if !syntax::has_keyword(item, "impl") {
        errors
            .add(item, "`#[hookimpl]` stands on an impl of a hookspec: `impl HookSpec for Plugin`");
        return None;
    }
    errors.keep(syn::parse2(item.clone()))
}
