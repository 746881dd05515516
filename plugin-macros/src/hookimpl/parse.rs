//! Reads what stands under `#[hookimpl]`.

use proc_macro2::TokenStream;

use crate::diagnostics::Errors;
use crate::syntax::{self, Impl};

pub(super) fn parse(errors: &mut Errors, item: &TokenStream) -> Option<Impl> {
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
